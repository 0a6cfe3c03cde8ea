import type { CountryCode } from "../reference/country.ts";
import { type Expectation, owesReport, statusAsExpected } from "../submission/owes-report.ts";
import type { SubmissionStatus } from "../submission/submission-status.ts";
import { addDays, type CalendarDate } from "./calendar-date.ts";
import { dateRelation } from "./date-relation.ts";
import { localDate, localTime } from "./deadline.ts";
import type { NoticeAudience } from "./notice-audience.ts";
import {
  type CalendarStep,
  calendarRuleOf,
  catchUpDays,
  endsRound,
  eventRules,
  isEventStep,
  type NoticeRule,
  type NoticeStep,
  noticeCalendar,
  speaksOf,
} from "./notice-calendar.ts";
import { sendingTime, sendingWindow } from "./sending-window.ts";

/**
 * What decides which notices a country is due in one round. Those who owe no report get no reminder of the due date; the voluntary get the
 * opening notice, the exempt not even that, and both are reminded of work that was returned to them.
 */
export interface NoticeState extends Expectation {
  /** IANA zone of the capital. */
  readonly timeZone: string;
  readonly status: SubmissionStatus;
  readonly firstSubmittedAt: Date | null;
  readonly opensOn: CalendarDate;
  /** Due date of this country, extension included. */
  readonly dueOn: CalendarDate;
  /** Due date of the returned work; null when nothing was returned. */
  readonly returnDueOn: CalendarDate | null;
  /** When the due date last became another one for this country alone; a message of its own told of it. */
  readonly dueToldAt: Date | null;
  /** When the work was last returned, or its date changed; a message of its own told of it. */
  readonly returnToldAt: Date | null;
  /** Keys (`noticeKey`) already in the ledger, whatever became of them. */
  readonly handled: ReadonlySet<string>;
  /** When a calendar notice last went to this country, if known: a second one waits until the next local day. */
  readonly lastSentAt?: Date | null;
}

export interface CountryNoticeState extends NoticeState {
  readonly country: CountryCode;
}

export interface UpcomingNotice {
  readonly step: CalendarStep;
  /** The date the step is counted from; part of the ledger key, so an extension makes new notices. */
  readonly anchorDate: CalendarDate;
  /** 09:00 in the capital, on the step's own day. */
  readonly scheduledFor: Date;
  readonly audience: readonly NoticeAudience[];
}

/** Why a step of the calendar is recorded and not sent. */
export type SupersededReason =
  /** A later step was due as well and went instead. */
  | "later-step"
  /** The date it would have announced has passed. */
  | "date-passed"
  /** The message about the return or the extension told the country of this date. */
  | "told-otherwise"
  /** Its day lies too far back. */
  | "too-late";

export interface PlannedNotice extends UpcomingNotice {
  readonly country: CountryCode;
  /** `send`, or why not: then it is recorded only. */
  readonly disposition: "send" | SupersededReason;
}

/** The next notice that will go, and when if nothing changes: on its own day at nine, or in the first hours that are open. */
export interface NextNotice extends UpcomingNotice {
  readonly goesAt: Date;
}

/** Ledger key of a calendar notice, within one round and country. */
export function noticeKey(step: NoticeStep, anchorDate: CalendarDate): string {
  return `${step}|${anchorDate}`;
}

/**
 * Everything due on or before `now` and not yet in the ledger. A missed day is caught up, within the sending window: of several due
 * steps only the latest is sent. At most one notice per country and local day: a missed step waits when another is scheduled later the
 * same day, or when one went out that day. What would no longer be true is recorded and not sent. Countries in the order given.
 * Methodology §8.
 */
export function planNotices(input: {
  readonly now: Date;
  readonly countries: readonly CountryNoticeState[];
}): readonly PlannedNotice[] {
  return input.countries.flatMap((state) =>
    planFrom(openNotices(state), state, input.now).map((notice) => ({ country: state.country, ...notice })),
  );
}

/** The next notice from `now` on if nothing changes; null when none is left (submitted, exempt, closed, voluntary after the opening). */
export function nextNotice(state: NoticeState, now: Date): NextNotice | null {
  const open = openNotices(state);
  for (const goesAt of possibleTimes(open, state, now)) {
    const sent = planFrom(open, state, goesAt).find(({ disposition }) => disposition === "send");
    if (sent !== undefined) {
      const { disposition: _, ...notice } = sent;
      return { ...notice, goesAt };
    }
  }
  return null;
}

/** All that would leave from `now` until `end` (exclusive) if nothing changes, by time. */
export function noticesUntil(state: NoticeState, now: Date, end: Date): readonly NextNotice[] {
  const notices: NextNotice[] = [];
  let then = state;
  for (let next = nextNotice(then, now); next !== null && next.goesAt < end; next = nextNotice(then, next.goesAt)) {
    const { goesAt } = next;
    const handled = planFrom(openNotices(then), then, goesAt).map(({ step, anchorDate }) =>
      noticeKey(step, anchorDate),
    );
    then = { ...then, handled: new Set([...then.handled, ...handled]), lastSentAt: goesAt };
    notices.push(next);
  }
  return notices;
}

/** The instants from `now` on at which one of these may leave: its own hour, and for today's and missed ones also the next open hours. */
function possibleTimes(open: readonly UpcomingNotice[], { timeZone }: NoticeState, now: Date): readonly Date[] {
  const today = localDate(now, timeZone);
  const times = open.flatMap(({ scheduledFor }) => {
    const ownDay = localDate(scheduledFor, timeZone);
    if (ownDay > today) return [scheduledFor];
    const tomorrow = localTime(addDays(today, 1), sendingWindow.from, timeZone);
    return [sendingTime(ownDay, now, timeZone), sendingTime(ownDay, tomorrow, timeZone)];
  });
  return times.sort((one, other) => one.getTime() - other.getTime());
}

/** Whether a message is still right at the moment of sending, and if not, what has changed. */
export type StillDue = { readonly due: true } | { readonly due: false; readonly why: "status" | "date" };

/**
 * Asked again at the moment of sending: the country may have submitted or been exempted, its date may have moved, or a date that was
 * ahead when the message was written may have come or gone meanwhile, so that its words would be untrue.
 */
export function stillDue(
  notice: { readonly step: NoticeStep; readonly anchorDate: CalendarDate; readonly writtenAt: Date },
  state: Pick<
    NoticeState,
    "timeZone" | "obligated" | "exempt" | "status" | "firstSubmittedAt" | "opensOn" | "dueOn" | "returnDueOn"
  > & {
    /** When a version was last received; null = never. */
    readonly submittedAt: Date | null;
  },
  now: Date,
): StillDue {
  const { step } = notice;
  const rule = calendarRuleOf(step);
  // That the round is no more is not said while there is one: it was opened again.
  const isTold =
    rule === undefined ? !endsRound(step) && isToldWhile(step, statusAsExpected(state)) : concerns(rule, state);
  if (!isTold) return { due: false, why: "status" };
  const anchor = rule === undefined ? spokenDate(step, state) : anchorDateOf(rule, state);
  const isSameDate = anchor === null || anchor === notice.anchorDate;
  const spoken = spokenDate(step, state);
  const isSameRelation =
    spoken === null ||
    dateRelation(spoken, notice.writtenAt, state.timeZone) === dateRelation(spoken, now, state.timeZone);
  // Sent and taken back since it was written: it would call unsent what was received, or name the version before.
  if (spoken !== null && sentSince(state, notice.writtenAt)) return { due: false, why: "status" };
  return isSameDate && isSameRelation ? { due: true } : { due: false, why: "date" };
}

function sentSince(
  { status, submittedAt }: Pick<NoticeState, "status"> & { readonly submittedAt: Date | null },
  writtenAt: Date,
): boolean {
  return status === "draft" && submittedAt !== null && submittedAt >= writtenAt;
}

/**
 * The date that a message of this step speaks of: the due date, or that of the returned work; null when it speaks of none. A reminder by
 * hand speaks of the one that counts at the time.
 */
export function spokenDate(
  step: NoticeStep,
  state: Pick<NoticeState, "status" | "dueOn" | "returnDueOn">,
): CalendarDate | null {
  const spoken = speaksOf(step);
  switch (spoken) {
    case "due":
      return state.dueOn;
    case "return_due":
      return state.returnDueOn;
    case "awaited":
      return state.status === "returned" ? state.returnDueOn : state.dueOn;
    case null:
      return null;
  }
}

/**
 * Steps of the calendar that concern the country and are not in the ledger, earliest first. Nothing is said before the opening day, and
 * on that day the invitation, which names the due date.
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
  const latest = live.at(-1);
  if (latest === undefined || !mayLeave(latest, open, state, now)) return recorded;
  return [
    ...recorded,
    ...live.map((notice): Planned => ({ ...notice, disposition: notice === latest ? "send" : "later-step" })),
  ];
}

/** Within the hours of sending, and no other notice of the calendar today. */
function mayLeave(latest: UpcomingNotice, open: readonly UpcomingNotice[], state: NoticeState, now: Date): boolean {
  const today = localDate(now, state.timeZone);
  const comesLaterToday = open.some(
    (notice) => notice.scheduledFor > now && localDate(notice.scheduledFor, state.timeZone) === today,
  );
  const ownDay = localDate(latest.scheduledFor, state.timeZone);
  return (
    !comesLaterToday &&
    !hadNoticeOn(today, state) &&
    sendingTime(ownDay, now, state.timeZone).getTime() === now.getTime()
  );
}

/** Why this step has nothing to say any more, or null. */
function whyMoot(notice: UpcomingNotice, state: NoticeState, now: Date): SupersededReason | null {
  const { anchor, offsetDays } = calendarRuleOf(notice.step) as NoticeRule;
  if (now.getTime() - notice.scheduledFor.getTime() > catchUpDays * day) return "too-late";
  const deadline = anchor === "return_due" ? state.returnDueOn : state.dueOn;
  const announces = anchor === "opening" || offsetDays <= 0;
  if (announces && deadline !== null && dateRelation(deadline, now, state.timeZone) === "past") return "date-passed";
  const told = anchor === "due" ? state.dueToldAt : anchor === "return_due" ? state.returnToldAt : null;
  if (told !== null && localDate(notice.scheduledFor, state.timeZone) <= localDate(told, state.timeZone)) {
    return "told-otherwise";
  }
  return null;
}

const day = 86_400_000;

/**
 * Notices stop at submission and for the exempt, however far their own draft is; returned work has only its own clock, for voluntary reporters too. A withdrawn
 * submission is a draft again: it is reminded up to its due date, but never called overdue, since the first submission fixed its
 * timeliness.
 */
function concerns(
  rule: NoticeRule,
  state: Pick<NoticeState, "obligated" | "exempt" | "status" | "firstSubmittedAt" | "returnDueOn">,
): boolean {
  switch (statusAsExpected(state)) {
    case "not_started":
    case "draft":
      if (rule.anchor === "return_due") return false;
      if (rule.anchor === "opening") return true;
      return owesReport(state) && (state.firstSubmittedAt === null || rule.offsetDays <= 0);
    case "returned":
      return rule.anchor === "return_due" && state.returnDueOn !== null;
    case "submitted":
    case "accepted":
    case "published":
    case "exempt":
      return false;
  }
}

function isToldWhile(step: NoticeStep, status: SubmissionStatus): boolean {
  const whiles: readonly SubmissionStatus[] = isEventStep(step) ? eventRules[step].toldWhile : [];
  return whiles.includes(status);
}

function anchorDateOf(
  rule: NoticeRule,
  state: Pick<NoticeState, "opensOn" | "dueOn" | "returnDueOn">,
): CalendarDate | null {
  switch (rule.anchor) {
    case "opening":
      return state.opensOn;
    case "due":
      return state.dueOn;
    case "return_due":
      return state.returnDueOn;
  }
}

/** Did a notice go out on this local day? Known from `lastSentAt`, or from a ledger key that was scheduled for this day. */
function hadNoticeOn(date: CalendarDate, state: NoticeState): boolean {
  if (state.lastSentAt && localDate(state.lastSentAt, state.timeZone) === date) return true;
  return noticeCalendar.some((rule) => state.handled.has(noticeKey(rule.step, addDays(date, -rule.offsetDays))));
}
