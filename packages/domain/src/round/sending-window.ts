import { addDays, type CalendarDate } from "./calendar-date.ts";
import { localDate, localTime } from "./deadline.ts";
import { isWorkingDay } from "./working-days.ts";

/**
 * When notices of the calendar leave, by the clocks of the capital: from nine on their own day; a missed one only within these hours and
 * on a working day. Notices that follow from an act (a receipt, a return, an extension) leave at once. Methodology §8.
 */
export const sendingWindow = { from: "09:00", until: "18:00" } as const;

/** The first instant at or after `now` at which a notice for this day may leave. */
export function sendingTime(day: CalendarDate, now: Date, timeZone: string): Date {
  const today = localDate(now, timeZone);
  for (let date = day > today ? day : today; ; date = addDays(date, 1)) {
    if (date !== day && !isWorkingDay(date)) continue;
    const opens = localTime(date, sendingWindow.from, timeZone);
    if (now <= opens) return opens;
    if (now < localTime(date, sendingWindow.until, timeZone)) return now;
  }
}
