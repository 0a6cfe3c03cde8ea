import { judgeTransition } from "@avances/domain/submission";
import { isTooLong, textLimits } from "@avances/domain/text";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { ActRefused } from "#ui/act-refused.tsx";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { TextArea } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { useWithdraw } from "../act-queries.ts";
import { withdrawTexts } from "./withdraw.texts.ts";

interface WithdrawReportProps {
  readonly submissionId: string;
  /** Revision of the report as the page shows it. */
  readonly revision: number;
}

const empty = { reason: "" };
const isWritten = isShape({ reason: isText });

/** Withdraws a submitted report, with a reason that the Secretariat reads: from its form, and from its receipt. */
export function WithdrawReport({ submissionId, revision }: WithdrawReportProps) {
  const t = useTexts(withdrawTexts);
  const lang = useLanguage();
  const navigate = useNavigate();
  const withdraw = useWithdraw(submissionId);
  const client = useQueryClient();
  const [decidedOn, setDecidedOn] = useState(revision);
  const [isOpen, setOpen] = useState(false);
  const form = useKeptForm({ form: "withdraw", of: [submissionId], empty, guard: isWritten });
  const { reason } = form.value;
  const { attempt } = useSending(form, withdraw);
  /** Navigates to the form here, because this button and its callbacks are gone once the report is a draft again. */
  function takeBack() {
    const isSound = !isTooLong(reason, textLimits.actReason);
    attempt(
      isSound ? { reason, revision: decidedOn } : null,
      () => void navigate({ to: "/$lang/reports/$submissionId", params: { lang, submissionId } }),
    );
  }
  /** The page shows the present state only after this is closed, so that nothing written here is lost before. */
  function close() {
    if (withdraw.isError) void client.invalidateQueries({ queryKey: ["submission", submissionId] });
    withdraw.reset();
    setOpen(false);
  }
  return (
    <div data-print="no">
      <Button
        size="small"
        onClick={() => {
          setDecidedOn(revision);
          setOpen(true);
        }}
      >
        {t.button}
      </Button>
      <Dialog
        open={isOpen}
        onClose={close}
        title={t.title}
        actions={
          <>
            <Button onClick={close}>{t.cancel}</Button>
            <Button variant="alarm" busy={withdraw.isPending} onClick={takeBack}>
              {t.confirm}
            </Button>
          </>
        }
      >
        <div className="stack-s">
          <p>{t.text}</p>
          <KeptNote form={form} />
          <TextArea
            label={t.reason}
            optional
            rows={3}
            limit={textLimits.actReason}
            value={reason}
            onChange={(event) => form.change({ reason: event.target.value })}
          />
          <ActRefused
            error={withdraw.error}
            fits={(now) => judgeTransition("withdraw", now.status, "country").allowed}
            onSeen={(seen) => {
              withdraw.reset();
              setDecidedOn(seen);
            }}
          />
        </div>
      </Dialog>
    </div>
  );
}
