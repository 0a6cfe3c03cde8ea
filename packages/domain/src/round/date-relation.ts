import { type CalendarDate, daysBetween } from "./calendar-date.ts";
import { localDate } from "./deadline.ts";

/** How a date relates to an instant, by the clocks of a capital. A due day is `today` until it ends at midnight there. */
export type DateRelation = "ahead" | "today" | "past";

export function dateRelation(date: CalendarDate, now: Date, timeZone: string): DateRelation {
  const days = daysBetween(localDate(now, timeZone), date);
  if (days === 0) return "today";
  return days > 0 ? "ahead" : "past";
}
