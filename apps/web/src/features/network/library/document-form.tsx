import type { DocumentView, MeetingSummary } from "@avances/contracts";
import { type DocumentKind, documentKinds } from "@avances/domain/network";
import { useTexts } from "#i18n/i18n.ts";
import type { Language } from "#i18n/language.ts";
import { isOneOf, isShape } from "#lib/read-kept.ts";
import { Select } from "#ui/field.tsx";
import { isTypedMatter, MatterForm, MeetingChoice, type TypedMatter, typedMatter } from "../matter-form.tsx";
import styles from "./library.module.css";
import { libraryTexts } from "./library.texts.ts";
import { documentActs } from "./library-queries.ts";

interface Typed extends TypedMatter {
  readonly documentKind: DocumentKind;
}
const isTyped = isShape<Typed>({ ...isTypedMatter, documentKind: isOneOf(documentKinds) });

/** What a form begins with: a document as it is, or nothing. */
export function typedOf(document: DocumentView | null, language: Language, meetingId: string): Typed {
  return {
    ...typedMatter(document, { language, meetingId, visibility: "members" }),
    documentKind: document?.documentKind ?? "background",
  };
}

interface DocumentFormProps {
  /** Null = a new one. What was filed gets another version, a draft other words. */
  readonly document: DocumentView | null;
  readonly empty: Typed;
  readonly meetings: readonly MeetingSummary[];
}

/** The words of a document in both languages, its files, and for whom it is. */
export function DocumentForm({ document, empty, meetings }: DocumentFormProps) {
  const t = useTexts(libraryTexts);
  return (
    <MatterForm
      matter={document}
      kind={documentActs}
      says={{}}
      room="library"
      empty={empty}
      guard={isTyped}
      written={({ documentKind }) => ({ documentKind })}
      fields={({ typed, onChange }) => (
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
      )}
    />
  );
}
