import { addDays, type CalendarDate } from "./calendar-date.ts";
import { noticeCalendar } from "./notice-calendar.ts";

/** What decides how long the reminders of a country can be held. */
export interface HoldInput {
  /** Today in the country's calendar. */
  readonly today: CalendarDate;
  readonly dueOn: CalendarDate;
  /** Due date of returned work; null when none is returned. */
  readonly returnDueOn: CalendarDate | null;
}

/** The first and the last day until which the reminders of a country can be held. */
export interface HoldRange {
  readonly country: string;
  readonly earliest: CalendarDate;
  readonly latest: CalendarDate;
}

/** Days from each anchor to the last step that is counted from it. */
const lastStepAfter = (anchor: "due" | "return_due") =>
  Math.max(...noticeCalendar.filter((rule) => rule.anchor === anchor).map(({ offsetDays }) => offsetDays));

/**
 * First and last day until which reminders can be held: from today until the last step of the calendar. Null = nothing goes out by itself any
 * more, so there is nothing to hold.
 */
export function holdRange({ today, dueOn, returnDueOn }: HoldInput): Omit<HoldRange, "country"> | null {
  const lastOfDue = addDays(dueOn, lastStepAfter("due"));
  const lastOfReturn = returnDueOn === null ? lastOfDue : addDays(returnDueOn, lastStepAfter("return_due"));
  const latest = [lastOfDue, lastOfReturn].sort().at(-1) as CalendarDate;
  return latest < today ? null : { earliest: today, latest };
}

/** The same for a whole round: a day that has passed in none of its countries, until the last step of any. Null = no country is left. */
export function rangeOfRound(ranges: readonly HoldRange[]): Omit<HoldRange, "country"> | null {
  const earliest = ranges
    .map((range) => range.earliest)
    .sort()
    .at(-1);
  const latest = ranges
    .map((range) => range.latest)
    .sort()
    .at(-1);
  return earliest === undefined || latest === undefined ? null : { earliest, latest };
}

/** What of a hold decides whether it counts for a country. */
export interface HeldDays {
  readonly roundYear: number;
  /** Null = every country of the round. */
  readonly countryCode: string | null;
  readonly lastDay: CalendarDate;
}

/** Of the holds that were not lifted: the one that holds the reminders of this country longest, today; undefined when none does. */
export function holdOf<H extends HeldDays>(
  holds: readonly H[],
  { roundYear, country, today }: { readonly roundYear: number; readonly country: string; readonly today: CalendarDate },
): H | undefined {
  return holds
    .filter((one) => one.roundYear === roundYear && (one.countryCode === null || one.countryCode === country))
    .filter(({ lastDay }) => lastDay >= today)
    .reduce<H | undefined>(
      (longest, one) => (longest === undefined || one.lastDay > longest.lastDay ? one : longest),
      undefined,
    );
}
