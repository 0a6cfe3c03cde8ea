import type { CountryCode } from "../reference/country.ts";
import { addDays, type CalendarDate, daysBetween } from "./calendar-date.ts";
import { dateRelation } from "./date-relation.ts";
import { localDate, localTime } from "./deadline.ts";
import type { NoticeAudience } from "./notice-audience.ts";
import {
  type CalendarStep,
  calendarRuleOf,
  catchUpDays,
  type NoticeRule,
  type NoticeStep,
  noticeCalendar,
} from "./notice-calendar.ts";
import { anchorDateOf, type CountryNoticeState, concerns, type NoticeState } from "./notice-state.ts";
import { type ClosedBecause, closedBecause, maySend, sendingTime, sendingWindow } from "./sending-window.ts";

export interface UpcomingNotice {
  readonly step: CalendarStep;
  /** The date from which the step is counted; part of the ledger key, so an extension makes new notices. */
  readonly anchorDate: CalendarDate;
  /** 09:00 in the capital, on the step's own day, which is what it is about. It leaves then, or in the next sending hours. */
  readonly scheduledFor: Date;
  readonly audience: readonly NoticeAudience[];
}

/** Why a step of the calendar is recorded but not sent. */
export type SupersededReason =
  /** A later step was also due and was sent instead. */
  | "later-step"
  /** The date it would have announced has passed. */
  | "date-passed"
  /** The message about the return or the extension already told the country of this date. */
  | "told-otherwise"
  /** Its day is too long ago (`catchUpDays`). */
  | "too-late"
  /** It was proposed, and a person of the secretariat declined it. */
  | "declined";

export interface PlannedNotice extends UpcomingNotice {
  readonly country: CountryCode;
  /** `send`; `propose` = it is due, and leaves once a person has confirmed it; or the reason why it is only recorded. */
  readonly disposition: "send" | "propose" | SupersededReason;
}

/** The next notice that will leave, or be proposed, if nothing changes, and when: at nine on its own day, or in the next sending hours. */
export interface NextNotice extends UpcomingNotice {
  /** With `needsConfirmation` the earliest time; it does not leave before a person has confirmed it. */
  readonly goesAt: Date;
  readonly needsConfirmation: boolean;
  /** Its own day. */
  readonly ownDay: CalendarDate;
  /** Why it does not leave on its own day: what that day is, or `caught_up` = the day has passed. Null = it does. */
  readonly moved: ClosedBecause | "caught_up" | null;
}

/** Ledger key of a calendar notice, within one round and country. */
export function noticeKey(step: NoticeStep, anchorDate: CalendarDate): string {
  return `${step}|${anchorDate}`;
}

/**
 * Everything due on or before `now` and not yet in the ledger. A step leaves in the sending hours of its own day, or of the next day on which
 * something may leave to the country: if several steps are due then, only the latest is sent. At most one notice per country and local
 * day: a step waits when one already left that day. A notice that would no longer be true is recorded and not sent. A step that needs a
 * person is proposed from its own time on, at any hour, and holds no other back; it is proposed no more while reminders are held, or once a
 * later step is due. Countries keep the order given. Methodology §8.
 */
export function planNotices(input: {
  readonly now: Date;
  readonly countries: readonly CountryNoticeState[];
}): readonly PlannedNotice[] {
  return input.countries.flatMap((state) =>
    planFrom(openNotices(state), state, input.now).map((notice) => ({ country: state.country, ...notice })),
  );
}

/**
 * The next notice from `now` on, proposed ones included, if nothing changes; null when none is left (submitted, exempt, closed, voluntary
 * after the opening).
 */
export function nextNotice(state: NoticeState, now: Date): NextNotice | null {
  return nextOf(state, now, ["send", "propose"]);
}

/** The next notice that leaves without anybody's act if nothing changes: one that needs a person is passed over. */
export function nextByItself(state: NoticeState, now: Date): NextNotice | null {
  return nextOf(state, now, ["send"]);
}

/** The step that is proposed to the secretariat now; null = none. */
export function proposedNotice(state: NoticeState, now: Date): UpcomingNotice | null {
  const proposed = planFrom(openNotices(state), state, now).find(({ disposition }) => disposition === "propose");
  if (proposed === undefined) return null;
  const { disposition: _, ...notice } = proposed;
  return notice;
}

function nextOf(state: NoticeState, now: Date, wanted: readonly ("send" | "propose")[]): NextNotice | null {
  const open = openNotices(state);
  for (const goesAt of possibleTimes(open, state, now)) {
    const planned = planFrom(open, state, goesAt);
    const next = wanted.flatMap((one) => planned.find(({ disposition }) => disposition === one) ?? []).at(0);
    if (next !== undefined) {
      const { disposition, ...notice } = next;
      return { ...notice, goesAt, needsConfirmation: disposition === "propose", ...movedFrom(notice, state, goesAt) };
    }
  }
  return null;
}

/**
 * All notices that would leave, or be proposed, from `now` until `end` (exclusive) if nothing changes, ordered by time. What is proposed counts as
 * not confirmed.
 */
export function noticesUntil(state: NoticeState, now: Date, end: Date): readonly NextNotice[] {
  const notices: NextNotice[] = [];
  let then = state;
  for (let next = nextNotice(then, now); next !== null && next.goesAt < end; next = nextNotice(then, next.goesAt)) {
    const { goesAt, needsConfirmation } = next;
    const own = noticeKey(next.step, next.anchorDate);
    const handled = planFrom(openNotices(then), then, goesAt)
      .filter(({ disposition }) => disposition !== "propose" && !needsConfirmation)
      .map(({ step, anchorDate }) => noticeKey(step, anchorDate));
    then = {
      ...then,
      handled: new Set([...then.handled, own, ...handled]),
      ...(!needsConfirmation && { lastSentAt: goesAt }),
    };
    notices.push(next);
  }
  return notices;
}

function movedFrom(
  { scheduledFor }: UpcomingNotice,
  state: NoticeState,
  goesAt: Date,
): Pick<NextNotice, "ownDay" | "moved"> {
  const ownDay = localDate(scheduledFor, state.timeZone);
  if (localDate(goesAt, state.timeZone) === ownDay) return { ownDay, moved: null };
  return { ownDay, moved: closedBecause(ownDay, state) ?? "caught_up" };
}

/** The instants from `now` on at which one of these may leave: the sending hours of its own day or after it, and for today's and missed ones also those after today. */
function possibleTimes(open: readonly UpcomingNotice[], state: NoticeState, now: Date): readonly Date[] {
  const { timeZone } = state;
  const today = localDate(now, timeZone);
  const times = open.flatMap(({ scheduledFor }) => {
    const ownDay = localDate(scheduledFor, timeZone);
    if (ownDay > today) return [sendingTime(ownDay, now, state)];
    const tomorrow = localTime(addDays(today, 1), sendingWindow.from, timeZone);
    return [sendingTime(ownDay, now, state), sendingTime(ownDay, tomorrow, state)];
  });
  return times.sort((one, other) => one.getTime() - other.getTime());
}

/**
 * Steps of the calendar that concern the country and are not in the ledger, earliest first. Nothing is sent before the opening day, and
 * on that day only the invitation, which names the due date.
 */
function openNotices(state: NoticeState): readonly UpcomingNotice[] {
  return noticeCalendar
    .filter((rule) => concerns(rule, state))
    .flatMap((rule) => {
      const anchorDate = anchorDateOf(rule, state);
      if (anchorDate === null || state.handled.has(noticeKey(rule.step, anchorDate))) return [];
      const ownDay = addDays(anchorDate, rule.offsetDays);
      if (rule.anchor === "due" && ownDay <= state.opensOn) return [];
      const scheduledFor = localTime(ownDay, sendingWindow.from, state.timeZone);
      return [{ step: rule.step, anchorDate, scheduledFor, audience: rule.audience }];
    })
    .sort((one, other) => one.scheduledFor.getTime() - other.scheduledFor.getTime());
}

type Planned = Omit<PlannedNotice, "country">;

function planFrom(open: readonly UpcomingNotice[], state: NoticeState, now: Date): readonly Planned[] {
  const due = open.filter((notice) => notice.scheduledFor <= now);
  const judged = due.map((notice) => ({ notice, moot: whyMoot(notice, state, now) }));
  const recorded = judged.flatMap(({ notice, moot }): Planned[] =>
    moot === null ? [] : [{ ...notice, disposition: moot }],
  );
  const live = judged.flatMap(({ notice, moot }) => (moot === null ? [notice] : []));
  const today = localDate(now, state.timeZone);
  const waits = (notice: UpcomingNotice) => needsPerson(notice, state);
  const free = live.filter((notice) => !waits(notice)).at(-1);
  const leaving = free !== undefined && maySend(now, state) && !hadNoticeOn(today, state) ? live.indexOf(free) : -1;
  const latest = live.at(-1);
  const closed = closedBecause(today, state);
  const isProposed = latest !== undefined && waits(latest) && closed !== "held" && closed !== "promised";
  return [
    ...recorded,
    ...live.flatMap((notice, place): Planned[] => {
      if (place === leaving) return [{ ...notice, disposition: "send" }];
      if (place < leaving) return [{ ...notice, disposition: "later-step" }];
      return notice === latest && isProposed ? [{ ...notice, disposition: "propose" }] : [];
    }),
  ];
}

/** Does this step wait for a person? */
function needsPerson({ step, anchorDate }: UpcomingNotice, { confirmation }: NoticeState): boolean {
  return confirmation.needed.has(step) && confirmation.decided.get(noticeKey(step, anchorDate)) !== "confirmed";
}

/** Why this step no longer has anything to say, or null. */
function whyMoot(notice: UpcomingNotice, state: NoticeState, now: Date): SupersededReason | null {
  const { anchor, offsetDays } = calendarRuleOf(notice.step) as NoticeRule;
  if (state.confirmation.decided.get(noticeKey(notice.step, notice.anchorDate)) === "declined") return "declined";
  // By days of the calendar: an hour that the clocks were moved by must not lengthen or shorten them, nor the minute in which the planner looks.
  if (daysBetween(localDate(notice.scheduledFor, state.timeZone), localDate(now, state.timeZone)) > catchUpDays)
    return "too-late";
  const deadline = anchor === "return_due" ? state.returnDueOn : state.dueOn;
  const announces = anchor === "opening" || offsetDays <= 0;
  if (announces && deadline !== null && dateRelation(deadline, now, state.timeZone) === "past") return "date-passed";
  const told =
    anchor === "due"
      ? later(state.dueToldAt, state.reopenedAt ?? null)
      : anchor === "return_due"
        ? state.returnToldAt
        : null;
  if (told !== null && localDate(notice.scheduledFor, state.timeZone) <= localDate(told, state.timeZone)) {
    return "told-otherwise";
  }
  return null;
}

function later(one: Date | null, other: Date | null): Date | null {
  return one === null || (other !== null && other > one) ? other : one;
}

/** Did a notice go out on this local day? Known from `lastSentAt`, or from a ledger key that was scheduled for this day. */
function hadNoticeOn(date: CalendarDate, state: NoticeState): boolean {
  if (state.lastSentAt && localDate(state.lastSentAt, state.timeZone) === date) return true;
  return noticeCalendar.some((rule) => state.handled.has(noticeKey(rule.step, addDays(date, -rule.offsetDays))));
}
