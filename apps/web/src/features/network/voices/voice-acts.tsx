import type { VoiceView } from "@avances/contracts";
import { mayShowTo, type VisibilityChoice, visibilityChoices } from "@avances/domain/network";
import type { Participant } from "@avances/domain/reference";
import { isActReason, shortestActReason, textLimits } from "@avances/domain/text";
import { type ReactNode, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { RadioGroup, TextArea } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { matterTexts } from "#ui/matter.texts.ts";
import { AssessForm, LinkForm, ReplyForm, TakeForm } from "./answer-forms.tsx";
import { unkept } from "./unkept.ts";
import { useVoiceAct } from "./voice-queries.ts";
import { VoiceRefused } from "./voice-refused.tsx";
import styles from "./voices.module.css";
import { voicesTexts } from "./voices.texts.ts";

export interface VoiceFormProps {
  readonly voice: VoiceView;
  readonly participants: readonly Participant[];
  readonly nameOf: (code: string) => string;
  readonly onDone: () => void;
}
type Act = "file" | "show" | "withdraw" | "take" | "assess" | "reply" | "link";

/** What this person may do with it now: change it as its own side, or answer it as another. */
export function VoiceActs({ voice, participants, nameOf }: Omit<VoiceFormProps, "onDone">) {
  const t = useTexts(voicesTexts);
  const lang = useLanguage();
  const [open, setOpen] = useState<Act | null>(null);
  const props = { voice, participants, nameOf, onDone: () => setOpen(null) };
  const isDraft = voice.state === "draft";
  const { may } = voice;
  const room = voice.kind === "contribution" ? "contributions" : "recommendations";
  const forms: Readonly<Record<Act, () => ReactNode>> = {
    file: () => <FileForm {...props} />,
    show: () => <ShowForm {...props} />,
    withdraw: () => <WithdrawForm {...props} />,
    take: () => <TakeForm {...props} />,
    assess: () => <AssessForm {...props} />,
    reply: () => <ReplyForm {...props} />,
    link: () => <LinkForm {...props} />,
  };
  const labels: Readonly<Record<Act, string>> = {
    file: t.acts.file,
    show: t.acts.show,
    withdraw: isDraft ? t.acts.discard : t.acts.withdraw,
    take: voice.kind === "contribution" ? t.take.note : t.take.act,
    assess: t.assess.act,
    reply: t.reply.act,
    link: t.about.act,
  };
  const offered: readonly Act[] = [
    ...(may.write && isDraft ? (["file"] as const) : []),
    ...(may.take.length > 0 ? (["take"] as const) : []),
    ...(may.assess.length > 0 ? (["assess"] as const) : []),
    ...(may.reply ? (["reply"] as const) : []),
    ...(may.link ? (["link"] as const) : []),
    ...(may.write && !isDraft ? (["show"] as const) : []),
    ...(may.write ? (["withdraw"] as const) : []),
  ];
  return (
    <>
      {may.write ? (
        <LinkButton to="/$lang/network/$" params={{ lang, _splat: `${room}/${voice.id}/edit` }}>
          {isDraft ? t.edit : t.revise}
        </LinkButton>
      ) : null}
      {offered.map((name) => (
        <Button key={name} onClick={() => setOpen(name)}>
          {labels[name]}
        </Button>
      ))}
      <Dialog
        open={open !== null}
        onClose={() => setOpen(null)}
        title={open === null ? "" : labels[open]}
        wide={open === "reply" || open === "link"}
      >
        {open === null ? null : forms[open]()}
      </Dialog>
    </>
  );
}

/** Files the draft. */
function FileForm({ voice, nameOf, onDone }: VoiceFormProps) {
  const t = useTexts(voicesTexts);
  const levels = useTexts(matterTexts).levels;
  const f = useFormat();
  const act = useVoiceAct(voice.id, "file");
  const { attempt } = useSending(unkept, act);
  const [decidedOn, setDecidedOn] = useState(voice.revision);
  return (
    <div className={styles.narrow}>
      <p>{t.file.text(levels[voice.visibility])}</p>
      {voice.addressees.length === 0 ? null : <p>{t.file.to(f.list(voice.addressees.map(nameOf)))}</p>}
      <VoiceRefused
        error={act.error}
        onSeen={(revision) => {
          act.reset();
          setDecidedOn(revision);
        }}
      />
      <div className="row row-end">
        <Button onClick={onDone}>{t.close}</Button>
        <Button
          variant="primary"
          busy={act.isPending}
          onClick={() =>
            attempt({ body: undefined, revision: decidedOn }, () => {
              announce(t.file.done);
              onDone();
            })
          }
        >
          {t.file.submit}
        </Button>
      </div>
    </div>
  );
}

/** Changes who reads it: to more people, or to fewer while nobody else has had it on screen. */
function ShowForm({ voice, onDone }: VoiceFormProps) {
  const t = useTexts(voicesTexts);
  const m = useTexts(matterTexts);
  const act = useVoiceAct(voice.id, "show");
  const { isTried, attempt } = useSending(unkept, act);
  const [decidedOn, setDecidedOn] = useState(voice.revision);
  const isSeen = (voice.seen ?? []).length > 0;
  const possible = visibilityChoices.filter((one) => mayShowTo(voice, one, isSeen));
  const [chosen, setChosen] = useState<VisibilityChoice | null>(
    visibilityChoices.find((one) => one === voice.visibility) ?? null,
  );
  return (
    <form
      className={styles.narrow}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const isOther = chosen !== null && chosen !== voice.visibility;
        attempt(isOther ? { body: { visibility: chosen }, revision: decidedOn } : null, () => {
          announce(t.show.done);
          onDone();
        });
      }}
    >
      <RadioGroup
        name="shown"
        label={t.show.choose}
        help={isSeen ? t.show.wider : t.show.narrow}
        choices={possible.map((value) => ({ value, label: m.levels[value] }))}
        value={chosen}
        error={isTried && chosen === voice.visibility ? m.faults.same : undefined}
        onChange={setChosen}
      />
      <VoiceRefused
        error={act.error}
        onSeen={(revision) => {
          act.reset();
          setDecidedOn(revision);
        }}
      />
      <div className="row row-end">
        <Button onClick={onDone}>{t.close}</Button>
        <Button type="submit" variant="primary" busy={act.isPending}>
          {t.show.submit}
        </Button>
      </div>
    </form>
  );
}

/** Withdraws it, with the reason. */
function WithdrawForm({ voice, onDone }: VoiceFormProps) {
  const t = useTexts(voicesTexts).withdraw;
  const close = useTexts(voicesTexts).close;
  const act = useVoiceAct(voice.id, "withdraw");
  const form = useKeptForm({
    ...{
      form: "voice",
      of: [voice.kind, voice.id, "withdraw"],
      empty: { reason: "" },
      guard: isShape({ reason: isText }),
    },
  });
  const { reason } = form.value;
  const { isTried, attempt } = useSending(form, act);
  const [decidedOn, setDecidedOn] = useState(voice.revision);
  return (
    <form
      className={styles.narrow}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        attempt(isActReason(reason) ? { body: { reason }, revision: decidedOn } : null, () => {
          announce(t.done);
          onDone();
        });
      }}
    >
      <KeptNote form={form} />
      <p>{voice.state === "draft" ? t.draftText : t.text}</p>
      <TextArea
        label={t.why}
        rows={3}
        limit={textLimits.actReason}
        value={reason}
        error={isTried && reason.trim().length < shortestActReason ? t.tooShort : undefined}
        onChange={({ target }) => form.change({ reason: target.value })}
      />
      <VoiceRefused
        error={act.error}
        onSeen={(revision) => {
          act.reset();
          setDecidedOn(revision);
        }}
      />
      <div className="row row-end">
        <Button onClick={onDone}>{close}</Button>
        <Button type="submit" variant="alarm" busy={act.isPending}>
          {t.submit}
        </Button>
      </div>
    </form>
  );
}
