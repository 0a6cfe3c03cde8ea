import { type SubmissionStatus, submissionStatuses } from "../submission/submission-status.ts";
import type { NoticeAudience } from "./notice-audience.ts";

export type NoticeAnchor = "opening" | "due" | "return_due";

/** A step that follows from a date. Everything about it is here; code asks this table and knows no step by name. */
export interface NoticeRule {
  readonly step: string;
  readonly anchor: NoticeAnchor;
  /** Days after the anchor date; negative before it. */
  readonly offsetDays: number;
  readonly audience: readonly NoticeAudience[];
  /** Does it ask the country for something? Only asks are counted as asks. */
  readonly asks: boolean;
}

/** A notice that follows from an act. */
export interface EventRule {
  readonly audience: readonly NoticeAudience[];
  readonly asks: boolean;
  /** The statuses in which what it tells is still so. In any other it is not sent. */
  readonly toldWhile: readonly SubmissionStatus[];
  /** It tells that the round is no more: it is sent when there is none, and not when there is one (again). */
  readonly endsRound?: true;
}

const reporters = ["focal_point", "alternate"] as const;
const reportersAndSecretariat = [...reporters, "secretariat"] as const;

/** The whole calendar, in the order of time. Methodology §8, notice table. */
export const noticeCalendar = [
  { step: "opening", anchor: "opening", offsetDays: 0, audience: reporters, asks: true },
  { step: "before_30", anchor: "due", offsetDays: -30, audience: reporters, asks: true },
  { step: "before_14", anchor: "due", offsetDays: -14, audience: reporters, asks: true },
  { step: "before_7", anchor: "due", offsetDays: -7, audience: reporters, asks: true },
  { step: "before_1", anchor: "due", offsetDays: -1, audience: reporters, asks: true },
  { step: "due_today", anchor: "due", offsetDays: 0, audience: reporters, asks: true },
  { step: "overdue_1", anchor: "due", offsetDays: 1, audience: reportersAndSecretariat, asks: true },
  { step: "overdue_7", anchor: "due", offsetDays: 7, audience: reportersAndSecretariat, asks: true },
  {
    step: "escalation_14",
    anchor: "due",
    offsetDays: 14,
    audience: [...reportersAndSecretariat, "liaison_officer"],
    asks: true,
  },
  {
    step: "escalation_30",
    anchor: "due",
    offsetDays: 30,
    audience: [...reportersAndSecretariat, "liaison_officer", "national_focal_point", "presidency"],
    asks: true,
  },
  { step: "closing_45", anchor: "due", offsetDays: 45, audience: reportersAndSecretariat, asks: true },
  { step: "returned_before_5", anchor: "return_due", offsetDays: -5, audience: reporters, asks: true },
  { step: "returned_before_1", anchor: "return_due", offsetDays: -1, audience: reporters, asks: true },
  { step: "returned_overdue_1", anchor: "return_due", offsetDays: 1, audience: reportersAndSecretariat, asks: true },
] as const satisfies readonly NoticeRule[];

export type CalendarStep = (typeof noticeCalendar)[number]["step"];
export const noticeSteps: readonly CalendarStep[] = noticeCalendar.map(({ step }) => step);

/**
 * `submitted` is the receipt; `extended` and `return_date` tell of another date, later or earlier; `expected_again` ends an exemption;
 * `round_cancelled` takes back what was asked; a `resend` goes to whom the secretariat chose, in its own words and the standard ones.
 */
export const eventRules = {
  returned: { audience: reporters, asks: true, toldWhile: ["returned"] },
  submitted: { audience: reporters, asks: false, toldWhile: submissionStatuses },
  // It speaks of publication as of what comes: once that has happened, its own message tells it.
  accepted: { audience: reporters, asks: false, toldWhile: ["accepted"] },
  published: { audience: reporters, asks: false, toldWhile: ["published"] },
  extended: { audience: reporters, asks: false, toldWhile: ["not_started", "draft"] },
  return_date: { audience: reporters, asks: false, toldWhile: ["returned"] },
  exempted: { audience: reporters, asks: false, toldWhile: ["exempt"] },
  expected_again: { audience: reporters, asks: false, toldWhile: ["not_started", "draft"] },
  round_cancelled: { audience: reporters, asks: false, toldWhile: ["not_started", "exempt"], endsRound: true },
  resend: { audience: reporters, asks: true, toldWhile: ["not_started", "draft", "returned"] },
} as const satisfies Readonly<Record<string, EventRule>>;

export type EventStep = keyof typeof eventRules;
export const eventSteps = Object.keys(eventRules) as readonly EventStep[];

export type NoticeStep = CalendarStep | EventStep;

const calendarRules = new Map<string, NoticeRule & { readonly step: CalendarStep }>(
  noticeCalendar.map((rule) => [rule.step, rule]),
);

/** The rule of a step of the calendar; undefined for a step that follows from an act. */
export function calendarRuleOf(step: NoticeStep): (NoticeRule & { readonly step: CalendarStep }) | undefined {
  return calendarRules.get(step);
}

export function isEventStep(step: NoticeStep): step is EventStep {
  return step in eventRules;
}

/** Does this step tell that its round is no more? */
export function endsRound(step: NoticeStep): boolean {
  return isEventStep(step) && "endsRound" in eventRules[step];
}

/** Does this step ask the country for something? Receipts, decisions and news of a date do not. */
export function isAsk(step: NoticeStep): boolean {
  return isEventStep(step) ? eventRules[step].asks : (calendarRuleOf(step)?.asks ?? false);
}

/** Days a country has for a returned submission. Methodology §8. */
export const returnDays = 15;

/** A step that is later than this is recorded and not sent: nobody is helped by last season's reminder. */
export const catchUpDays = 30;
