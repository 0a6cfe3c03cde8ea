import { reachesFar, readsForOrganisation, roles, seesAssignedOnly } from "@avances/domain/access";
import { textLimits } from "@avances/domain/text";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { Checkbox, Select, TextInput } from "#ui/field.tsx";
import { roleTexts } from "#ui/role.texts.ts";
import { ToldByMail } from "#ui/told-by-mail.tsx";
import { IndicatorChoice } from "./indicator-choice.tsx";
import { countryOf, countryRuleOf, type InviteDraft, type InviteFaults } from "./invite-draft.ts";
import { OrganisationSelect } from "./organisation-form.tsx";
import styles from "./people.module.css";
import { peopleTexts } from "./people.texts.ts";
import type { Role, SecondPerson } from "./people-queries.ts";
import { personTexts } from "./person.texts.ts";
import { PersonFields } from "./person-fields.tsx";
import type { Country } from "./task-list.tsx";

interface InviteFieldsProps {
  readonly draft: InviteDraft;
  readonly faults: InviteFaults;
  readonly countries: readonly Country[];
  readonly secondPerson: SecondPerson;
  readonly onChange: (part: Partial<InviteDraft>) => void;
}

export function InviteFields({ draft, faults, countries, secondPerson, onChange }: InviteFieldsProps) {
  const texts = useTexts(peopleTexts);
  const personWords = useTexts(personTexts);
  const roleNames = useTexts(roleTexts).inList;
  const t = texts.form;
  const lang = useLanguage();
  return (
    <>
      <PersonFields
        draft={{ ...draft, salutation: draft.salutation ?? "", phone: draft.phone ?? "" }}
        faults={faults}
        onChange={onChange}
      >
        <TextInput
          type="email"
          label={t.address}
          help={draft.isShared ? personWords.mailboxHelp : t.addressHelp}
          autoComplete="off"
          spellCheck={false}
          limit={textLimits.mailAddress}
          value={draft.address}
          error={faults.address && t[faults.address]}
          onChange={(event) => onChange({ address: event.target.value })}
        />
        <Checkbox
          label={t.shared}
          checked={draft.isShared ?? false}
          onChange={(event) => onChange({ isShared: event.target.checked })}
        />
        <div className={styles.fields}>
          <Select
            label={t.role}
            help={texts.roleHelp[draft.role]}
            value={draft.role}
            onChange={(event) => onChange({ role: event.target.value as Role })}
          >
            {roles.map((role) => (
              <option key={role} value={role}>
                {roleNames[role]}
              </option>
            ))}
          </Select>
          {countryRuleOf(draft.role) !== "never" ? (
            <Select
              label={t.country}
              optional={countryRuleOf(draft.role) === "may"}
              value={draft.country}
              error={faults.country && t[faults.country]}
              onChange={(event) => {
                const country = countries.find(({ alpha3 }) => alpha3 === event.target.value);
                onChange({ country: event.target.value, ...(country && { language: country.workingLanguage }) });
              }}
            >
              <option value="">{countryRuleOf(draft.role) === "may" ? t.noCountry : t.choose}</option>
              {countries.map(({ alpha3, name }) => (
                <option key={alpha3} value={alpha3}>
                  {name[lang]}
                </option>
              ))}
            </Select>
          ) : null}
        </div>
        {readsForOrganisation(draft.role) ? (
          <OrganisationSelect
            value={draft.organisation ?? ""}
            onChange={(organisation) => onChange({ organisation })}
          />
        ) : null}
      </PersonFields>
      {seesAssignedOnly(draft.role) ? (
        <IndicatorChoice
          chosen={new Set(draft.indicators)}
          error={faults.indicators && t[faults.indicators]}
          onChange={(indicators) => onChange({ indicators: [...indicators] })}
        />
      ) : null}
      <p className="quiet small">
        {countryRuleOf(draft.role) === "always" && countryOf(draft) === null ? null : !reachesFar({
            role: draft.role,
            country: countryOf(draft),
          }) ? (
          t.atOnce
        ) : secondPerson === "needed" ? (
          <>
            {t.second} <ToldByMail words={t.mail} />
          </>
        ) : (
          t.exempt
        )}
      </p>
    </>
  );
}
