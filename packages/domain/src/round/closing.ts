import { addDays, type CalendarDate } from "./calendar-date.ts";
import { noticeCalendar } from "./notice-calendar.ts";

/** Days from the due date to the closing of a round, as its calendar of notices has them. Methodology §8. */
export const closingDays = noticeCalendar.find(({ step }) => step === "closing_45")?.offsetDays ?? 0;

/** The day on which the round closes by itself. */
export function closesByItselfOn({ dueOn }: { readonly dueOn: CalendarDate }): CalendarDate {
  return addDays(dueOn, closingDays);
}
