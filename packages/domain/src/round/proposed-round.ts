import { addDays, type CalendarDate, daysBetween, isCalendarDate } from "./calendar-date.ts";
import type { RoundDates } from "./round-correction.ts";
import type { DaysOff } from "./sending-window.ts";
import { isWorkingDay } from "./working-days.ts";

/** Rounds usually open on 1 February and are due on 30 April; countries get at least a month. Methodology §8. */
const usual = { opens: "02-01", due: "04-30", days: 88, least: 30 };

/** The year proposed for the next round: after the newest, and with a usual due date that leaves the countries enough time. */
export function proposedYear(newest: number | undefined, today: CalendarDate): number {
  const year = Number(today.slice(0, 4));
  const inTime = daysBetween(today, `${year}-${usual.due}`) >= usual.least ? year : year + 1;
  return newest === undefined ? inTime : Math.max(newest + 1, inTime);
}

/**
 * The dates proposed for a round of this year: those of the round that is copied, else the usual ones, in this year; a day that has passed is
 * replaced by today. Each then moves on to the next day on which people work in every country (`daysOff`, one set a country), or, where there is
 * none within two weeks, in as many as possible.
 */
export function proposedDates(
  year: number,
  today: CalendarDate,
  {
    copied,
    daysOff = [],
  }: { readonly copied?: RoundDates & { readonly year: number }; readonly daysOff?: readonly DaysOff[] } = {},
): RoundDates {
  const opens = copied === undefined ? `${year}-${usual.opens}` : inYear(copied.opensOn, year - copied.year);
  const due = copied === undefined ? `${year}-${usual.due}` : inYear(copied.dueOn, year - copied.year);
  const from = opens < today ? today : opens;
  const days = copied === undefined ? usual.days : Math.max(usual.least, daysBetween(copied.opensOn, copied.dueOn));
  const until = daysBetween(from, due) >= usual.least ? due : addDays(from, days);
  return { opensOn: workedOn(from, daysOff), dueOn: workedOn(until, daysOff) };
}

/** The same day so many years later; 29 February becomes the 28th where the year has none. */
function inYear(date: CalendarDate, years: number): CalendarDate {
  const day = `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
  return isCalendarDate(day) ? day : `${Number(date.slice(0, 4)) + years}-02-28`;
}

const furthest = 14;

/** The first day from this one on that is a working day in the most countries; without countries, the first from Monday to Friday. */
function workedOn(date: CalendarDate, daysOff: readonly DaysOff[]): CalendarDate {
  const days = Array.from({ length: furthest + 1 }, (_, index) => addDays(date, index)).filter((day) =>
    isWorkingDay(day),
  );
  const off = (day: CalendarDate) => daysOff.filter((days) => days.has(day)).length;
  const fewest = Math.min(...days.map(off));
  return days.find((day) => off(day) === fewest) ?? date;
}
