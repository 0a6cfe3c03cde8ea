import type { CalendarDate } from "./calendar-date.ts";
import { localDate } from "./deadline.ts";
import { sendingTime } from "./sending-window.ts";
import { isWorkingDay } from "./working-days.ts";

/**
 * On how many working days a country is reminded of questions that nobody of it has seen. After three the people who report do not read
 * their mail, or are away: a fourth message would teach them to overlook all. The Secretariat sees that nobody has seen the question and can
 * call, and the dates of a returned report have their own reminders. A further question begins anew.
 */
export const questionReminderDays = 3;

/** What decides whether a country is reminded of unseen questions today. */
export interface UnseenState {
  /** IANA zone of the capital. */
  readonly timeZone: string;
  /** When the newest of them was asked. */
  readonly askedAt: Date;
  /** The days on which the country was reminded since then. */
  readonly remindedOn: readonly CalendarDate[];
  /** When other messages about the round last went to the country, or will go today. */
  readonly otherMessages: readonly (Date | null)[];
}

/** Is the country reminded now? Not on the day of the question, within the sending hours of a working day, and never beside another message. */
export function remindsOfUnseen({ timeZone, askedAt, remindedOn, otherMessages }: UnseenState, now: Date): boolean {
  const today = localDate(now, timeZone);
  if (localDate(askedAt, timeZone) >= today || !isWorkingDay(today)) return false;
  if (remindedOn.includes(today) || new Set(remindedOn).size >= questionReminderDays) return false;
  if (otherMessages.some((at) => at !== null && localDate(at, timeZone) === today)) return false;
  return sendingTime(today, now, timeZone).getTime() === now.getTime();
}
