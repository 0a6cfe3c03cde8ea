import type { CalendarDate } from "./calendar-date.ts";
import { localDate } from "./deadline.ts";

/** Has the round's opening day begun in at least one of these time zones? Before that the round is only planned and nobody can have reported. */
export function hasOpened(round: { readonly opensOn: CalendarDate }, now: Date, timeZones: Iterable<string>): boolean {
  for (const zone of new Set(timeZones)) if (localDate(now, zone) >= round.opensOn) return true;
  return false;
}
