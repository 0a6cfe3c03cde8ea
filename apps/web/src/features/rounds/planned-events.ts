import type { Text } from "@avances/domain/catalogue";
import {
  type CalendarDate,
  type CalendarStep,
  closesByItselfOn,
  confirmedByDefault,
  type DaysOff,
  localDate,
  noticesUntil,
} from "@avances/domain/round";
import type { RoundPlan } from "./rounds-queries.ts";

export interface PlannedCountry {
  readonly alpha3: string;
  readonly name: Text;
  readonly timeZone: string;
}

export type PlannedKind =
  | "opening"
  | "before"
  | "dueToday"
  | "due"
  | "after"
  | "escalation"
  | "presidency"
  | "closing"
  | "closes";

/** Null = the step does not follow from the dates of the round, but from returned work. */
const kindOfStep: Readonly<Record<CalendarStep, PlannedKind | null>> = {
  opening: "opening",
  before_30: "before",
  before_14: "before",
  before_7: "before",
  before_1: "before",
  due_today: "dueToday",
  overdue_1: "after",
  overdue_7: "after",
  escalation_14: "escalation",
  escalation_30: "presidency",
  closing_45: "closing",
  returned_before_5: null,
  returned_before_1: null,
  returned_overdue_1: null,
};

const endOfTime = new Date(8.64e15);

/**
 * What would happen, day by day, if the round were opened now and a country of the group sent nothing. The planner itself is asked, so a
 * short or late round shows the steps it would really have. Days are those of the first country's capital, and `daysOff` those of that country.
 */
export function plannedEvents(
  plan: Pick<RoundPlan, "opensOn" | "dueOn" | "obligatedCountries">,
  countries: readonly PlannedCountry[],
  now: Date,
  daysOff: DaysOff,
): readonly { readonly kind: PlannedKind; readonly days: readonly CalendarDate[] }[] {
  const timeZone = countries.find(({ alpha3 }) => plan.obligatedCountries.includes(alpha3))?.timeZone ?? "UTC";
  const state = {
    ...plan,
    ...{ timeZone, daysOff },
    obligated: true,
    exempt: false,
    status: "not_started",
    firstSubmittedAt: null,
    returnDueOn: null,
    dueToldAt: null,
    returnToldAt: null,
    handled: new Set<string>(),
    confirmation: { needed: confirmedByDefault, decided: new Map() },
  } as const;
  const told = noticesUntil(state, now, endOfTime).flatMap(({ step, goesAt }) => {
    const kind = kindOfStep[step];
    return kind === null ? [] : [{ kind, day: localDate(goesAt, timeZone) }];
  });
  const all = [
    ...told,
    { kind: "due" as const, day: plan.dueOn },
    { kind: "closes" as const, day: closesByItselfOn(plan) },
  ];
  const byDay = all.sort((one, other) => one.day.localeCompare(other.day));
  return [...Map.groupBy(byDay, ({ kind }) => kind)].map(([kind, group]) => ({
    kind,
    days: group.map(({ day }) => day),
  }));
}
