import { addDays, type CalendarDate } from "@avances/domain/round";

export type RoundState = "planned" | "open" | "overdue" | "closed";

/** Days after the due date at which the calendar closes the round. Methodology §8. */
export const closingDays = 45;

/** Where a round stands on a day of the server's calendar. */
export function roundState(
  { opensOn, dueOn }: { readonly opensOn: CalendarDate; readonly dueOn: CalendarDate },
  today: CalendarDate,
): RoundState {
  if (today < opensOn) return "planned";
  if (today <= dueOn) return "open";
  return today < addDays(dueOn, closingDays) ? "overdue" : "closed";
}

export function isCollecting(state: RoundState): boolean {
  return state === "open" || state === "overdue";
}
