import { addDays, type CalendarDate } from "./calendar-date.ts";

/** Days from the due date to the closing of a round. Methodology §8; the calendar of notices has its last step then. */
export const closingDays = 45;

/** The day on which the round closes by itself. */
export function closesByItselfOn({ dueOn }: { readonly dueOn: CalendarDate }): CalendarDate {
  return addDays(dueOn, closingDays);
}
