import type { CalendarDate } from "./calendar-date.ts";
import { localDate } from "./deadline.ts";
import { maySend, type SendingDays } from "./sending-window.ts";

/**
 * On how many working days a country is reminded of questions that nobody of it has seen. After three the people who report do not read
 * their mail, or are away: a fourth message would teach them to overlook all. The Secretariat sees that nobody has seen the question and can
 * call, and the dates of a returned report have their own reminders. A further question begins anew.
 */
export const questionReminderDays = 3;

/** What decides whether a country is reminded of unseen questions today. */
export interface UnseenState extends SendingDays {
  /** When the newest of them was asked. */
  readonly askedAt: Date;
  /** The days on which the country was reminded since then. */
  readonly remindedOn: readonly CalendarDate[];
  /** When other messages about the round last went to the country, or will go today. */
  readonly otherMessages: readonly (Date | null)[];
}

/** Is the country reminded now? Not on the day of the question, within the sending hours of a working day, and never beside another message. */
export function remindsOfUnseen(state: UnseenState, now: Date): boolean {
  const { timeZone, askedAt, remindedOn, otherMessages } = state;
  const today = localDate(now, timeZone);
  if (localDate(askedAt, timeZone) >= today) return false;
  if (remindedOn.includes(today) || new Set(remindedOn).size >= questionReminderDays) return false;
  if (otherMessages.some((at) => at !== null && localDate(at, timeZone) === today)) return false;
  return maySend(now, state);
}
