import { regionFirst, type Text } from "@avances/domain/catalogue";
import { textLimits } from "@avances/domain/text";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { focusFirstFault } from "#lib/focus-first-fault.ts";
import { useFormat } from "#lib/format.ts";
import { Button } from "#ui/button.tsx";
import { Checkbox, FieldGroup, RadioGroup, Select, TextArea } from "#ui/field.tsx";
import type { AskedCountry } from "./asked-country.ts";
import { laterTexts } from "./later/later.texts.ts";
import type { Reminders } from "./later/later-queries.ts";
import { MomentFields, noMoment, type TypedMoment } from "./later/moment-fields.tsx";
import styles from "./notices.module.css";
import { remindersTexts } from "./reminders.texts.ts";

interface Named {
  readonly name: Text;
}

interface ResendChoiceProps {
  readonly groups: readonly (Named & { readonly code: string })[];
  readonly countries: readonly (Named & { readonly alpha3: string })[];
  /** Null = individual countries. */
  readonly group: string | null;
  readonly chosen: readonly string[];
  readonly text: Text;
  readonly error: string | undefined;
  readonly isBusy: boolean;
  readonly isSecondary: boolean;
  /** Null = it is sent now. */
  readonly moment: TypedMoment | null;
  /** It was tried with this moment, and what the server said of it. */
  readonly isTried: boolean;
  readonly refusal: unknown;
  readonly asked: readonly AskedCountry[];
  readonly min: string;
  /** The days that can be named for those who are chosen. */
  readonly ranges: Reminders["ranges"];
  readonly onMoment: (moment: TypedMoment | null) => void;
  readonly onGroup: (code: string | undefined) => void;
  readonly onCountries: (codes: readonly string[]) => void;
  readonly onText: (text: Text) => void;
  readonly onPreview: () => void;
}

export function ResendChoice(props: ResendChoiceProps) {
  const { groups, countries, group, chosen, text, error, isBusy, isSecondary } = props;
  const t = useTexts(remindersTexts).send;
  const later = useTexts(laterTexts);
  const lang = useLanguage();
  const f = useFormat();
  const sorted = [...countries].sort((one, other) => f.compare(one.name[lang], other.name[lang]));
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        props.onPreview();
        focusFirstFault(event.currentTarget);
      }}
    >
      <RadioGroup
        label={t.toWhom}
        name="whom"
        layout="inline"
        choices={[
          { value: "group", label: t.byGroup },
          { value: "countries", label: t.byCountry },
        ]}
        value={group === null ? "countries" : "group"}
        onChange={(value) => (value === "group" ? props.onGroup(undefined) : props.onCountries([]))}
      />
      {group === null ? (
        <FieldGroup legend={t.countries} error={error}>
          <div className={styles.countries}>
            {sorted.map(({ alpha3, name }) => (
              <Checkbox
                key={alpha3}
                label={name[lang]}
                checked={chosen.includes(alpha3)}
                onChange={(event) =>
                  props.onCountries(
                    event.target.checked ? [...chosen, alpha3].sort() : chosen.filter((code) => code !== alpha3),
                  )
                }
              />
            ))}
          </div>
        </FieldGroup>
      ) : (
        <Select label={t.group} value={group} onChange={(event) => props.onGroup(event.target.value)}>
          {groups.map(({ code, name }) => (
            <option key={code} value={code}>
              {name[lang]}
            </option>
          ))}
        </Select>
      )}
      <RadioGroup
        label={later.when}
        name="when"
        layout="inline"
        choices={[
          { value: "now", label: later.now },
          { value: "later", label: later.later },
        ]}
        value={props.moment === null ? "now" : "later"}
        onChange={(value) => props.onMoment(value === "now" ? null : noMoment)}
      />
      {props.moment === null ? null : (
        <MomentFields
          value={props.moment}
          isTried={props.isTried}
          error={props.refusal}
          countries={props.asked}
          min={props.min}
          ranges={props.ranges}
          onChange={props.onMoment}
        />
      )}
      <FieldGroup legend={t.own} help={t.ownHelp}>
        <div className={styles.texts}>
          {regionFirst.map((language) => (
            <TextArea
              key={language}
              label={t.ownIn[language]}
              lang={language}
              optional
              rows={4}
              limit={textLimits.noticeText}
              value={text[language]}
              onChange={(event) => props.onText({ ...text, [language]: event.target.value })}
            />
          ))}
        </div>
      </FieldGroup>
      <div>
        <Button type="submit" variant={isSecondary ? "secondary" : "primary"} busy={isBusy}>
          {t.preview}
        </Button>
      </div>
    </form>
  );
}
