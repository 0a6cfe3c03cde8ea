import type { SubmissionStatus } from "../submission/submission-status.ts";
import { type CalendarDate, daysBetween } from "./calendar-date.ts";
import { endOfDay, localDate } from "./deadline.ts";
import { hasOpened } from "./has-opened.ts";

export interface RoundDates {
  readonly opensOn: CalendarDate;
  readonly dueOn: CalendarDate;
}

/** What may be done to a round once it was opened. Each act raises its revision by one and is kept with who did it, when and why. */
export const roundActs = ["dates_corrected", "cancelled"] as const;
export type RoundAct = (typeof roundActs)[number];

/** A round takes a year at most from its opening to its due date. */
const longestRoundDays = 366;

/** Can a round of this year have these dates? It is due on or after its opening, within a year, and opens in or next to its own year. */
export function areRoundDates(year: number, { opensOn, dueOn }: RoundDates): boolean {
  const days = daysBetween(opensOn, dueOn);
  return days >= 0 && days <= longestRoundDays && Math.abs(Number(opensOn.slice(0, 4)) - year) <= 1;
}

/** Why dates cannot be put in the place of others. */
export type CorrectionFault =
  /** Nothing would change. */
  | "same"
  /** They are no dates of a round of this year. */
  | "order"
  /** The round has opened: the countries were invited on that day. */
  | "opened"
  /** The new date is over, or ends today, somewhere in the region: nobody becomes late by a correction. */
  | "past";

/**
 * May these dates take the place of the round's? The opening day can be moved until it comes, and not into the past. The due date only to
 * a day that is still to come in every capital. Null = they may.
 */
export function correctionFault(
  round: RoundDates & { readonly year: number },
  to: RoundDates,
  now: Date,
  timeZones: readonly string[],
): CorrectionFault | null {
  if (to.opensOn === round.opensOn && to.dueOn === round.dueOn) return "same";
  if (!areRoundDates(round.year, to)) return "order";
  const today =
    timeZones
      .map((zone) => localDate(now, zone))
      .sort()
      .at(-1) ?? localDate(now, "UTC");
  if (to.opensOn !== round.opensOn) {
    if (hasOpened(round, now, timeZones)) return "opened";
    if (to.opensOn < today) return "past";
  }
  return to.dueOn !== round.dueOn && to.dueOn <= today ? "past" : null;
}

interface CountryDue {
  readonly dueOn: CalendarDate;
  readonly extended: boolean;
  readonly firstSubmittedAt: Date | null;
  /** IANA zone of the capital. */
  readonly timeZone: string;
}

/**
 * A country's own due date when that of its round is corrected. Null = it stays: its first submission was in time by it, or an extension
 * reaches further. An extension that does not is used up. Who was late by a date that was wrong is judged by the right one.
 */
export function dueAfterCorrection(country: CountryDue, roundDueOn: CalendarDate): CalendarDate | null {
  const { firstSubmittedAt, timeZone } = country;
  if (firstSubmittedAt !== null && firstSubmittedAt < endOfDay(country.dueOn, timeZone)) return null;
  // An extension to the day that is now everybody's due date extends nothing any more.
  if (country.extended) return country.dueOn > roundDueOn ? null : roundDueOn;
  return country.dueOn === roundDueOn ? null : roundDueOn;
}

/** Has no country done anything in the round? Then it can be cancelled. */
export function isUnused(
  submissions: readonly {
    readonly status: SubmissionStatus;
    readonly version: number;
    /** Also as ISO 8601. */
    readonly lastActivityAt: Date | string | null;
  }[],
): boolean {
  return submissions.every(
    ({ status, version, lastActivityAt }) =>
      (status === "not_started" || status === "exempt") && version === 0 && lastActivityAt === null,
  );
}
