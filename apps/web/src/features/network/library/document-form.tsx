import type { DocumentView, MeetingSummary } from "@avances/contracts";
import { type DocumentKind, documentKinds } from "@avances/domain/network";
import { useTexts } from "#i18n/i18n.ts";
import type { Language } from "#i18n/language.ts";
import { isListOf, isOneOf, isShape, isText } from "#lib/read-kept.ts";
import { Select } from "#ui/field.tsx";
import { AboutField } from "../about-field.tsx";
import { MattersField } from "../belongs-to.tsx";
import { isTypedMatter, MatterForm, MeetingChoice, type TypedMatter, typedMatter } from "../matter-form.tsx";
import { type About, aboutKinds, type NamedAbout } from "../what-about.ts";
import styles from "./library.module.css";
import { libraryTexts } from "./library.texts.ts";
import { documentActs } from "./library-queries.ts";

interface Typed extends TypedMatter {
  readonly documentKind: DocumentKind;
  readonly about: readonly About[];
  /** Ids of matters. */
  readonly matters: readonly string[];
}
const isTyped = isShape<Typed>({
  ...{ ...isTypedMatter, documentKind: isOneOf(documentKinds), matters: isListOf(isText) },
  about: isListOf(isShape<About>({ kind: isOneOf(aboutKinds), code: isText })),
});

/** What a form begins with: a document as it is, or nothing. */
export function typedOf(document: DocumentView | null, language: Language, meetingId: string): Typed {
  return {
    ...typedMatter(document, { language, meetingId, visibility: "members" }),
    documentKind: document?.documentKind ?? "background",
    about: (document?.links ?? []).flatMap(({ kind, code }) => (kind === "matter" ? [] : [{ kind, code }])),
    matters: (document?.links ?? []).flatMap(({ kind, code }) => (kind === "matter" ? [code] : [])),
  };
}

interface DocumentFormProps {
  /** Null = a new one. What was filed gets another version, a draft other words. */
  readonly document: DocumentView | null;
  readonly empty: Typed;
  readonly meetings: readonly MeetingSummary[];
  /** Everything in the catalogue, and the countries. */
  readonly all: readonly NamedAbout[];
}

/** The words of a document in both languages, its files, and for whom it is. */
export function DocumentForm({ document, empty, meetings, all }: DocumentFormProps) {
  const t = useTexts(libraryTexts);
  return (
    <MatterForm
      matter={document}
      kind={documentActs}
      shows="document"
      says={{ faults: t.faults, everybody: t.everybody }}
      room="library"
      empty={empty}
      guard={isTyped}
      written={({ documentKind, about, matters }) => ({
        documentKind,
        links: [
          ...about.map(({ kind, code }) => ({ kind, code })),
          ...matters.map((code) => ({ kind: "matter" as const, code })),
        ],
      })}
      fields={({ typed, onChange }) => (
        <>
          <div className={styles.facts}>
            <Select
              label={t.form.kind}
              value={typed.documentKind}
              onChange={({ target }) =>
                onChange({ documentKind: documentKinds.find((one) => one === target.value) ?? typed.documentKind })
              }
            >
              {documentKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t.kinds[kind]}
                </option>
              ))}
            </Select>
            <MeetingChoice
              meetings={meetings}
              value={typed.meetingId}
              onChange={(meetingId) => onChange({ meetingId })}
            />
          </div>
          <MattersField
            value={typed.matters}
            meetingId={typed.meetingId}
            known={document?.matters ?? []}
            onChange={(matters) => onChange({ matters })}
          />
          <AboutField says={t.belongs} value={typed.about} all={all} onChange={(about) => onChange({ about })} />
        </>
      )}
    />
  );
}
