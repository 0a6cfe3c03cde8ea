import { isOfSecretariat, reachesFar, roleChangeFault, roles, seesAssignedOnly } from "@avances/domain/access";
import { type FormEvent, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { focusFirstFault } from "#lib/focus-first-fault.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Select } from "#ui/field.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { roleTexts } from "#ui/role.texts.ts";
import { ToldByMail } from "#ui/told-by-mail.tsx";
import { IndicatorChoice } from "./indicator-choice.tsx";
import { countryRuleOf } from "./invite-draft.ts";
import styles from "./people.module.css";
import { peopleTexts } from "./people.texts.ts";
import { type Person, type Role, type SecondPerson, useAskForRole } from "./people-queries.ts";
import { personTexts } from "./person.texts.ts";
import type { Country } from "./task-list.tsx";

interface RoleFormProps {
  readonly person: Person;
  readonly countries: readonly Country[];
  readonly secondPerson: SecondPerson;
}

/** Asks for another role, in the account's own country. */
export function RoleForm({ person, countries, secondPerson }: RoleFormProps) {
  const t = useTexts(personTexts).role;
  const words = useTexts(personTexts);
  const people = useTexts(peopleTexts);
  const roleNames = useTexts(roleTexts).inList;
  const lang = useLanguage();
  const ask = useAskForRole(person);
  const [role, setRole] = useState<Role>(person.role);
  const [place, setPlace] = useState(person.country ?? "");
  const [indicators, setIndicators] = useState<readonly string[]>(person.assignedIndicators ?? []);
  const [isTried, setTried] = useState(false);
  const rule = countryRuleOf(role);
  const country = rule === "never" || place === "" ? null : place;
  const wanted = {
    ...{ role, country },
    ...(seesAssignedOnly(role) && { assignedIndicators: [...indicators].sort() }),
  };
  const sameIndicators =
    JSON.stringify(indicators.toSorted()) === JSON.stringify((person.assignedIndicators ?? []).toSorted());
  const isSame = role === person.role && country === person.country && (!seesAssignedOnly(role) || sameIndicators);
  const fault = roleChangeFault(person, { role, country });
  const needsIndicators = seesAssignedOnly(role) && indicators.length === 0;
  const isSound = !isSame && fault === null && !needsIndicators;
  // Where the account has a country, no other is offered.
  const offered = countries.filter(({ alpha3 }) => person.country === null || alpha3 === person.country);
  const takesTwo = secondPerson === "needed" && (reachesFar(person) || reachesFar({ role, country }));
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (!isSound) focusFirstFault(event.currentTarget);
    if (isSound && !ask.isPending)
      ask.mutate(wanted, {
        onSuccess: (after) => announce((after.waiting === null ? t.done : t.asked)(after.displayName)),
      });
  }
  return (
    <form noValidate className="stack-s" onSubmit={submit}>
      <p className="small">
        {t.help} <ToldByMail words={t.mail} />
      </p>
      {takesTwo ? <p className="small">{t.second}</p> : null}
      <div className={styles.fields}>
        <Select
          label={people.form.role}
          help={people.roleHelp[role]}
          value={role}
          error={isTried && isSame ? t.same : undefined}
          onChange={(event) => {
            ask.reset();
            setRole(event.target.value as Role);
          }}
        >
          {roles
            .filter((one) => !isOfSecretariat(one))
            .map((one) => (
              <option key={one} value={one}>
                {roleNames[one]}
              </option>
            ))}
        </Select>
        {rule === "never" ? null : (
          <Select
            label={people.form.country}
            optional={rule === "may"}
            value={place}
            error={isTried && fault === "does_not_fit_role" ? people.form.countryWrong : undefined}
            onChange={(event) => setPlace(event.target.value)}
          >
            <option value="">{rule === "may" ? people.form.noCountry : people.form.choose}</option>
            {offered.map(({ alpha3, name }) => (
              <option key={alpha3} value={alpha3}>
                {name[lang]}
              </option>
            ))}
          </Select>
        )}
      </div>
      {seesAssignedOnly(role) ? (
        <IndicatorChoice
          chosen={new Set(indicators)}
          error={isTried && needsIndicators ? people.form.indicatorsWrong : undefined}
          onChange={(chosen) => setIndicators([...chosen])}
        />
      ) : null}
      <ProblemNote
        error={ask.error}
        words={{ "transition-refused": words.refused, "invalid-input": people.form.misfit }}
      />
      <div className="row">
        <Button type="submit" busy={ask.isPending}>
          {t.submit}
        </Button>
      </div>
    </form>
  );
}
