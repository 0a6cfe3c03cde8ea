import { addDays, type CalendarDate } from "./calendar-date.ts";
import { localDate, localTime } from "./deadline.ts";
import { isWorkingDay } from "./working-days.ts";

/**
 * When whatever goes out by itself leaves, by the clocks of the capital: within these hours, on a working day of the country. Messages that
 * follow from an act (a receipt, a return, an extension) or are sent by hand leave at once. Methodology §8, decision 43.
 */
export const sendingWindow = { from: "09:00", until: "18:00" } as const;

/** Days on which nothing goes out by itself to a country: its holidays, and the days that the secretariat keeps quiet. */
export type DaysOff = ReadonlySet<CalendarDate>;
export const noDaysOff: DaysOff = new Set();

/** The days and hours of one country. */
export interface SendingDays {
  /** IANA zone of the capital. */
  readonly timeZone: string;
  readonly daysOff: DaysOff;
  /** The last day on which its reminders are held; null or absent = they are not. */
  readonly heldUntil?: CalendarDate | null;
  /** The day by which the country said last that it sends its report: until it has passed, nothing of the calendar leaves. Null or absent = none. */
  readonly promisedOn?: CalendarDate | null;
}

/** Why nothing leaves by itself on this day. */
export type ClosedBecause = "held" | "promised" | "day_off" | "weekend";

/** Null = something may leave on this day, within the hours. */
export function closedBecause(
  date: CalendarDate,
  { daysOff, heldUntil = null, promisedOn = null }: Omit<SendingDays, "timeZone">,
): ClosedBecause | null {
  if (heldUntil !== null && date <= heldUntil) return "held";
  if (promisedOn !== null && date <= promisedOn) return "promised";
  if (daysOff.has(date)) return "day_off";
  return isWorkingDay(date) ? null : "weekend";
}

/** The first instant at or after `now`, and not before this day, at which something may leave by itself. */
export function sendingTime(day: CalendarDate, now: Date, days: SendingDays): Date {
  const { timeZone } = days;
  const today = localDate(now, timeZone);
  for (let date = day > today ? day : today; ; date = addDays(date, 1)) {
    if (closedBecause(date, days) !== null) continue;
    const opens = localTime(date, sendingWindow.from, timeZone);
    if (now <= opens) return opens;
    if (now < localTime(date, sendingWindow.until, timeZone)) return now;
  }
}

/** May something leave by itself at this instant? */
export function maySend(now: Date, days: SendingDays): boolean {
  return sendingTime(localDate(now, days.timeZone), now, days).getTime() === now.getTime();
}
