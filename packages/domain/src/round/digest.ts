import { mayDo } from "../access/policy.ts";
import type { Role } from "../access/role.ts";
import { addDays, type CalendarDate } from "./calendar-date.ts";
import { localDate, localTime } from "./deadline.ts";
import { closedBecause, maySend, type SendingDays, sendingWindow } from "./sending-window.ts";

/** Which digest a person with this role gets: the secretariat each working day on which something changed, those who report each week; null = none. */
export function digestOf(role: Role): "daily" | "weekly" | null {
  if (!mayDo(role, "own-digest.choose")) return null;
  return mayDo(role, "rounds.manage") ? "daily" : "weekly";
}

/** At most one a day. `lastDay`: of the last one, where its reader is; null = there was none. */
export function dailyDigestLeaves(days: SendingDays, lastDay: CalendarDate | null, now: Date): boolean {
  return maySend(now, days) && (lastDay === null || lastDay < localDate(now, days.timeZone));
}

/** So long after nine it may leave: what changes later in the day waits for the next one. */
const weeklyMinutes = 60;

export interface WeeklyDigest extends SendingDays {
  readonly lastDay: CalendarDate | null;
  /** When other messages of the round last went to the country, or will go today. */
  readonly otherMessages: readonly (Date | null)[];
}

/**
 * At most one a week, in the first hour of its first working day; a day on which the country gets another message of the round is left to that
 * message, and the digest comes on the next working day.
 */
export function weeklyDigestLeaves(state: WeeklyDigest, now: Date): boolean {
  const { timeZone, lastDay, otherMessages } = state;
  const today = localDate(now, timeZone);
  const monday = mondayOf(today);
  const hadOther = (day: CalendarDate) => otherMessages.some((at) => at !== null && localDate(at, timeZone) === day);
  if (!maySend(now, state) || (lastDay !== null && lastDay >= monday) || hadOther(today)) return false;
  const opens = localTime(today, sendingWindow.from, timeZone).getTime();
  if (now.getTime() >= opens + weeklyMinutes * 60_000) return false;
  const before = workingDaysBetween(monday, today, state).at(-1);
  return before === undefined || hadOther(before);
}

/** The working days from the first day on, and before the last. */
function workingDaysBetween(first: CalendarDate, last: CalendarDate, days: SendingDays): readonly CalendarDate[] {
  const found: CalendarDate[] = [];
  for (let day = first; day < last; day = addDays(day, 1)) if (closedBecause(day, days) === null) found.push(day);
  return found;
}

/** The Monday of the week of this day. */
function mondayOf(day: CalendarDate): CalendarDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}
