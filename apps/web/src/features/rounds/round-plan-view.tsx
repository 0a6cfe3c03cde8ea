import { mayDo } from "@avances/domain/access";
import { noDaysOff, opensBeforeYearEnds, referencePeriodOf, reportingRoles } from "@avances/domain/round";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { countryDaysQuery, daysOffOf } from "#lib/country-days.ts";
import { useFormat } from "#lib/format.ts";
import { peopleQuery } from "#lib/shared-queries.ts";
import { Callout } from "#ui/callout.tsx";
import { type PlannedCountry, plannedEvents } from "./planned-events.ts";
import styles from "./rounds.module.css";
import { roundsTexts } from "./rounds.texts.ts";
import type { RoundPlan } from "./rounds-queries.ts";

export interface RoundPlanViewProps {
  readonly plan: RoundPlan;
  /** The server's time. */
  readonly now: Date;
  readonly members: readonly PlannedCountry[];
}

/** A year is said once, with the last of its days. */
const isSameYear = (day: string, next: string | undefined) => next?.slice(0, 4) === day.slice(0, 4);

/** The calendar that follows from the plan, day by day, and who would be written to. */
export function RoundPlanView({ plan, now, members }: RoundPlanViewProps) {
  const t = useTexts(roundsTexts);
  const lang = useLanguage();
  const f = useFormat();
  const id = useId();
  const { data } = useQuery(peopleQuery);
  const first = members.find(({ alpha3 }) => plan.obligatedCountries.includes(alpha3));
  const { data: days } = useQuery({ ...countryDaysQuery(first?.alpha3 ?? ""), enabled: first !== undefined });
  // The portal writes to nobody whose account still waits for a second person.
  const people = (data?.people ?? []).filter(
    ({ endedAt, invitation }) => endedAt === null && invitation !== "awaiting_second_person",
  );
  const contacts = people.filter(({ role }) => reportingRoles.includes(role));
  const signers = new Set(people.filter(({ role }) => mayDo(role, "submission.sign")).map(({ country }) => country));
  const { referenceEnd } = referencePeriodOf(plan.year);
  const reached = new Set(contacts.map(({ country }) => country));
  const unsigned = members.filter(({ alpha3 }) => plan.obligatedCountries.includes(alpha3) && !signers.has(alpha3));
  const unreached = members.filter(({ alpha3 }) => plan.obligatedCountries.includes(alpha3) && !reached.has(alpha3));
  return (
    <section aria-labelledby={id} className="stack-s">
      <h3 id={id}>{t.plan.heading}</h3>
      <ol className={styles.plan}>
        <li className="small">
          <b>{t.plan.today}</b>
          <span>{t.plan.rows(plan.obligatedCountries.length, members.length)}</span>
        </li>
        {plannedEvents(plan, members, now, days === undefined ? noDaysOff : daysOffOf(days)).map(({ kind, days }) => (
          <li key={kind} className="small">
            <b>{f.list(days.map((day, at) => (isSameYear(day, days[at + 1]) ? f.dayMonth(day) : f.date(day))))}</b>
            <span>{kind === "opening" ? t.plan.opening(contacts.length) : t.plan[kind]}</span>
          </li>
        ))}
      </ol>
      {plan.signatureRequired ? <p className="small">{t.plan.signed}</p> : null}
      <p className="quiet small">{t.plan.stops}</p>
      {opensBeforeYearEnds(plan) ? (
        <Callout tone="caution">{t.plan.yearRuns(referenceEnd.slice(0, 4), f.date(referenceEnd))}</Callout>
      ) : null}
      {data !== undefined && unreached.length > 0 ? (
        <Callout tone="caution">{t.plan.nobody(f.list(unreached.map(({ name }) => name[lang])))}</Callout>
      ) : null}
      {data !== undefined && plan.signatureRequired && unsigned.length > 0 ? (
        <Callout tone="caution">{t.plan.nobodySigns(f.list(unsigned.map(({ name }) => name[lang])))}</Callout>
      ) : null}
    </section>
  );
}
