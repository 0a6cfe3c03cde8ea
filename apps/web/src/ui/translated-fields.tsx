import { languageFacts, languageLabel, languages } from "@avances/domain/catalogue";
import { otherLanguage } from "@avances/domain/network";
import { textLimits } from "@avances/domain/text";
import { useTexts } from "#i18n/i18n.ts";
import type { Language } from "#i18n/language.ts";
import { useLanguage } from "#i18n/language.ts";
import { isOneOf, isText } from "#lib/read-kept.ts";
import { RadioGroup, TextArea, TextInput } from "./field.tsx";
import { matterTexts } from "./matter.texts.ts";
import styles from "./translated-fields.module.css";

/** The words of a matter as they are typed, in the language of writing and, if somebody translates them at once, in the other. */
export interface TypedWords {
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
  readonly otherSubject: string;
  readonly otherBody: string;
}

export const isTypedWords = {
  ...{ language: isOneOf(languages), subject: isText, body: isText, otherSubject: isText, otherBody: isText },
};

/** Nothing was translated when nothing was typed. */
export const translationOf = ({ otherSubject: subject, otherBody: body }: TypedWords) =>
  subject.trim() === "" && body.trim() === "" ? null : { subject, body };

/** What is missing before the words can be sent; the server says the rest. */
export const wordsFaults = ({ subject, otherSubject, otherBody }: TypedWords) => ({
  subject: subject.trim() === "",
  otherSubject: otherSubject.trim() === "" && otherBody.trim() !== "",
});

/** What the line above the words is called, where it is no title. */
export interface SubjectSays {
  readonly label: string;
  readonly help?: string;
  readonly missing: string;
  /** Of the translation, where its body alone was written. */
  readonly missingToo: string;
}

interface TranslatedFieldsProps {
  readonly typed: TypedWords;
  readonly isTried: boolean;
  readonly onChange: (part: Partial<TypedWords>) => void;
  readonly subject?: SubjectSays;
  /** What the words of this matter are called, where they are no summary. */
  readonly bodyLabel?: string;
  readonly bodyHelp?: string;
}

/** Title and words in the language of writing, and beside them, or below on a phone, in the other. */
export function TranslatedFields({ typed, isTried, onChange, subject, bodyLabel, bodyHelp }: TranslatedFieldsProps) {
  const t = useTexts(matterTexts);
  const lang = useLanguage();
  const faults = isTried ? wordsFaults(typed) : { subject: false, otherSubject: false };
  const other = otherLanguage(typed.language);
  const label = bodyLabel ?? t.words.body;
  return (
    <div className={styles.words}>
      <RadioGroup
        name="language"
        layout="inline"
        label={t.words.language}
        choices={languages.map((value) => ({ value, label: languageLabel(value, lang) }))}
        value={typed.language}
        onChange={(language) => onChange({ language })}
      />
      <div className={styles.pair}>
        <div className={styles.side}>
          <TextInput
            label={subject?.label ?? t.words.subject}
            help={subject?.help}
            limit={textLimits.matterSubject}
            value={typed.subject}
            error={faults.subject ? (subject?.missing ?? t.faults.subject_missing) : undefined}
            onChange={({ target }) => onChange({ subject: target.value })}
          />
          <TextArea
            label={label}
            help={bodyHelp}
            optional
            rows={6}
            limit={textLimits.matterBody}
            value={typed.body}
            onChange={({ target }) => onChange({ body: target.value })}
          />
        </div>
        <fieldset className={styles.side}>
          <legend className={styles.legend}>{t.words.other(languageFacts[other].called[lang])}</legend>
          <p className="quiet small">{t.words.otherHelp}</p>
          <TextInput
            label={subject?.label ?? t.words.subject}
            optional
            lang={other}
            limit={textLimits.matterSubject}
            value={typed.otherSubject}
            error={faults.otherSubject ? (subject?.missingToo ?? t.words.bodyOfMore) : undefined}
            onChange={({ target }) => onChange({ otherSubject: target.value })}
          />
          <TextArea
            label={label}
            optional
            rows={6}
            lang={other}
            limit={textLimits.matterBody}
            value={typed.otherBody}
            onChange={({ target }) => onChange({ otherBody: target.value })}
          />
        </fieldset>
      </div>
    </div>
  );
}
