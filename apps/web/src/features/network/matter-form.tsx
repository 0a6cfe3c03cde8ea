import type { HeldFile, MeetingSummary } from "@avances/contracts";
import { languages } from "@avances/domain/catalogue";
import {
  choicesFor,
  type MatterKind,
  otherLanguage,
  type Visibility,
  visibilities,
  visibilityChoices,
} from "@avances/domain/network";
import type { PersonalDetail } from "@avances/domain/text";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useRef, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { newId } from "#lib/new-id.ts";
import { type Guard, isListOf, isNullOr, isNumber, isOneOf, isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { DetailsQuestion } from "#ui/details-question.tsx";
import { RadioGroup, Select } from "#ui/field.tsx";
import { FileField } from "#ui/file-field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { matterTexts } from "#ui/matter.texts.ts";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { meetingDays } from "#ui/meeting-words.ts";
import {
  isTypedWords,
  type SubjectSays,
  TranslatedFields,
  type TypedWords,
  translationOf,
  wordsFaults,
} from "#ui/translated-fields.tsx";
import { wordsIn } from "#ui/translated-words.tsx";
import styles from "./matter.module.css";
import type { Matter, MatterKindActs, MatterSays } from "./matter.ts";
import { MatterRefused } from "./matter-refused.tsx";
import { putTexts } from "./put.texts.ts";

/** What is typed of a matter of any kind. */
export interface TypedMatter extends TypedWords {
  /** Of a new one: chosen once, so that a second try is the same. */
  readonly id: string;
  /** "" = none. */
  readonly meetingId: string;
  readonly visibility: Visibility;
  readonly files: readonly HeldFile[];
}

const isFile = isShape<HeldFile>({
  ...{ id: isText, name: isText, mediaType: isText, bytes: isNumber, language: isNullOr(isOneOf(languages)) },
});
export const isTypedMatter = {
  ...{ ...isTypedWords, id: isText, meetingId: isText },
  ...{ visibility: isOneOf(visibilities), files: isListOf(isFile) },
};

/** What a form begins with: a matter as it is, or nothing. */
export function typedMatter(
  matter: Matter | null,
  { language, ...begun }: Pick<TypedMatter, "language" | "meetingId" | "visibility">,
): TypedMatter {
  if (matter === null)
    return { ...{ id: "", language, subject: "", body: "", otherSubject: "", otherBody: "", files: [] }, ...begun };
  const { id, words, files, meetingId, visibility } = matter;
  const said = wordsIn(words, otherLanguage(words.language));
  const isSaid = said.state !== "missing";
  return {
    ...{ id, language: words.language, subject: words.subject, body: words.body, files },
    ...{ otherSubject: isSaid ? said.subject : "", otherBody: isSaid ? said.body : "" },
    ...{ meetingId: meetingId ?? "", visibility },
  };
}

/** What every kind sends of what was typed. */
const writtenOf = (typed: TypedMatter, overruled: readonly PersonalDetail[]) => ({
  ...{ language: typed.language, subject: typed.subject, body: typed.body, overruled: [...overruled] },
  ...{ translation: translationOf(typed), meetingId: typed.meetingId === "" ? null : typed.meetingId },
  files: typed.files.map((file) => ({ fileId: file.id, language: file.language })),
});
type Written = ReturnType<typeof writtenOf>;

/** What the fields of a kind get: what is typed, whether sending was tried, and how to change it. */
export interface FieldsOfKind<T> {
  readonly typed: T;
  readonly isTried: boolean;
  readonly onChange: (part: Partial<T>) => void;
}

interface MatterFormProps<T extends TypedMatter, Save extends Written, Revise extends Written> {
  /** Null = a new one. What was filed gets another version, a draft other words. */
  readonly matter: Matter | null;
  readonly kind: MatterKindActs<Save, Revise>;
  /** Of what there is a place on the public pages: its kind, so that everybody may be chosen. */
  readonly shows?: MatterKind;
  readonly says: Pick<MatterSays, "faults" | "everybody"> & {
    readonly subject?: SubjectSays;
    readonly body?: string;
    readonly bodyHelp?: string;
    /** What whoever chooses the readers must know besides. */
    readonly visibilityHelp?: string;
  };
  /** Below `/$lang/network`: where its pages are. */
  readonly room: string;
  /** Where several new ones are written at once: what tells them apart. */
  readonly keptOf?: readonly string[];
  readonly empty: T;
  readonly guard: Guard<T>;
  /** Whether what only this kind has is sound. */
  readonly isSound?: (typed: T) => boolean;
  /** What only this kind sends. */
  readonly written: (typed: T) => Omit<Revise, keyof Written>;
  readonly fields: (given: FieldsOfKind<T>) => ReactNode;
}

/** The words of a matter in both languages, what its kind adds, its files, and for whom it is. Files arrive while the rest is typed. */
export function MatterForm<T extends TypedMatter, Save extends Written, Revise extends Written>({
  matter,
  kind,
  shows,
  says,
  room,
  keptOf = [],
  empty,
  guard,
  isSound = () => true,
  written,
  fields,
}: MatterFormProps<T, Save, Revise>) {
  const { form: t, everybody } = useTexts(putTexts);
  const levels = useTexts(matterTexts).levels;
  const lang = useLanguage();
  const navigate = useNavigate();
  const isRevision = matter !== null && matter.version > 0;
  const form = useKeptForm<T>({ form: kind.form, of: [room, matter?.id ?? "new", ...keptOf], empty, guard });
  const typed = form.value;
  const [fallback] = useState(newId);
  const matterId = typed.id === "" ? fallback : typed.id;
  const save = kind.useAct(matterId, "save");
  const revise = kind.useAct(matterId, "revise");
  const act = isRevision ? revise : save;
  // A draft that somebody filed meanwhile is a version from then on: why its saving was refused must still be read.
  const error = act.error ?? (isRevision ? save : revise).error;
  const saving = useSending(form, save);
  const revising = useSending(form, revise);
  const { isTried } = isRevision ? revising : saving;
  // As it was when the form was opened: the decision is about that, not about what arrives later.
  const [decidedOn, setDecidedOn] = useState(matter?.revision ?? 0);
  const [underWay, setUnderWay] = useState(0);
  const change = (part: Partial<T>) => form.change({ ...part, id: matterId });
  const changeShared = (part: Partial<TypedMatter>) => change(part as Partial<T>);
  // A file may arrive long after it was chosen: it is added to what the form is then.
  const files = useRef(typed.files);
  files.current = typed.files;
  const changeFiles = (next: (now: readonly HeldFile[]) => readonly HeldFile[]) => {
    files.current = next(files.current);
    changeShared({ files: files.current });
  };
  const send = (overruled: readonly PersonalDetail[]) => {
    const faults = wordsFaults(typed);
    const mayGo = !faults.subject && !faults.otherSubject && underWay === 0 && isSound(typed);
    const body = { ...writtenOf(typed, overruled), ...written(typed) };
    const done = (words: string) => () => {
      announce(words);
      void navigate({ to: "/$lang/network/$", params: { lang, _splat: `${room}/${matterId}` } });
    };
    // A version that was filed is shown by an act of its own, so that only a draft says who will read it.
    if (isRevision)
      revising.attempt(mayGo ? { body: body as unknown as Revise, revision: decidedOn } : null, done(t.versionFiled));
    else {
      const saved = { ...body, visibility: typed.visibility } as unknown as Save;
      saving.attempt(mayGo ? { body: saved, revision: decidedOn } : null, done(t.saved));
    }
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send([]);
      }}
    >
      <KeptNote form={form} />
      <TranslatedFields
        typed={typed}
        isTried={isTried}
        onChange={changeShared}
        {...(says.subject !== undefined && { subject: says.subject })}
        {...(says.body !== undefined && { bodyLabel: says.body })}
        {...(says.bodyHelp !== undefined && { bodyHelp: says.bodyHelp })}
      />
      {fields({ typed, isTried, onChange: change })}
      {isRevision ? null : (
        <RadioGroup
          name="visibility"
          label={t.visibility}
          help={says.visibilityHelp ?? t.visibilityHelp}
          choices={(shows === undefined ? visibilityChoices : choicesFor(shows)).map((value) => ({
            value,
            label: levels[value],
          }))}
          value={typed.visibility}
          onChange={(visibility) => changeShared({ visibility })}
        />
      )}
      {!isRevision && typed.visibility === "public" ? <p>{says.everybody ?? everybody}</p> : null}
      <FileField
        value={typed.files}
        onChange={changeFiles}
        onUnderWay={setUnderWay}
        error={isTried && underWay > 0 ? t.underWay : undefined}
      />
      <DetailsQuestion error={error} onKeep={send} />
      <MatterRefused
        error={error}
        faults={says.faults}
        onSeen={(revision) => {
          save.reset();
          revise.reset();
          setDecidedOn(revision);
        }}
      />
      <div className="row row-end">
        <Button type="submit" variant="primary" busy={act.isPending}>
          {isRevision ? t.submitVersion : t.save}
        </Button>
      </div>
    </form>
  );
}

interface MeetingChoiceProps {
  readonly meetings: readonly MeetingSummary[];
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (meetingId: string) => void;
}

/** The meeting to which it belongs. */
export function MeetingChoice({ meetings, value, error, onChange }: MeetingChoiceProps) {
  const t = useTexts(putTexts).form;
  const m = useTexts(meetingTexts);
  const f = useFormat();
  return (
    <Select label={t.meeting} value={value} error={error} onChange={({ target }) => onChange(target.value)}>
      <option value="">{t.noMeeting}</option>
      {meetings.map((one) => (
        <option key={one.id} value={one.id}>
          {m.bodies[one.body]}, {meetingDays(m, f, one)}
        </option>
      ))}
    </Select>
  );
}
