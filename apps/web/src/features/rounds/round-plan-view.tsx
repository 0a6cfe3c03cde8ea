import { addDays, closesOn } from "@avances/domain/round";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { peopleQuery } from "#lib/shared-queries.ts";
import { Callout } from "#ui/callout.tsx";
import styles from "./rounds.module.css";
import { roundsTexts } from "./rounds.texts.ts";
import type { RoundPlan } from "./rounds-queries.ts";

export interface RoundPlanViewProps {
  readonly plan: RoundPlan;
  readonly today: string;
  readonly members: readonly { readonly alpha3: string; readonly name: { readonly en: string; readonly es: string } }[];
}

/** The calendar that follows from the plan, day by day, and who would be written to. */
export function RoundPlanView({ plan, today, members }: RoundPlanViewProps) {
  const t = useTexts(roundsTexts);
  const lang = useLanguage();
  const f = useFormat();
  const id = useId();
  const { data } = useQuery(peopleQuery);
  const contacts = (data?.people ?? []).filter(
    ({ role, endedAt }) => endedAt === null && (role === "focal_point" || role === "alternate"),
  );
  const reached = new Set(contacts.map(({ country }) => country));
  const unreached = members.filter(({ alpha3 }) => plan.obligatedCountries.includes(alpha3) && !reached.has(alpha3));
  const after = (...days: number[]) => f.list(days.map((day) => f.dayMonth(addDays(plan.dueOn, day))));
  const lines = [
    { when: t.plan.today, what: t.plan.rows(plan.obligatedCountries.length, members.length) },
    {
      when: f.date(plan.opensOn),
      what:
        plan.opensOn > today
          ? t.plan.opening(contacts.length)
          : `${t.plan.opening(contacts.length)} ${t.plan.pastOpening}`,
    },
    { when: after(-30, -14, -7, -1), what: t.plan.before },
    { when: f.date(plan.dueOn), what: t.plan.due },
    { when: after(1, 7), what: t.plan.after },
    { when: after(14), what: t.plan.escalation },
    { when: after(30), what: t.plan.presidency },
    { when: f.date(closesOn(plan)), what: t.plan.closing },
  ];
  return (
    <section aria-labelledby={id} className="stack-s">
      <h3 id={id}>{t.plan.heading}</h3>
      <ol className={styles.plan}>
        {lines.map(({ when, what }) => (
          <li key={what} className="small">
            <b>{when}</b>
            <span>{what}</span>
          </li>
        ))}
      </ol>
      <p className="quiet small">{t.plan.stops}</p>
      {data !== undefined && unreached.length > 0 ? (
        <Callout tone="caution">{t.plan.nobody(f.list(unreached.map(({ name }) => name[lang])))}</Callout>
      ) : null}
    </section>
  );
}
