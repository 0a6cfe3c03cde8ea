import type { CalendarDate } from "../round/calendar-date.ts";
import { localDate } from "../round/deadline.ts";
import { addWorkingDays } from "../round/working-days.ts";

/** In how many working days the Secretariat says that it answers; at most a quarter of a year. */
export const promisedDaysRange = { least: 1, most: 60 } as const;

/** A decision on it; null = from then on it promises nothing. */
export interface PromiseDecision {
  readonly at: Date;
  readonly days: number | null;
}

/**
 * The day by which the Secretariat answers a report received at this instant, as it promised then: a later decision changes nothing for a country that
 * was told a day. Monday to Friday, in the country's calendar. Null = nothing was promised. `decisions` oldest first.
 */
export function answerBy(
  receivedAt: Date,
  timeZone: string,
  decisions: readonly PromiseDecision[],
): CalendarDate | null {
  return answerWithin(receivedAt, timeZone, decisions.filter(({ at }) => at < receivedAt).at(-1)?.days ?? null);
}

/** The day by which it answers a report received at this instant in so many working days; null = none were promised. */
export function answerWithin(receivedAt: Date, timeZone: string, days: number | null): CalendarDate | null {
  return days === null ? null : addWorkingDays(localDate(receivedAt, timeZone), days);
}
