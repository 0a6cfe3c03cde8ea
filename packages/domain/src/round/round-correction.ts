import type { SubmissionStatus } from "../submission/submission-status.ts";
import { type CalendarDate, daysBetween } from "./calendar-date.ts";
import { endOfDay, localDate } from "./deadline.ts";
import { hasOpened } from "./has-opened.ts";

export interface RoundDates {
  readonly opensOn: CalendarDate;
  readonly dueOn: CalendarDate;
}

/** What may be done to a round after it was opened. Each act raises its revision by one and is recorded: who did it, when and why. */
export const roundActs = ["dates_corrected", "closed", "reopened", "cancelled"] as const;
export type RoundAct = (typeof roundActs)[number];

/** Those that people who report in the round read of, with the reason. */
export const roundActsTold = ["dates_corrected", "closed", "reopened"] as const satisfies readonly RoundAct[];

/** At most a year lies between a round's opening and its due date. */
const longestRoundDays = 366;

/** Can a round of this year have these dates? It is due on or after its opening, within a year, and opens in or next to its own year. */
export function areRoundDates(year: number, { opensOn, dueOn }: RoundDates): boolean {
  const days = daysBetween(opensOn, dueOn);
  return days >= 0 && days <= longestRoundDays && Math.abs(Number(opensOn.slice(0, 4)) - year) <= 1;
}

/** Why these dates cannot replace the present ones. */
export type CorrectionFault =
  /** The secretariat has closed it. It can be opened again, and then its dates are corrected. */
  | "closed"
  /** Nothing would change. */
  | "same"
  /** They are not possible dates of a round of this year. */
  | "order"
  /** The round has opened: the countries were invited on that day. */
  | "opened"
  /** The new due date has passed or ends today somewhere in the region: a correction makes nobody late. */
  | "past";

/**
 * May these dates replace the round's? The opening day can be moved until it comes, and not into the past. The due date can only move to
 * a day that is still to come in every capital. Null = they may.
 */
export function correctionFault(
  round: RoundDates & { readonly year: number; readonly closedAt?: Date | string | null },
  to: RoundDates,
  now: Date,
  timeZones: readonly string[],
): CorrectionFault | null {
  if (round.closedAt != null) return "closed";
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
 * The country's new own due date when its round's due date is corrected. Null = it keeps its date: its first submission was on time by it,
 * or its extension reaches further. An extension that reaches no further ends. A country that was late only by the wrong date is judged
 * by the right one.
 */
export function dueAfterCorrection(country: CountryDue, roundDueOn: CalendarDate): CalendarDate | null {
  const { firstSubmittedAt, timeZone } = country;
  if (firstSubmittedAt !== null && firstSubmittedAt < endOfDay(country.dueOn, timeZone)) return null;
  // An extension to what is now everybody's due date no longer extends anything.
  if (country.extended) return country.dueOn > roundDueOn ? null : roundDueOn;
  return country.dueOn === roundDueOn ? null : roundDueOn;
}

/** Has no country done anything in the round? Then it can be cancelled. */
export function isUnused(
  submissions: readonly {
    readonly status: SubmissionStatus;
    readonly version: number;
    /** A Date, or ISO 8601. */
    readonly lastActivityAt: Date | string | null;
  }[],
): boolean {
  return submissions.every(
    ({ status, version, lastActivityAt }) =>
      (status === "not_started" || status === "exempt") && version === 0 && lastActivityAt === null,
  );
}
