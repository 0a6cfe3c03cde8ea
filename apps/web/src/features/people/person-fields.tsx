import { regionFirst } from "@avances/domain/catalogue";
import { textLimits } from "@avances/domain/text";
import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { RadioGroup, TextInput } from "#ui/field.tsx";
import styles from "./people.module.css";
import { peopleTexts } from "./people.texts.ts";
import { personTexts } from "./person.texts.ts";
import type { PersonDraft, PersonFaults } from "./person-draft.ts";

/** What describes anybody. */
type Description = Pick<PersonDraft, "displayName" | "institution" | "salutation" | "phone" | "language">;

interface PersonFieldsProps {
  readonly draft: Description;
  readonly faults: Pick<PersonFaults, "displayName" | "institution" | "salutation" | "phone">;
  readonly onChange: (part: Partial<Description>) => void;
  /** Between the lines about the person and the language. */
  readonly children?: ReactNode;
}

/** Name, institution, salutation, telephone, language: for an invitation, for the secretariat and for the person. */
export function PersonFields({ draft, faults, onChange, children }: PersonFieldsProps) {
  const { form, languages } = useTexts(peopleTexts);
  // A field with a too long text shows its own message, with the count.
  const lineError = (fault: "nameWrong" | "salutationWrong" | "tooLong" | "notOneLine" | undefined) =>
    fault === undefined || fault === "tooLong" ? undefined : form[fault];
  return (
    <>
      <div className={styles.fields}>
        <TextInput
          label={form.name}
          autoComplete="off"
          limit={textLimits.personName}
          value={draft.displayName}
          error={lineError(faults.displayName)}
          onChange={(event) => onChange({ displayName: event.target.value })}
        />
        <TextInput
          label={form.institution}
          optional
          autoComplete="off"
          limit={textLimits.institution}
          value={draft.institution}
          error={lineError(faults.institution)}
          onChange={(event) => onChange({ institution: event.target.value })}
        />
        <TextInput
          label={form.salutation}
          help={form.salutationHelp}
          optional
          autoComplete="off"
          limit={textLimits.salutation}
          value={draft.salutation}
          error={lineError(faults.salutation)}
          onChange={(event) => onChange({ salutation: event.target.value })}
        />
        <PhoneField
          value={draft.phone}
          isFaulty={faults.phone !== undefined}
          onChange={(phone) => onChange({ phone })}
        />
      </div>
      {children}
      <RadioGroup
        label={form.language}
        name="person-language"
        layout="inline"
        choices={regionFirst.map((language) => ({ value: language, label: languages[language] }))}
        value={draft.language}
        onChange={(language) => onChange({ language })}
      />
    </>
  );
}

interface PhoneFieldProps {
  readonly value: string;
  readonly isFaulty: boolean;
  readonly onChange: (phone: string) => void;
}

function PhoneField({ value, isFaulty, onChange }: PhoneFieldProps) {
  const t = useTexts(personTexts);
  return (
    <TextInput
      type="tel"
      label={t.phone}
      help={t.phoneHelp}
      optional
      autoComplete="off"
      value={value}
      error={isFaulty ? t.phoneWrong : undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
