import { type SubmissionStatus, submissionStatuses } from "../submission/submission-status.ts";
import { closingDays } from "./closing.ts";
import type { NoticeAudience } from "./notice-audience.ts";

export type NoticeAnchor = "opening" | "due" | "return_due";

/** The date that a message names: the due date, that of the returned work, or whichever of the two counts at the time (`awaited`). */
export type SpokenDate = "due" | "return_due" | "awaited";

/** A step that follows from a date. Everything about it stands here; code reads this table and never names a step. */
export interface NoticeRule {
  readonly step: string;
  readonly anchor: NoticeAnchor;
  /** Days after the anchor date; negative before it. */
  readonly offsetDays: number;
  readonly audience: readonly NoticeAudience[];
  /** Does it ask the country for something? Only such notices count as asks. */
  readonly asks: boolean;
}

/**
 * How the portal learns that there is something to tell. `version`: from a frozen version and the status of its report; `act`: from the
 * record of acts; `round`: an act on the whole round queues the notice itself; `signature`: so does a step on the way to a signature; `question`: from questions that nobody
 * of the country has seen; `hand`: a person of the secretariat writes it.
 */
export type EventOrigin = "version" | "act" | "round" | "signature" | "question" | "hand";

/** A notice that follows from an act. Everything about it stands here; code reads this table, and every table of words is keyed by its steps. */
export interface EventRule {
  readonly origin: EventOrigin;
  /** Null = it names no date. */
  readonly speaksOf: SpokenDate | null;
  readonly audience: readonly NoticeAudience[];
  readonly asks: boolean;
  /** The statuses in which what it says is still true. In any other status it is not sent. */
  readonly toldWhile: readonly SubmissionStatus[];
  /** It says that the round was cancelled: it is sent while there is no such round, and not once there is one (again). */
  readonly endsRound?: true;
  /** It is told only while the secretariat has closed the round, or only while it has not. */
  readonly whileRound?: "closed" | "open";
  /** If it happened before the opening day, the invitation says it, and no message of its own is sent. */
  readonly inInvitation?: true;
}

const reporters = ["focal_point", "alternate"] as const;
const reportersAndSecretariat = [...reporters, "secretariat"] as const;

/** The whole calendar, ordered by time. Methodology §8, notice table. */
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
  { step: "closing_45", anchor: "due", offsetDays: closingDays, audience: reportersAndSecretariat, asks: true },
  { step: "returned_before_5", anchor: "return_due", offsetDays: -5, audience: reporters, asks: true },
  { step: "returned_before_1", anchor: "return_due", offsetDays: -1, audience: reporters, asks: true },
  { step: "returned_overdue_1", anchor: "return_due", offsetDays: 1, audience: reportersAndSecretariat, asks: true },
] as const satisfies readonly NoticeRule[];

export type CalendarStep = (typeof noticeCalendar)[number]["step"];
export const noticeSteps: readonly CalendarStep[] = noticeCalendar.map(({ step }) => step);

/**
 * `submitted` is the receipt; `extended` and `return_date` announce another date, later or earlier; `expected_again` ends an exemption;
 * `round_cancelled` takes back the request; `round_closed` says that the secretariat closed the round before its day, and `round_reopened` that it is open again; `signature_asked` goes to those who may sign, and what they did to those who report; `questions_unseen` is sent once a day at most (`question-reminders.ts`); a `resend` goes to the people the secretariat chose, with its own words above the standard ones.
 */
export const eventRules = {
  returned: { origin: "version", speaksOf: "return_due", audience: reporters, asks: true, toldWhile: ["returned"] },
  submitted: { origin: "version", speaksOf: null, audience: reporters, asks: false, toldWhile: submissionStatuses },
  // This message announces the publication: once the report is published, the message about that says so.
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
  round_closed: {
    origin: "round",
    speaksOf: "due",
    audience: reporters,
    asks: false,
    toldWhile: ["not_started", "draft"],
    whileRound: "closed",
  },
  round_reopened: {
    origin: "round",
    speaksOf: "due",
    audience: reporters,
    asks: false,
    toldWhile: ["not_started", "draft"],
    whileRound: "open",
  },
  signature_asked: {
    origin: "signature",
    speaksOf: null,
    audience: ["approver"],
    asks: false,
    toldWhile: ["draft", "returned", "exempt"],
  },
  signature_given: {
    origin: "signature",
    speaksOf: null,
    audience: reporters,
    asks: false,
    toldWhile: ["draft", "returned", "exempt"],
  },
  signature_refused: {
    origin: "signature",
    speaksOf: null,
    audience: reporters,
    asks: false,
    toldWhile: ["draft", "returned", "exempt"],
  },
  questions_unseen: {
    origin: "question",
    speaksOf: null,
    audience: reporters,
    asks: false,
    toldWhile: submissionStatuses,
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

/** The steps with this origin. */
export type EventOf<Origin extends EventOrigin> = {
  [Step in EventStep]: (typeof eventRules)[Step]["origin"] extends Origin ? Step : never;
}[EventStep];

export type NoticeStep = CalendarStep | EventStep;
/** All steps, those of the calendar first. */
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

/** Does this step have this origin? */
export function isEventOf<Origin extends EventOrigin>(step: NoticeStep, origin: Origin): step is EventOf<Origin> {
  return isEventStep(step) && eventRules[step].origin === origin;
}

/** Does this step say that its round was cancelled? */
export function endsRound(step: NoticeStep): boolean {
  return isEventStep(step) && "endsRound" in eventRules[step];
}

/** Is what this step says of its round so: that it is closed, or open again? True for steps that say neither. */
export function fitsRound(step: NoticeStep, { closedAt = null }: { readonly closedAt?: Date | null }): boolean {
  const rule: EventRule | undefined = isEventStep(step) ? eventRules[step] : undefined;
  return rule?.whileRound === undefined || rule.whileRound === (closedAt === null ? "open" : "closed");
}

/** Does the invitation say this, if it happened before the opening day? */
export function isToldByInvitation(step: EventStep): boolean {
  return "inInvitation" in eventRules[step];
}

const spokenBy: Readonly<Record<NoticeAnchor, SpokenDate>> = { opening: "due", due: "due", return_due: "return_due" };

/** Which date a message of this step names; null = none. */
export function speaksOf(step: NoticeStep): SpokenDate | null {
  if (isEventStep(step)) return eventRules[step].speaksOf;
  const rule = calendarRuleOf(step);
  return rule === undefined ? null : spokenBy[rule.anchor];
}

/** The steps that ask the country for something. */
export type AskStep =
  | Extract<(typeof noticeCalendar)[number], { readonly asks: true }>["step"]
  | { [Step in EventStep]: (typeof eventRules)[Step]["asks"] extends true ? Step : never }[EventStep];

/** Does this step ask the country for something? Receipts, decisions and news of a date do not. */
export function isAsk(step: NoticeStep): step is AskStep {
  return isEventStep(step) ? eventRules[step].asks : (calendarRuleOf(step)?.asks ?? false);
}

/** Days a country has for a returned submission. Methodology §8. */
export const returnDays = 15;

/** A step later than this is recorded and not sent: a reminder from last season helps nobody. */
export const catchUpDays = 30;
