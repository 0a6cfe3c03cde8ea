import { addDays, type CalendarDate, daysBetween, referencePeriodOf } from "@avances/domain/round";
import { type NamedRound, namedRound } from "#lib/round-words.ts";

/** Rounds open on 1 February and are due on 30 April; countries get a month at the very least. */
const usual = { opens: "02-01", due: "04-30", days: 88, least: 30 };

export interface ProposedDates {
  readonly opensOn: CalendarDate;
  readonly dueOn: CalendarDate;
}

/** The round that is proposed next: after the newest, and one whose usual due date still leaves the countries their time. */
export function proposedYear(newest: number | undefined, today: CalendarDate): number {
  const year = Number(today.slice(0, 4));
  const inTime = daysBetween(today, `${year}-${usual.due}`) >= usual.least ? year : year + 1;
  return newest === undefined ? inTime : Math.max(newest + 1, inTime);
}

/** The usual days of a round of this year; a day that has passed is not proposed, today takes its place. */
export function proposedDates(year: number, today: CalendarDate): ProposedDates {
  const opens = `${year}-${usual.opens}`;
  const opensOn = opens < today ? today : opens;
  const due = `${year}-${usual.due}`;
  return { opensOn, dueOn: daysBetween(opensOn, due) >= usual.least ? due : addDays(opensOn, usual.days) };
}

/** A round that is not opened yet, by its two years. */
export function plannedRound(year: number): NamedRound {
  return namedRound({ year, ...referencePeriodOf(year) });
}
