import {
  isCalendarDate,
  isWorkingDay,
  localTime,
  notWorkedIn,
  opensBeforeYearEnds,
  referencePeriodOf,
  sendingTime,
} from "@avances/domain/round";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { groupsQuery } from "#lib/shared-queries.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { Checkbox, FieldGroup, Select, TextInput } from "#ui/field.tsx";
import { RecordTable, Row } from "#ui/record-table.tsx";
import rounds from "../rounds.module.css";
import { GroupMembers } from "./group-members.tsx";
import { factsOf } from "./preparation-queries.ts";
import { prepareTexts } from "./prepare.texts.ts";
import { membersOf } from "./proposed-plan.ts";
import { errorOf, type StepProps } from "./step-props.ts";

/** Opening day, due date, who is obligated and who signs; beside it when that is in each country. */
export function StepDates(props: StepProps) {
  const { preparing, countries, nameOf } = props;
  const t = useTexts(prepareTexts).dates;
  const all = useTexts(prepareTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { data } = useSuspenseQuery(groupsQuery);
  const { plan, view, change } = preparing;
  const { facts } = view;
  const [isRecording, setRecording] = useState(false);
  const asked = factsOf(facts).countries.filter(({ country }) => plan.obligatedCountries.includes(country));
  const note = (day: string, words: (countries: string) => string) => {
    if (!isCalendarDate(day)) return undefined;
    if (!isWorkingDay(day)) return t.weekend;
    const off = notWorkedIn(day, asked);
    return off.length === 0 ? undefined : words(f.list(off.map(nameOf)));
  };
  const members = (group: string, day: string) => [...membersOf(group, facts, day)].sort();
  const present = members(plan.obligatedGroup, plan.opensOn);
  const isAsGroup = present.join() === [...plan.obligatedCountries].sort().join();
  const { referenceEnd } = referencePeriodOf(plan.year);
  const day = isCalendarDate(plan.opensOn) ? plan.opensOn : facts.today;
  return (
    <div className="stack">
      <div className={rounds.dates}>
        <TextInput
          type="date"
          label={t.opensOn}
          help={t.opensHelp}
          note={note(plan.opensOn, t.notWorked)}
          error={errorOf(props, "opening-missing", "opening-past", "opening-announced", "opening-other-year")}
          value={plan.opensOn}
          onChange={(event) => {
            const opensOn = event.target.value;
            // The ticks follow the group to another day, unless somebody has changed them.
            change({
              opensOn,
              ...(isAsGroup && { obligatedCountries: members(plan.obligatedGroup, opensOn) }),
            });
          }}
        />
        <TextInput
          type="date"
          label={t.dueOn}
          help={t.dueHelp}
          note={note(plan.dueOn, t.notWorkedDue)}
          error={errorOf(props, "due-missing", "due-before-opening", "due-past", "due-too-far")}
          value={plan.dueOn}
          onChange={(event) => change({ dueOn: event.target.value })}
        />
      </div>
      {isCalendarDate(plan.opensOn) && opensBeforeYearEnds(plan) ? (
        <Callout tone="caution">{t.yearRuns(referenceEnd.slice(0, 4), f.date(referenceEnd))}</Callout>
      ) : null}
      <Select
        label={t.group}
        help={t.members(present.length, f.date(day))}
        error={errorOf(props, "group-unknown", "group-empty")}
        value={plan.obligatedGroup}
        onChange={(event) =>
          change({
            obligatedGroup: event.target.value,
            obligatedCountries: members(event.target.value, plan.opensOn),
          })
        }
      >
        {data.groups.map((one) => (
          <option key={one.code} value={one.code}>
            {one.name[lang]}
          </option>
        ))}
      </Select>
      <div className="row">
        <Button size="small" onClick={() => setRecording(true)}>
          {all.members.open}
        </Button>
        {isAsGroup ? null : (
          <Button size="small" variant="quiet" onClick={() => change({ obligatedCountries: present })}>
            {t.reset}
          </Button>
        )}
      </div>
      <GroupMembers
        isOpen={isRecording}
        group={plan.obligatedGroup}
        facts={facts}
        countries={countries}
        onClose={() => setRecording(false)}
      />
      <FieldGroup legend={t.countries} help={t.countriesHelp} error={errorOf(props, "no-country")}>
        <div className={rounds.countries}>
          {countries.map(({ alpha3, name }) => (
            <Checkbox
              key={alpha3}
              label={name[lang]}
              checked={plan.obligatedCountries.includes(alpha3)}
              onChange={(event) => {
                const others = plan.obligatedCountries.filter((one) => one !== alpha3);
                change({ obligatedCountries: event.target.checked ? [...others, alpha3].sort() : others });
              }}
            />
          ))}
        </div>
      </FieldGroup>
      <Checkbox
        label={t.signed}
        help={t.signedHelp}
        checked={plan.signatureRequired}
        onChange={(event) => change({ signatureRequired: event.target.checked })}
      />
      {isCalendarDate(plan.opensOn) && isCalendarDate(plan.dueOn) ? <InEachCountry {...props} /> : null}
    </div>
  );
}

/** The same days by the clocks of every capital. */
function InEachCountry({ preparing: { plan, view }, countries }: StepProps) {
  const t = useTexts(prepareTexts).dates;
  const lang = useLanguage();
  const f = useFormat();
  const offIn = (code: string) => new Set(view.facts.countries.find(({ country }) => country === code)?.daysOff);
  return (
    <RecordTable caption={t.table} dense heads={[t.country, t.zone, t.opening, t.due]}>
      <tbody>
        {countries.map(({ alpha3, name, capital, timeZone }) => {
          const daysOff = offIn(alpha3);
          const begins = localTime(plan.opensOn, "00:00", timeZone);
          const invited = sendingTime(plan.opensOn, begins, { timeZone, daysOff });
          return (
            <Row key={alpha3}>
              <th scope="row">
                {name[lang]}{" "}
                <span className="quiet small">
                  {plan.obligatedCountries.includes(alpha3) ? t.obligated : t.voluntary}
                </span>
              </th>
              <td>{capital[lang]}</td>
              <td>{f.instant(invited, timeZone)}</td>
              <td>
                {f.shortDate(plan.dueOn)}
                {isWorkingDay(plan.dueOn, daysOff) ? null : <span className="quiet small"> · {t.notWorkedHere}</span>}
              </td>
            </Row>
          );
        })}
      </tbody>
    </RecordTable>
  );
}
