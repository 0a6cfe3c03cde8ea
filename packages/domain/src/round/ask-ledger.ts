import type { CalendarDate } from "./calendar-date.ts";
import { type AskStep, calendarRuleOf, everyStep, isAsk, isEventOf } from "./notice-calendar.ts";

/** The steps that ask. They stand here and not beside the calendar, which pages of visitors load: a list that is computed stays in a bundle. */
export const askSteps: readonly AskStep[] = everyStep.filter(isAsk);

/**
 * Does a message of this kind carry a link by which its recipient can answer? Requests do, but not the first word of something: the invitation,
 * and that a report was returned.
 */
export function offersAnswer(kind: string): boolean {
  return askSteps.some(
    (step) => step === kind && !isEventOf(step, "version") && calendarRuleOf(step)?.anchor !== "opening",
  );
}

/** A request for a report, by whatever way, as far as its number depends on it. */
export interface CountedAsk {
  /** The day on which it was made, in the clocks of the country's capital. */
  readonly day: CalendarDate;
  /** Of a message when it was sent, or written while it waits; of a note when it was written down. */
  readonly at: Date;
  /** Did it reach somebody who reports? What reached nobody, or was withdrawn, is no request. */
  readonly counts: boolean;
}

/**
 * The requests of one round in the order in which they were made, each with its number; null for one that does not count. The same for messages,
 * calls and letters: whoever asks how often a country was asked reads it here.
 */
export function inAskOrder<Ask extends CountedAsk>(
  asks: readonly Ask[],
): readonly (Ask & { readonly nth: number | null })[] {
  let nth = 0;
  return [...asks].sort(byTime).map((ask) => ({ ...ask, nth: ask.counts ? ++nth : null }));
}

function byTime(one: CountedAsk, other: CountedAsk): number {
  if (one.day !== other.day) return one.day < other.day ? -1 : 1;
  return one.at.getTime() - other.at.getTime();
}
