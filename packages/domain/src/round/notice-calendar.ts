import { type SubmissionStatus, submissionStatuses } from "../submission/submission-status.ts";
import type { NoticeAudience } from "./notice-audience.ts";

export type NoticeAnchor = "opening" | "due" | "return_due";

/** The date that a message speaks of: the due date, that of the returned work, or the one of them that counts at the time. */
export type SpokenDate = "due" | "return_due" | "awaited";

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

/**
 * How it becomes known that something is to be told. `version`: from a frozen version and where its report stands; `act`: from the record
 * of acts; `round`: an act on the whole round queues it itself; `hand`: a person of the secretariat writes it.
 */
export type EventOrigin = "version" | "act" | "round" | "hand";

/** A notice that follows from an act. Everything about it is here; code asks this table, and every table of words is keyed by its steps. */
export interface EventRule {
  readonly origin: EventOrigin;
  /** Null = it speaks of no date. */
  readonly speaksOf: SpokenDate | null;
  readonly audience: readonly NoticeAudience[];
  readonly asks: boolean;
  /** The statuses in which what it tells is still so. In any other it is not sent. */
  readonly toldWhile: readonly SubmissionStatus[];
  /** It tells that the round is no more: it is sent when there is none, and not when there is one (again). */
  readonly endsRound?: true;
  /** What happened before the opening day is told by the invitation, not by a message of its own. */
  readonly inInvitation?: true;
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
  returned: { origin: "version", speaksOf: "return_due", audience: reporters, asks: true, toldWhile: ["returned"] },
  submitted: { origin: "version", speaksOf: null, audience: reporters, asks: false, toldWhile: submissionStatuses },
  // It speaks of publication as of what comes: once that has happened, its own message tells it.
  accepted: { origin: "version", speaksOf: null, audience: reporters, asks: false, toldWhile: ["accepted"] },
  published: { origin: "version", speaksOf: null, audience: reporters, asks: false, toldWhile: ["published"] },
  extended: {
    origin: "act",
    speaksOf: "due",
    audience: reporters,
    asks: false,
    toldWhile: ["not_started", "draft"],
    inInvitation: true,
  },
  return_date: { origin: "act", speaksOf: "return_due", audience: reporters, asks: false, toldWhile: ["returned"] },
  exempted: { origin: "act", speaksOf: null, audience: reporters, asks: false, toldWhile: ["exempt"] },
  expected_again: {
    origin: "act",
    speaksOf: "due",
    audience: reporters,
    asks: false,
    toldWhile: ["not_started", "draft"],
  },
  round_cancelled: {
    origin: "round",
    speaksOf: null,
    audience: reporters,
    asks: false,
    toldWhile: ["not_started", "exempt"],
    endsRound: true,
  },
  resend: {
    origin: "hand",
    speaksOf: "awaited",
    audience: reporters,
    asks: true,
    toldWhile: ["not_started", "draft", "returned"],
  },
} as const satisfies Readonly<Record<string, EventRule>>;

export type EventStep = keyof typeof eventRules;
export const eventSteps = Object.keys(eventRules) as readonly EventStep[];

/** The steps that become known in one way. */
export type EventOf<Origin extends EventOrigin> = {
  [Step in EventStep]: (typeof eventRules)[Step]["origin"] extends Origin ? Step : never;
}[EventStep];

export type NoticeStep = CalendarStep | EventStep;
/** All of them, those of the calendar first. */
export const everyStep: readonly NoticeStep[] = [...noticeSteps, ...eventSteps];

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

/** Does this step become known in this way? */
export function isEventOf<Origin extends EventOrigin>(step: NoticeStep, origin: Origin): step is EventOf<Origin> {
  return isEventStep(step) && eventRules[step].origin === origin;
}

/** Does this step tell that its round is no more? */
export function endsRound(step: NoticeStep): boolean {
  return isEventStep(step) && "endsRound" in eventRules[step];
}

/** Is this step told by the invitation, if it happened before that? */
export function isToldByInvitation(step: EventStep): boolean {
  return "inInvitation" in eventRules[step];
}

const spokenBy: Readonly<Record<NoticeAnchor, SpokenDate>> = { opening: "due", due: "due", return_due: "return_due" };

/** Which date a message of this step speaks of; null = none. */
export function speaksOf(step: NoticeStep): SpokenDate | null {
  if (isEventStep(step)) return eventRules[step].speaksOf;
  const rule = calendarRuleOf(step);
  return rule === undefined ? null : spokenBy[rule.anchor];
}

/** Does this step ask the country for something? Receipts, decisions and news of a date do not. */
export function isAsk(step: NoticeStep): boolean {
  return isEventStep(step) ? eventRules[step].asks : (calendarRuleOf(step)?.asks ?? false);
}

/** Days a country has for a returned submission. Methodology §8. */
export const returnDays = 15;

/** A step that is later than this is recorded and not sent: nobody is helped by last season's reminder. */
export const catchUpDays = 30;
