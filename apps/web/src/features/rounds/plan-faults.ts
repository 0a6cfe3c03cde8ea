import { areRoundDates, isCalendarDate } from "@avances/domain/round";
import type { RoundPlan } from "./rounds-queries.ts";

/** The server's refusal, from its problem document. */
interface Refusal {
  readonly code: string;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
}

export interface PlanFaults {
  readonly year?: "yearWrong" | "exists";
  readonly opensOn?: "dateMissing" | "announced";
  readonly dueOn?: "dateMissing" | "order";
  readonly countries?: "noCountry";
}

/** The faults of a plan by field, including the server's refusal, if there was one, at the field it concerns. */
export function planFaults(plan: RoundPlan, refusal: Refusal | null): PlanFaults {
  const isYear = Number.isInteger(plan.year) && plan.year >= 2000 && plan.year <= 2100;
  const hasDates = isCalendarDate(plan.opensOn) && isCalendarDate(plan.dueOn);
  const isDateRefused = refusal?.code === "round-dates-out-of-order";
  const isAnnounced = isDateRefused && refusal.details?.fault === "announced";
  const isDisorder = isDateRefused && !isAnnounced;
  return {
    ...(!isYear && { year: "yearWrong" as const }),
    ...(refusal?.code === "round-exists" && { year: "exists" as const }),
    ...(!isCalendarDate(plan.opensOn) && { opensOn: "dateMissing" as const }),
    ...(!isCalendarDate(plan.dueOn) && { dueOn: "dateMissing" as const }),
    ...(isAnnounced && { opensOn: "announced" as const }),
    ...(((hasDates && !areRoundDates(plan.year, plan)) || isDisorder) && { dueOn: "order" as const }),
    ...(plan.obligatedCountries.length === 0 && { countries: "noCountry" as const }),
  };
}
