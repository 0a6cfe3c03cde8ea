import { daysBetween, isCalendarDate } from "@avances/domain/round";
import type { RoundPlan } from "./rounds-queries.ts";

export interface PlanFaults {
  readonly year?: "yearWrong" | "exists";
  readonly opensOn?: "dateMissing";
  readonly dueOn?: "dateMissing" | "order";
  readonly countries?: "noCountry";
}

/** What is wrong with a plan, at its field; with the server's refusal, if there was one, at the field it speaks of. */
export function planFaults(plan: RoundPlan, refusal: string | null): PlanFaults {
  const isYear = Number.isInteger(plan.year) && plan.year >= 2000 && plan.year <= 2100;
  const hasDates = isCalendarDate(plan.opensOn) && isCalendarDate(plan.dueOn);
  return {
    ...(!isYear && { year: "yearWrong" as const }),
    ...(refusal === "round-exists" && { year: "exists" as const }),
    ...(!isCalendarDate(plan.opensOn) && { opensOn: "dateMissing" as const }),
    ...(!isCalendarDate(plan.dueOn) && { dueOn: "dateMissing" as const }),
    ...(((hasDates && !inOrder(plan)) || refusal === "round-dates-out-of-order") && { dueOn: "order" as const }),
    ...(plan.obligatedCountries.length === 0 && { countries: "noCountry" as const }),
  };
}

function inOrder({ year, opensOn, dueOn }: RoundPlan): boolean {
  const days = daysBetween(opensOn, dueOn);
  return days >= 0 && days <= 366 && Math.abs(Number(opensOn.slice(0, 4)) - year) <= 1;
}
