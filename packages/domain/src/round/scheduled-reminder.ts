import { addDays, type CalendarDate } from "./calendar-date.ts";
import { endOfDay, localDate, localTime } from "./deadline.ts";
import { noticesUntil } from "./due-notices.ts";
import { type HoldInput, holdRange } from "./hold.ts";
import type { NoticeState } from "./notice-state.ts";
import { type ClosedBecause, closedBecause, sendingWindow } from "./sending-window.ts";

/*
 * A reminder by hand that leaves later. The person names a moment; it leaves then or, as whatever goes out by itself, in the next sending hours of the
 * country, and on a day on which no other message of the round goes to it (decision 57).
 */

/** What a person makes of a reminder that waits. */
export const scheduledEnds = ["withdrawn", "replaced"] as const;

/** A day and an hour as somebody names them. */
export interface NamedMoment {
  readonly day: CalendarDate;
  /** `HH:MM`. */
  readonly time: string;
  /** IANA zone of the clocks meant; null = those of each capital. */
  readonly timeZone: string | null;
}

/** Does a clock show this? */
export function isClockTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Is there such a zone in the IANA database of this machine? */
export function isTimeZone(name: string): boolean {
  // An offset is no zone: a date in summer would be off by an hour.
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** The instant of this moment for a country. */
export function instantOf({ day, time, timeZone }: NamedMoment, capital: string): Date {
  return localTime(day, time, timeZone ?? capital);
}

export const momentFaults = ["unknown_zone", "past", "before_opening", "after_round"] as const;
export type MomentFault = (typeof momentFaults)[number];

/** The country for which a moment is named. */
export interface AskedLater extends Pick<HoldInput, "dueOn" | "returnDueOn"> {
  readonly timeZone: string;
  readonly opensOn: CalendarDate;
}

/** The last day on which a reminder of a round can leave to a country: the day of the last step of its calendar. Null = that day has passed. */
export function lastDayToAsk({ dueOn, returnDueOn, timeZone }: AskedLater, now: Date): CalendarDate | null {
  return holdRange({ today: localDate(now, timeZone), dueOn, returnDueOn })?.latest ?? null;
}

/** Why no reminder can be set for this moment; null = one can. */
export function momentFault(moment: NamedMoment, state: AskedLater, now: Date): MomentFault | null {
  if (moment.timeZone !== null && !isTimeZone(moment.timeZone)) return "unknown_zone";
  const at = instantOf(moment, state.timeZone);
  if (at <= now) return "past";
  const day = localDate(at, state.timeZone);
  if (day < state.opensOn) return "before_opening";
  const last = lastDayToAsk(state, now);
  return last === null || day > last ? "after_round" : null;
}

/** Why it does not leave at the moment that was named: what its day is; the hour; another message of the day. */
export const scheduledWaits = ["held", "promised", "day_off", "weekend", "hours", "another_message"] as const;
export type ScheduledWait = ClosedBecause | "hours" | "another_message";

/** A country to which a reminder was set. */
export interface ScheduledState extends NoticeState {
  /** When the last reminder by hand was written; null = none was. */
  readonly lastByHandAt: Date | null;
  /** A message that asks has been written and not left yet: it is the next to go. */
  readonly isAskUnderWay: boolean;
}

export interface ScheduledLeaving {
  readonly goesAt: Date;
  /** Null = at the moment that was named. */
  readonly moved: ScheduledWait | null;
}

/**
 * When a reminder that was set for `sendAt` leaves if nothing changes, and why not then. The calendar goes first: on the day of one of its steps, or of any
 * message that has gone, it waits for the next day.
 */
export function scheduledLeaving(sendAt: Date, state: ScheduledState, now: Date): ScheduledLeaving {
  const { timeZone, lastSentAt = null, lastByHandAt, isAskUnderWay } = state;
  const from = sendAt > now ? sendAt : now;
  const first = localDate(from, timeZone);
  const gone = new Set(
    [lastSentAt, lastByHandAt, isAskUnderWay ? now : null].flatMap((at) =>
      at === null ? [] : [localDate(at, timeZone)],
    ),
  );
  let moved: ScheduledWait | null = sendAt < now ? waitedFor(sendAt, state) : null;
  for (let date = first; ; date = addDays(date, 1)) {
    const closed =
      closedBecause(date, state) ?? (gone.has(date) || hasStepOn(date, state, now) ? "another_message" : null);
    if (closed !== null) {
      moved ??= closed;
      continue;
    }
    const opens = localTime(date, sendingWindow.from, timeZone);
    if (date > first || from < opens) return { goesAt: opens, moved: moved ?? "hours" };
    if (from < localTime(date, sendingWindow.until, timeZone)) return { goesAt: from, moved };
    moved ??= "hours";
  }
}

/** Why a moment that has passed was not the one; null = nothing is known against it. */
function waitedFor(sendAt: Date, state: ScheduledState): ScheduledWait | null {
  const date = localDate(sendAt, state.timeZone);
  const closed = closedBecause(date, state);
  if (closed !== null) return closed;
  const isInHours =
    sendAt >= localTime(date, sendingWindow.from, state.timeZone) &&
    sendAt < localTime(date, sendingWindow.until, state.timeZone);
  return isInHours ? null : "hours";
}

/** Does a step of the calendar leave by itself to this country on this day? */
function hasStepOn(date: CalendarDate, state: NoticeState, now: Date): boolean {
  return noticesUntil(state, now, endOfDay(date, state.timeZone)).some(
    ({ goesAt, needsConfirmation }) => !needsConfirmation && localDate(goesAt, state.timeZone) === date,
  );
}
