import { addDays, type CalendarDate } from "./calendar-date.ts";

/**
 * How far after the round's due date (or after today, if that has passed) a country's own date may lie. The next round is due by then,
 * so a later day is a typing error and not a decision.
 */
export const longestOwnDateDays = 365;

export interface OwnDateInput {
  /** Today in the country's calendar. */
  readonly today: CalendarDate;
  /** Due date of the round. */
  readonly roundDueOn: CalendarDate;
  /** The own date must be later than this, and than today: an extension is later than the date it extends. */
  readonly after?: CalendarDate;
}

/** First and last day that a country can be given for an extension or for returned work. */
export function ownDateRange({ today, roundDueOn, after = today }: OwnDateInput): {
  readonly earliest: CalendarDate;
  readonly latest: CalendarDate;
} {
  const last = roundDueOn > today ? roundDueOn : today;
  return { earliest: addDays(after > today ? after : today, 1), latest: addDays(last, longestOwnDateDays) };
}

/** Is this a day of the calendar within the range? */
export function isWithin(
  date: CalendarDate,
  { earliest, latest }: { readonly earliest: CalendarDate; readonly latest: CalendarDate },
): boolean {
  return date >= earliest && date <= latest;
}
