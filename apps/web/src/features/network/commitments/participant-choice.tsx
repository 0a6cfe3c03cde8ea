import { bodyCodes, secretariatCode } from "@avances/domain/network";
import type { Participant } from "@avances/domain/reference";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { Button } from "#ui/button.tsx";
import { Checkbox, FieldError, FieldGroup } from "#ui/field.tsx";
import styles from "./commitments.module.css";
import { commitmentsTexts } from "./commitments.texts.ts";

/** Whoever may owe something or be sent it. The bodies that meet are nobody; the Coalition is both. */
export const mayOwe = ({ code }: Participant) => code === "COALITION" || !bodyCodes.some((body) => body === code);
export const mayBeSent = (one: Participant) => mayOwe(one) && one.code !== secretariatCode;

interface ParticipantChoiceProps {
  readonly legend: string;
  readonly help?: string;
  readonly participants: readonly Participant[];
  readonly value: readonly string[];
  readonly error?: string | undefined;
  readonly onChange: (codes: readonly string[]) => void;
}

/** Chooses participants, members first, each list by name. */
export function ParticipantChoice({ legend, help, participants, value, error, onChange }: ParticipantChoiceProps) {
  const t = useTexts(commitmentsTexts).form;
  const lang = useLanguage();
  const f = useFormat();
  const byName = (isMember: boolean) =>
    participants
      .filter(({ kind }) => (kind === "member") === isMember)
      .sort((one, other) => f.compare(one.name[lang], other.name[lang]));
  const members = byName(true);
  return (
    <FieldGroup legend={legend} help={help}>
      <div className="row">
        <Button onClick={() => onChange([...new Set([...value, ...members.map(({ code }) => code)])])}>{t.all}</Button>
        <Button onClick={() => onChange([])}>{t.noneOfThem}</Button>
      </div>
      <div className={styles.choices}>
        {[...members, ...byName(false)].map(({ code, name }) => (
          <Checkbox
            key={code}
            label={name[lang]}
            checked={value.includes(code)}
            onChange={({ target }) => onChange(target.checked ? [...value, code] : value.filter((one) => one !== code))}
          />
        ))}
      </div>
      {error === undefined ? null : <FieldError id="participants-error">{error}</FieldError>}
    </FieldGroup>
  );
}
