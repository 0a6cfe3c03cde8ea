import { addDays, type CalendarDate, daysBetween, referencePeriodOf } from "@avances/domain/round";
import { type NamedRound, namedRound } from "#lib/round-words.ts";

/** Rounds usually open on 1 February and are due on 30 April; countries get at least a month. */
const usual = { opens: "02-01", due: "04-30", days: 88, least: 30 };

export interface ProposedDates {
  readonly opensOn: CalendarDate;
  readonly dueOn: CalendarDate;
}

/** The year proposed for the next round: after the newest, and with a usual due date that leaves the countries enough time. */
export function proposedYear(newest: number | undefined, today: CalendarDate): number {
  const year = Number(today.slice(0, 4));
  const inTime = daysBetween(today, `${year}-${usual.due}`) >= usual.least ? year : year + 1;
  return newest === undefined ? inTime : Math.max(newest + 1, inTime);
}

/** The usual dates of a round of this year; a day that has passed is replaced by today. */
export function proposedDates(year: number, today: CalendarDate): ProposedDates {
  const opens = `${year}-${usual.opens}`;
  const opensOn = opens < today ? today : opens;
  const due = `${year}-${usual.due}`;
  return { opensOn, dueOn: daysBetween(opensOn, due) >= usual.least ? due : addDays(opensOn, usual.days) };
}

/** The names of a round that is not opened yet. */
export function plannedRound(year: number): NamedRound {
  return namedRound({ year, ...referencePeriodOf(year) });
}
