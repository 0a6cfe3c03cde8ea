import type { CountryCode } from "../reference/country.ts";
import type { SubmissionStatus } from "../submission/submission-status.ts";
import { addDays, type CalendarDate } from "./calendar-date.ts";
import { localDate, localTime } from "./deadline.ts";
import {
  type CalendarStep,
  type NoticeAudience,
  type NoticeRule,
  type NoticeStep,
  noticeCalendar,
  noticeTime,
} from "./notice-calendar.ts";

/** What decides which notices a country is due in one round. */
export interface NoticeState {
  /** IANA zone of the capital. */
  readonly timeZone: string;
  /** Member of the round's obligated group. The others only get the opening notice. */
  readonly obligated: boolean;
  readonly status: SubmissionStatus;
  readonly firstSubmittedAt: Date | null;
  readonly opensOn: CalendarDate;
  /** Due date of this country, extension included. */
  readonly dueOn: CalendarDate;
  /** Due date of the returned work; null when nothing was returned. */
  readonly returnDueOn: CalendarDate | null;
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
  /** 09:00 in the capital. */
  readonly scheduledFor: Date;
  readonly audience: readonly NoticeAudience[];
}

export interface PlannedNotice extends UpcomingNotice {
  readonly country: CountryCode;
  /** `superseded`: a later step is due too; it is recorded and not sent. */
  readonly disposition: "send" | "superseded";
}

/** Ledger key of a calendar notice, within one round and country. */
export function noticeKey(step: NoticeStep, anchorDate: CalendarDate): string {
  return `${step}|${anchorDate}`;
}

/**
 * Everything due on or before `now` and not yet in the ledger. A missed day is caught up: of several due steps only the latest is
 * sent, the others are recorded as superseded. At most one notice per country and local day: a missed step waits when another is
 * scheduled later the same day, or when one went out that day. Countries in the order given. Methodology §8.
 */
export function planNotices(input: {
  readonly now: Date;
  readonly countries: readonly CountryNoticeState[];
}): readonly PlannedNotice[] {
  return input.countries.flatMap((state) => {
    const today = localDate(input.now, state.timeZone);
    const open = openNotices(state);
    const due = open.filter((notice) => notice.scheduledFor <= input.now);
    const comesLaterToday = open.some(
      (notice) => notice.scheduledFor > input.now && localDate(notice.scheduledFor, state.timeZone) === today,
    );
    if (due.length === 0 || comesLaterToday || hadNoticeOn(today, state)) return [];
    return due.map((notice, index) => ({
      country: state.country,
      ...notice,
      disposition: index === due.length - 1 ? ("send" as const) : ("superseded" as const),
    }));
  });
}

/** The next notice after `now` if nothing changes; null when none is left (submitted, exempt, closed, voluntary after the opening). */
export function nextNotice(state: NoticeState, now: Date): UpcomingNotice | null {
  return openNotices(state).find((notice) => notice.scheduledFor > now) ?? null;
}

/**
 * Asked again at the moment of sending: is this notice still right? Between planning and delivery the country may have submitted, been
 * exempted, or (when `anchorDate` is given) got another date.
 */
export function stillDue(
  step: NoticeStep,
  state: Pick<NoticeState, "obligated" | "status" | "firstSubmittedAt" | "opensOn" | "dueOn" | "returnDueOn">,
  anchorDate?: CalendarDate,
): boolean {
  switch (step) {
    case "returned":
      return state.status === "returned";
    case "submitted":
      return true;
    case "accepted":
      return state.status === "accepted" || state.status === "published";
    case "published":
      return state.status === "published";
    case "resend":
      return state.status === "not_started" || state.status === "draft" || state.status === "returned";
    default: {
      const rule = noticeCalendar.find((candidate) => candidate.step === step);
      if (rule === undefined || !concerns(rule, state)) return false;
      return anchorDate === undefined || anchorDate === anchorDateOf(rule, state);
    }
  }
}

/** Steps of the calendar that concern the country and are not in the ledger, earliest first. */
function openNotices(state: NoticeState): readonly UpcomingNotice[] {
  return noticeCalendar
    .filter((rule) => concerns(rule, state))
    .flatMap((rule) => {
      const anchorDate = anchorDateOf(rule, state);
      if (anchorDate === null || state.handled.has(noticeKey(rule.step, anchorDate))) return [];
      return [
        {
          step: rule.step,
          anchorDate,
          scheduledFor: scheduledFor(rule, anchorDate, state.timeZone),
          audience: rule.audience,
        },
      ];
    })
    .sort((one, other) => one.scheduledFor.getTime() - other.scheduledFor.getTime());
}

/**
 * Notices stop at submission and for the exempt; returned work has only its own clock. A withdrawn submission is a draft again: it is
 * reminded up to its due date, but never called overdue, since the first submission fixed its timeliness.
 */
function concerns(
  rule: NoticeRule,
  state: Pick<NoticeState, "obligated" | "status" | "firstSubmittedAt" | "returnDueOn">,
): boolean {
  if (!state.obligated && rule.anchor !== "opening") return false;
  switch (state.status) {
    case "not_started":
    case "draft":
      if (rule.anchor === "return_due") return false;
      return state.firstSubmittedAt === null || rule.anchor === "opening" || rule.offsetDays <= 0;
    case "returned":
      return rule.anchor === "return_due" && state.returnDueOn !== null;
    default:
      return false;
  }
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

function scheduledFor(rule: NoticeRule, anchorDate: CalendarDate, timeZone: string): Date {
  return localTime(addDays(anchorDate, rule.offsetDays), noticeTime, timeZone);
}

/** Did a notice go out on this local day? Known from `lastSentAt`, or from a ledger key that was scheduled for this day. */
function hadNoticeOn(day: CalendarDate, state: NoticeState): boolean {
  if (state.lastSentAt && localDate(state.lastSentAt, state.timeZone) === day) return true;
  return noticeCalendar.some((rule) => state.handled.has(noticeKey(rule.step, addDays(day, -rule.offsetDays))));
}
