import type { CalendarDate } from "./calendar-date.ts";
import { endOfDay, localDate } from "./deadline.ts";

/**
 * Is the round closed for a country because the secretariat closed it? Not while the country's own date had still to pass then, or was moved since: its
 * extension stands, and its calendar goes on.
 */
export function isClosedFor(
  { dueOn, timeZone }: { readonly dueOn: CalendarDate; readonly timeZone: string },
  closedAt: Date | string | null | undefined,
): boolean {
  return closedAt != null && endOfDay(dueOn, timeZone) <= new Date(closedAt);
}

/** Why the secretariat cannot close a round, or open it again. */
export type ClosingFault =
  /** Its due date has not passed in every capital. */
  | "not_due"
  /** It is closed. */
  | "closed"
  /** It was not closed by the secretariat. */
  | "not_closed"
  /** The day has come on which it closes by itself. */
  | "over";

/** A round and the day on which it closes by itself, which is given: a page that asks loads nothing of the calendar of notices. */
export interface RoundToClose {
  readonly dueOn: CalendarDate;
  readonly closesByItselfOn: CalendarDate;
  /** When the secretariat closed it before that, a Date or ISO 8601; null = it did not. */
  readonly closedAt: Date | string | null;
}

/** May the secretariat close the round now? From the end of its due date in the last capital until it closes by itself. Null = it may. */
export function closingFault(round: RoundToClose, now: Date, timeZones: readonly string[]): ClosingFault | null {
  if (round.closedAt !== null) return "closed";
  if (timeZones.some((zone) => localDate(now, zone) <= round.dueOn)) return "not_due";
  return isOver(round, now, timeZones) ? "over" : null;
}

/** May it be opened again? Until the day on which it would have closed by itself. Null = it may. */
export function reopeningFault(
  round: Omit<RoundToClose, "dueOn">,
  now: Date,
  timeZones: readonly string[],
): ClosingFault | null {
  if (round.closedAt === null) return "not_closed";
  return isOver(round, now, timeZones) ? "over" : null;
}

/** Has the day come, in the first of the capitals, on which the round closes by itself? */
function isOver(round: Pick<RoundToClose, "closesByItselfOn">, now: Date, timeZones: readonly string[]): boolean {
  return timeZones.some((zone) => localDate(now, zone) >= round.closesByItselfOn);
}
