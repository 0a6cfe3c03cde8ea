import type { CalendarDate } from "./calendar-date.ts";
import { closesByItselfOn } from "./closing.ts";
import { localDate } from "./deadline.ts";

interface ClosingRound {
  readonly dueOn: CalendarDate;
  /** When the secretariat closed it before its day, a Date or ISO 8601; null or absent = it did not. */
  readonly closedAt?: Date | string | null;
}

/**
 * The day on which the round closes, or was closed by the secretariat, on the calendar of whoever reads it (the zone of a capital): from then on a
 * missing report counts as not received. It may still be sent.
 */
export function closesOn({ dueOn, closedAt = null }: ClosingRound, timeZone: string): CalendarDate {
  return closedAt === null ? closesByItselfOn({ dueOn }) : localDate(new Date(closedAt), timeZone);
}
