import { isUnderWay, lastDayOf, meetingStanding } from "@avances/domain/network";
import { type ReactNode, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useServerNow } from "#lib/use-server-now.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import type { CommitmentProps } from "./commitment-props.ts";
import { commitmentsTexts } from "./commitments.texts.ts";
import { ConcludeForm } from "./conclude-form.tsx";
import { DispatchForm } from "./dispatch-form.tsx";
import { FileCommitmentForm } from "./file-commitment-form.tsx";
import { MoveForm } from "./move-form.tsx";
import { ResendForm } from "./resend-form.tsx";

const acts = ["file", "dispatch", "resend", "move", "conclude"] as const;
type ActName = (typeof acts)[number];

interface CommitmentActsProps extends CommitmentProps {
  /** Is it the reader's own? Whoever owes another's says only how it stands. */
  readonly isOwn: boolean;
}

/** What the Secretariat, or whoever owes it, may do to this commitment now. */
export function CommitmentActs({ commitment, meetings, participants, isOwn }: CommitmentActsProps) {
  const t = useTexts(commitmentsTexts);
  const lang = useLanguage();
  const now = useServerNow();
  const [open, setOpen] = useState<ActName | null>(null);
  const onDone = () => setOpen(null);
  const { id, state, stage, sides } = commitment;
  const made = meetings.find((one) => one.id === commitment.meetingId);
  const later = meetings.filter(
    (one) =>
      one.state !== "cancelled" &&
      meetingStanding(one, now) !== "to_come" &&
      (made === undefined || one.heldOn > lastDayOf(made)),
  );
  const isFiled = state === "filed";
  const isAwaited = sides.some((side) => side.mayAnswer && side.sentAt !== null && side.replyId === null);
  const offered: Readonly<Record<ActName, boolean>> = {
    file: isOwn && state === "draft",
    dispatch: isOwn && isFiled && isUnderWay(stage),
    resend: isOwn && isFiled && isUnderWay(stage) && isAwaited,
    move: isFiled,
    conclude: isOwn && isFiled && later.length > 0,
  };
  const labels: Readonly<Record<ActName, string>> = {
    file: t.file.label,
    dispatch: t.dispatch.label,
    resend: t.resend.label,
    move: t.move.label,
    conclude: t.conclude.label,
  };
  const forms: Readonly<Record<ActName, () => ReactNode>> = {
    file: () => <FileCommitmentForm commitment={commitment} onDone={onDone} />,
    dispatch: () => <DispatchForm commitment={commitment} participants={participants} onDone={onDone} />,
    resend: () => <ResendForm commitment={commitment} participants={participants} onDone={onDone} />,
    move: () => <MoveForm commitment={commitment} onDone={onDone} />,
    conclude: () => <ConcludeForm commitment={commitment} meetings={later} onDone={onDone} />,
  };
  return (
    <>
      {isOwn ? (
        <LinkButton to="/$lang/network/$" params={{ lang, _splat: `commitments/${id}/edit` }}>
          {state === "draft" ? t.edit : t.revise}
        </LinkButton>
      ) : null}
      {acts
        .filter((name) => offered[name])
        .map((name) => (
          <Button key={name} onClick={() => setOpen(name)}>
            {labels[name]}
          </Button>
        ))}
      <Dialog
        open={open !== null}
        onClose={onDone}
        title={open === null ? "" : labels[open]}
        wide={open === "dispatch" || open === "resend"}
      >
        {open === null ? null : forms[open]()}
      </Dialog>
    </>
  );
}
