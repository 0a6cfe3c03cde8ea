import type { CalendarDate } from "./calendar-date.ts";

/**
 * The year of the data that a round asks for. A round asks for the calendar year before it (methodology §8), but the round's own
 * reference period decides: a round "2025" whose period ends on 31 December 2024 holds data for 2024.
 */
export function referenceYear(round: { readonly referenceEnd: CalendarDate }): number {
  return Number(round.referenceEnd.slice(0, 4));
}

/** The period whose data a round of this year asks for: the calendar year before it. Stored with the round when it is opened. */
export function referencePeriodOf(roundYear: number): {
  readonly referenceStart: CalendarDate;
  readonly referenceEnd: CalendarDate;
} {
  return { referenceStart: `${roundYear - 1}-01-01`, referenceEnd: `${roundYear - 1}-12-31` };
}

/** The last day of the year of the data: what they say holds as of that day. */
export function lastDayOfData(round: { readonly referenceYear: number }): CalendarDate {
  return `${round.referenceYear}-12-31`;
}

/** Does the round open before its year of data has ended, so that nobody can report the whole year on the opening day? */
export function opensBeforeYearEnds(round: { readonly year: number; readonly opensOn: CalendarDate }): boolean {
  return round.opensOn <= referencePeriodOf(round.year).referenceEnd;
}
