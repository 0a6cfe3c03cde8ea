import { languageFacts } from "@avances/domain/catalogue";
import { choicesFor, mayShowTo, otherLanguage, type Visibility } from "@avances/domain/network";
import { isActReason, type PersonalDetail, shortestActReason, textLimits } from "@avances/domain/text";
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
import { matterTexts } from "#ui/matter.texts.ts";
import { type Matter, type MatterKindActs, type MatterSays, useDecidedOn } from "./matter.ts";
import { MatterRefused } from "./matter-refused.tsx";
import { TranslateForm } from "./matter-translate.tsx";
import { putTexts } from "./put.texts.ts";
import { SayForm } from "./say-form.tsx";
import { unkept } from "./unkept.ts";

/** An act that only this kind has. */
export interface OwnAct {
  readonly name: string;
  readonly label: string;
  readonly isWide?: boolean;
  readonly form: (onDone: () => void) => ReactNode;
}

interface MatterActsProps {
  readonly matter: Matter;
  readonly kind: MatterKindActs;
  readonly says: MatterSays;
  /** Below `/$lang/network`: where its pages are. */
  readonly room: string;
  /** Whether the reader writes it: files, shows and withdraws it. */
  readonly mayWrite: boolean;
  /** Is there another version of what was filed? */
  readonly revises?: boolean;
  readonly mayTranslate?: boolean;
  readonly others?: readonly OwnAct[];
  readonly nameOf: (code: string) => string;
}

/** What somebody may do with a matter now: change it as its own side, or what others may do. */
export function MatterActs({
  room,
  mayWrite,
  revises = true,
  mayTranslate = false,
  others = [],
  ...given
}: MatterActsProps) {
  const t = useTexts(putTexts);
  const lang = useLanguage();
  const [open, setOpen] = useState<string | null>(null);
  const { matter, kind } = given;
  const isDraft = matter.state === "draft";
  const other = otherLanguage(matter.words.language);
  const onDone = () => setOpen(null);
  const props = { ...given, room, onDone };
  const file = { name: "file", label: t.acts.file, form: () => <FileForm {...props} /> };
  const show = { name: "show", label: t.acts.show, form: () => <ShowForm {...props} /> };
  const withdraw = {
    ...{ name: "withdraw", label: isDraft ? t.acts.discard : t.acts.withdraw },
    form: () => <WithdrawForm {...props} />,
  };
  const translate = {
    ...{ name: "translate", label: t.acts.translate(languageFacts[other].called[lang]), isWide: true },
    form: () => <TranslateForm matter={matter} kind={kind} room={room} language={other} onDone={onDone} />,
  };
  const offered: readonly OwnAct[] = [
    ...(mayWrite && isDraft ? [file] : []),
    // Of a draft the translation is written with its words.
    ...(mayTranslate && !isDraft ? [translate] : []),
    ...others,
    // What everybody was shown is withdrawn, not narrowed.
    ...(mayWrite && !isDraft && matter.visibility !== "public" ? [show] : []),
    ...(mayWrite ? [withdraw] : []),
  ];
  const shown = offered.find(({ name }) => name === open);
  return (
    <>
      {mayWrite && (isDraft || revises) ? (
        <LinkButton to="/$lang/network/$" params={{ lang, _splat: `${room}/${matter.id}/edit` }}>
          {isDraft ? t.edit : t.revise}
        </LinkButton>
      ) : null}
      {offered.map(({ name, label }) => (
        <Button key={name} onClick={() => setOpen(name)}>
          {label}
        </Button>
      ))}
      <Dialog open={shown !== undefined} onClose={onDone} title={shown?.label ?? ""} wide={shown?.isWide === true}>
        {shown?.form(onDone)}
      </Dialog>
    </>
  );
}

interface FormProps extends Pick<MatterActsProps, "matter" | "kind" | "says" | "room" | "nameOf"> {
  readonly onDone: () => void;
}

/** Files the draft. */
function FileForm({ matter, kind, says, nameOf, onDone }: FormProps) {
  const t = useTexts(putTexts);
  const levels = useTexts(matterTexts).levels;
  const f = useFormat();
  const act = kind.useAct(matter.id, "file");
  const { attempt } = useSending(unkept, act);
  const { decidedOn, onSeen } = useDecidedOn(matter, act);
  const { addressees = [] } = matter;
  return (
    <SayForm
      act={act}
      submit={t.acts.file}
      onSend={() =>
        attempt({ body: undefined, revision: decidedOn }, () => {
          announce(t.file.done);
          onDone();
        })
      }
      onClose={onDone}
      refused={<MatterRefused error={act.error} onSeen={onSeen} faults={says.faults} />}
    >
      <p>{says.file ?? t.file.text(levels[matter.visibility])}</p>
      {matter.visibility === "public" ? <p>{says.everybody ?? t.everybody}</p> : null}
      {addressees.length === 0 || says.file !== undefined ? null : (
        <p>{t.file.to(f.list(addressees.map(nameOf).sort(f.compare)))}</p>
      )}
    </SayForm>
  );
}

/** Changes who reads it: to more people, or to fewer while nobody else has had it on screen. */
function ShowForm({ matter, kind, says, onDone }: FormProps) {
  const t = useTexts(putTexts);
  const m = useTexts(matterTexts);
  const act = kind.useAct(matter.id, "show");
  const { isTried, attempt } = useSending(unkept, act);
  const { decidedOn, onSeen } = useDecidedOn(matter, act);
  const isSeen = (matter.seen ?? []).length > 0;
  const isSent = matter.sentAlong === true;
  const possible = choicesFor(matter.kind).filter((one) => mayShowTo(matter, one, isSeen || isSent));
  const [chosen, setChosen] = useState<Visibility>(matter.visibility);
  const send = (overruled: readonly PersonalDetail[]) => {
    const body = { visibility: chosen, overruled: [...overruled] };
    attempt(chosen === matter.visibility ? null : { body, revision: decidedOn }, () => {
      announce(t.show.done);
      onDone();
    });
  };
  return (
    <SayForm
      act={act}
      submit={t.show.submit}
      onSend={send}
      onClose={onDone}
      refused={<MatterRefused error={act.error} onSeen={onSeen} faults={says.faults} />}
    >
      {matter.version > 1 ? <p>{t.show.all}</p> : null}
      {says.show === undefined ? null : <p>{says.show}</p>}
      <RadioGroup
        name="shown"
        label={t.show.choose}
        help={isSeen ? t.show.wider : isSent ? t.show.sent : t.show.narrow}
        choices={possible.map((value) => ({ value, label: m.levels[value] }))}
        value={chosen}
        error={isTried && chosen === matter.visibility ? m.faults.same : undefined}
        onChange={setChosen}
      />
      {chosen === "public" ? <p>{says.everybody ?? t.everybody}</p> : null}
    </SayForm>
  );
}

/** Withdraws it, or gives a draft up, with the reason. */
function WithdrawForm({ matter, kind, says, room, onDone }: FormProps) {
  const t = useTexts(putTexts);
  const act = kind.useAct(matter.id, "withdraw");
  const form = useKeptForm({
    ...{
      form: kind.form,
      of: [room, matter.id, "withdraw"],
      empty: { reason: "" },
      guard: isShape({ reason: isText }),
    },
  });
  const { reason } = form.value;
  const { isTried, attempt } = useSending(form, act);
  const { decidedOn, heard, onSeen } = useDecidedOn(matter, act);
  const send = (overruled: readonly PersonalDetail[]) =>
    attempt(isActReason(reason) ? { body: { reason, heard, overruled }, revision: decidedOn } : null, () => {
      announce(t.withdraw.done);
      onDone();
    });
  return (
    <SayForm
      {...{ form, act }}
      submit={matter.state === "draft" ? t.acts.discard : t.acts.withdraw}
      variant="alarm"
      onSend={send}
      onClose={onDone}
      refused={<MatterRefused error={act.error} {...{ onSeen, decidedOn }} faults={says.faults} />}
    >
      <p>{matter.state === "draft" ? says.withdraw.draftText : says.withdraw.text}</p>
      {matter.sentAlong === true ? <p>{t.withdraw.sent}</p> : null}
      <TextArea
        label={t.withdraw.why}
        rows={3}
        limit={textLimits.actReason}
        value={reason}
        error={isTried && reason.trim().length < shortestActReason ? t.withdraw.tooShort : undefined}
        onChange={({ target }) => form.change({ reason: target.value })}
      />
    </SayForm>
  );
}
