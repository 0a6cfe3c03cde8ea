import type { DocumentView, HeldFile, MeetingSummary } from "@avances/contracts";
import { languages } from "@avances/domain/catalogue";
import { type DocumentKind, documentKinds, type VisibilityChoice, visibilityChoices } from "@avances/domain/network";
import type { PersonalDetail } from "@avances/domain/text";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { type Language, useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { newId } from "#lib/new-id.ts";
import { isListOf, isNullOr, isNumber, isOneOf, isShape, isText } from "#lib/read-kept.ts";
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
import { isTypedWords, TranslatedFields, type TypedWords, translationOf, wordsFaults } from "#ui/translated-fields.tsx";
import { wordsIn } from "#ui/translated-words.tsx";
import { DocumentRefused } from "./document-refused.tsx";
import styles from "./library.module.css";
import { libraryTexts } from "./library.texts.ts";
import { useDocumentAct } from "./library-queries.ts";

interface Typed extends TypedWords {
  /** Of a new document: chosen once, so that a second try is the same document. */
  readonly id: string;
  readonly documentKind: DocumentKind;
  readonly meetingId: string;
  readonly visibility: VisibilityChoice;
  readonly files: readonly HeldFile[];
}

const isFile = isShape<HeldFile>({
  ...{ id: isText, name: isText, mediaType: isText, bytes: isNumber, language: isNullOr(isOneOf(languages)) },
});
const isTyped = isShape<Typed>({
  ...{ ...isTypedWords, id: isText, documentKind: isOneOf(documentKinds), meetingId: isText },
  ...{ visibility: isOneOf(visibilityChoices), files: isListOf(isFile) },
});

/** What a form begins with: a document as it is, or nothing. */
export function typedOf(document: DocumentView | null, language: Language, meetingId: string): Typed {
  if (document === null)
    return {
      ...{ id: "", language, subject: "", body: "", otherSubject: "", otherBody: "" },
      ...{ documentKind: "background", meetingId, visibility: "members", files: [] },
    };
  const { words, files, documentKind, visibility } = document;
  const other = languages.find((one) => one !== words.language) ?? words.language;
  const said = wordsIn(words, other);
  const isSaid = said.state !== "missing";
  return {
    ...{ id: document.id, language: words.language, subject: words.subject, body: words.body, files, documentKind },
    ...{ otherSubject: isSaid ? said.subject : "", otherBody: isSaid ? said.body : "" },
    meetingId: document.meetingId ?? "",
    visibility: visibilityChoices.find((one) => one === visibility) ?? "members",
  };
}

interface DocumentFormProps {
  /** Null = a new one. What was filed gets another version, a draft other words. */
  readonly document: DocumentView | null;
  readonly empty: Typed;
  readonly meetings: readonly MeetingSummary[];
}

/** The words of a document in both languages, its files, and for whom it is. Files arrive while the rest is typed. */
export function DocumentForm({ document, empty, meetings }: DocumentFormProps) {
  const t = useTexts(libraryTexts);
  const levels = useTexts(matterTexts).levels;
  const m = useTexts(meetingTexts);
  const f = useFormat();
  const lang = useLanguage();
  const navigate = useNavigate();
  const isRevision = document !== null && document.version > 0;
  const form = useKeptForm({ form: "document", of: [document?.id ?? "new"], empty, guard: isTyped });
  const typed = form.value;
  const [fallback] = useState(newId);
  const matterId = typed.id === "" ? fallback : typed.id;
  const save = useDocumentAct(matterId, "save");
  const revise = useDocumentAct(matterId, "revise");
  const act = isRevision ? revise : save;
  const saving = useSending(form, save);
  const revising = useSending(form, revise);
  const { isTried } = isRevision ? revising : saving;
  // The document when the form was opened: the decision is about it, not about what arrives later.
  const [decidedOn, setDecidedOn] = useState(document?.revision ?? 0);
  const [underWay, setUnderWay] = useState(0);
  const change = (part: Partial<Typed>) => form.change({ ...part, id: matterId });
  // A file may arrive long after it was chosen: it is added to what the form is then.
  const files = useRef(typed.files);
  files.current = typed.files;
  const changeFiles = (next: (now: readonly HeldFile[]) => readonly HeldFile[]) => {
    files.current = next(files.current);
    change({ files: files.current });
  };
  const send = (overruled: readonly PersonalDetail[]) => {
    const faults = wordsFaults(typed);
    const isSound = !faults.subject && !faults.otherSubject && underWay === 0;
    const { language, subject, body, documentKind, meetingId, visibility } = typed;
    const written = {
      ...{ language, subject, body, documentKind, translation: translationOf(typed), overruled: [...overruled] },
      meetingId: meetingId === "" ? null : meetingId,
      files: typed.files.map((file) => ({ fileId: file.id, language: file.language })),
    };
    const done = (words: string) => () => {
      announce(words);
      void navigate({ to: "/$lang/network/$", params: { lang, _splat: `library/${matterId}` } });
    };
    if (isRevision) revising.attempt(isSound ? { body: written, revision: decidedOn } : null, done(t.form.filedAnew));
    else saving.attempt(isSound ? { body: { ...written, visibility }, revision: decidedOn } : null, done(t.form.saved));
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
      <TranslatedFields typed={typed} isTried={isTried} onChange={change} />
      <div className={styles.facts}>
        <Select
          label={t.form.kind}
          value={typed.documentKind}
          onChange={({ target }) =>
            change({ documentKind: documentKinds.find((one) => one === target.value) ?? typed.documentKind })
          }
        >
          {documentKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t.kinds[kind]}
            </option>
          ))}
        </Select>
        <Select
          label={t.form.meeting}
          value={typed.meetingId}
          onChange={({ target }) => change({ meetingId: target.value })}
        >
          <option value="">{t.form.noMeeting}</option>
          {meetings.map((one) => (
            <option key={one.id} value={one.id}>
              {m.bodies[one.body]}, {meetingDays(m, f, one)}
            </option>
          ))}
        </Select>
      </div>
      {isRevision ? null : (
        <RadioGroup
          name="visibility"
          label={t.form.visibility}
          help={t.form.visibilityHelp}
          choices={visibilityChoices.map((value) => ({ value, label: levels[value] }))}
          value={typed.visibility}
          onChange={(visibility) => change({ visibility })}
        />
      )}
      <FileField
        value={typed.files}
        onChange={changeFiles}
        onUnderWay={setUnderWay}
        error={isTried && underWay > 0 ? t.form.underWay : undefined}
      />
      <DetailsQuestion error={act.error} onKeep={send} />
      <DocumentRefused
        error={act.error}
        onSeen={(revision) => {
          act.reset();
          setDecidedOn(revision);
        }}
      />
      <div className="row row-end">
        <Button type="submit" variant="primary" busy={act.isPending}>
          {isRevision ? t.form.submitVersion : t.form.save}
        </Button>
      </div>
    </form>
  );
}
