import { addDays, type CalendarDate } from "./calendar-date.ts";
import { localDate } from "./deadline.ts";
import { noticeCalendar } from "./notice-calendar.ts";

/** Days from the due date to the closing of a round, as its calendar of notices has them. Methodology §8. */
export const closingDays = noticeCalendar.find(({ step }) => step === "closing_45")?.offsetDays ?? 0;

interface ClosingRound {
  readonly dueOn: CalendarDate;
  /** When the secretariat closed it before its day, a Date or ISO 8601; null or absent = it did not. */
  readonly closedAt?: Date | string | null;
}

/** The day on which the round closes by itself. */
export function closesByItselfOn({ dueOn }: { readonly dueOn: CalendarDate }): CalendarDate {
  return addDays(dueOn, closingDays);
}

/**
 * The day on which the round closes, or was closed by the secretariat, on the calendar of whoever reads it (the zone of a capital): from then on a
 * missing report counts as not received. It may still be sent.
 */
export function closesOn({ dueOn, closedAt = null }: ClosingRound, timeZone: string): CalendarDate {
  return closedAt === null ? closesByItselfOn({ dueOn }) : localDate(new Date(closedAt), timeZone);
}
