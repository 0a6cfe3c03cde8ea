import { addDays, type CalendarDate, daysBetween } from "../round/calendar-date.ts";
import { dateRelation } from "../round/date-relation.ts";
import { localDate, localTime } from "../round/deadline.ts";
import { maySend, type SendingDays, sendingTime, sendingWindow } from "../round/sending-window.ts";
import { type CommitmentStage, isUnderWay } from "./commitment.ts";

/** Steps at which somebody is asked about a matter: two by hand, the others by themselves, before and after the day that was set. */
export const matterSteps = [
  ...(["matter_sent", "matter_resend", "reply_before_7", "reply_overdue_1"] as const),
  ...(["commitment_before_14", "commitment_overdue_1"] as const),
] as const;
export type MatterStep = (typeof matterSteps)[number];

/** A request that goes by itself, counted from a day of the matter. Everything about it stands here; code reads this table and never names a step. */
interface MatterRule {
  readonly step: MatterStep;
  /** `reply_by`: goes to those who were sent it and have not answered. `due_on`: goes to whoever owes it. */
  readonly anchor: "reply_by" | "due_on";
  /** Days after the anchor; negative before it. */
  readonly offsetDays: number;
}

/** One before each day and one after it. Anything later a person sends (decision 48). */
export const matterCalendar = [
  { step: "reply_before_7", anchor: "reply_by", offsetDays: -7 },
  { step: "reply_overdue_1", anchor: "reply_by", offsetDays: 1 },
  { step: "commitment_before_14", anchor: "due_on", offsetDays: -14 },
  { step: "commitment_overdue_1", anchor: "due_on", offsetDays: 1 },
] as const satisfies readonly MatterRule[];
export type MatterCalendarStep = (typeof matterCalendar)[number]["step"];
export type MatterAnchor = MatterRule["anchor"];

/** A request after its day is made up for until so many days after its own; later it would come out of nowhere. */
export const matterCatchUpDays = 30;

/** Of which day does this step speak? Null of those that a person sends. */
export function anchorOf(step: MatterStep): MatterAnchor | null {
  return matterCalendar.find((rule) => rule.step === step)?.anchor ?? null;
}

/** What decides which requests about one matter are due to one person of one participant. */
export interface MatterAskState extends SendingDays {
  readonly stage: CommitmentStage;
  /** Until when this participant is asked to answer; null = it is not asked: no day was set, it was sent nothing, or it has answered. */
  readonly replyBy: CalendarDate | null;
  /** The day of the commitment, if this participant owes it; else null. */
  readonly dueOn: CalendarDate | null;
  /** When it was last sent or asked for by hand: that message told the day by which an answer is awaited. */
  readonly toldAt: Date | null;
  /** Since when this person could be asked. */
  readonly personSince: Date;
  /** Keys (`matterRequestKey`) of this person in the ledger, whatever became of them. */
  readonly handled: ReadonlySet<string>;
  /** When any message was last written to this person, if known: the next one waits until the next local day. */
  readonly lastMailAt: Date | null;
}

/** Why a request is recorded but not sent. */
export type MatterSuperseded = "later-step" | "date-passed" | "told-otherwise";

export interface PlannedMatterRequest {
  readonly step: MatterCalendarStep;
  readonly anchorDate: CalendarDate;
  /** 09:00 where it is read, on the step's own day. */
  readonly scheduledFor: Date;
  readonly disposition: "send" | MatterSuperseded;
}

export interface NextMatterRequest {
  readonly step: MatterCalendarStep;
  /** It leaves then, or on a later day when its person gets another message that day. */
  readonly goesAt: Date;
}

/** Key of a request in the ledger, within one matter and person. Another day has new ones. */
export function matterRequestKey(step: MatterStep, anchorDate: CalendarDate): string {
  return `${step}|${anchorDate}`;
}

/**
 * The requests due at `now` and not in the ledger, as `planSectionReminders` plans those of a section: of each day the latest is sent, within
 * the sending hours, one message a person and local day; one that would no longer be true, or whose day a message of that day or a later one
 * told, is recorded.
 */
export function planMatterRequests(state: MatterAskState, now: Date): readonly PlannedMatterRequest[] {
  const due = openSteps(state).filter(({ scheduledFor }) => scheduledFor <= now);
  const judged = due.map((request) => ({ ...request, moot: whyMoot(request, state, now) }));
  const today = localDate(now, state.timeZone);
  // Of two that are due on one day, an answer that is awaited and something that is owed, the first leaves today.
  const latest = judged.findLast(({ moot }) => moot === null);
  const leaves = latest !== undefined && maySend(now, state) && !hadMailOn(today, state);
  return judged.flatMap(({ step, anchor, anchorDate, scheduledFor, moot }): PlannedMatterRequest[] => {
    if (moot !== null) return [{ step, anchorDate, scheduledFor, disposition: moot }];
    if (!leaves) return [];
    if (step === latest.step) return [{ step, anchorDate, scheduledFor, disposition: "send" }];
    return anchor === latest.anchor ? [{ step, anchorDate, scheduledFor, disposition: "later-step" }] : [];
  });
}

/** The next request from `now` on if nothing changes; null when none is left. */
export function nextMatterRequest(state: MatterAskState, now: Date): NextMatterRequest | null {
  const { timeZone } = state;
  const today = localDate(now, timeZone);
  const from = hadMailOn(today, state) ? localTime(addDays(today, 1), sendingWindow.from, timeZone) : now;
  const all = openSteps(state).flatMap((request) => {
    const goesAt = sendingTime(localDate(request.scheduledFor, timeZone), from, state);
    return whyMoot(request, state, goesAt) === null ? [{ step: request.step, goesAt }] : [];
  });
  return all.reduce<NextMatterRequest | null>(
    (first, one) => (first === null || one.goesAt < first.goesAt ? one : first),
    null,
  );
}

interface OpenStep {
  readonly step: MatterCalendarStep;
  readonly anchor: MatterAnchor;
  readonly offsetDays: number;
  readonly anchorDate: CalendarDate;
  readonly scheduledFor: Date;
}

/** By time. Of what nobody owes any more, none. */
function openSteps(state: MatterAskState): readonly OpenStep[] {
  const { stage, timeZone, handled } = state;
  if (!isUnderWay(stage)) return [];
  const dates: Readonly<Record<MatterAnchor, CalendarDate | null>> = { reply_by: state.replyBy, due_on: state.dueOn };
  return matterCalendar
    .flatMap((rule) => {
      const anchorDate = dates[rule.anchor];
      if (anchorDate === null || handled.has(matterRequestKey(rule.step, anchorDate))) return [];
      const scheduledFor = localTime(addDays(anchorDate, rule.offsetDays), sendingWindow.from, timeZone);
      return [{ ...rule, anchorDate, scheduledFor }];
    })
    .sort((one, other) => one.scheduledFor.getTime() - other.scheduledFor.getTime());
}

function whyMoot(
  { anchor, offsetDays, anchorDate, scheduledFor }: OpenStep,
  { timeZone, toldAt, personSince }: MatterAskState,
  now: Date,
): MatterSuperseded | null {
  const ownDay = localDate(scheduledFor, timeZone);
  if (offsetDays <= 0 && dateRelation(anchorDate, now, timeZone) === "past") return "date-passed";
  if (offsetDays > 0 && daysBetween(ownDay, localDate(now, timeZone)) > matterCatchUpDays) return "date-passed";
  if (anchor === "reply_by" && toldAt !== null && ownDay <= localDate(toldAt, timeZone)) return "told-otherwise";
  // Whoever came later takes over what stands; what was due before was told to others.
  return ownDay < localDate(personSince, timeZone) ? "told-otherwise" : null;
}

function hadMailOn(day: CalendarDate, { lastMailAt, timeZone }: MatterAskState): boolean {
  return lastMailAt !== null && localDate(lastMailAt, timeZone) === day;
}

/** A hold of the reminders of a country, in whatever round. */
interface Hold {
  readonly countryCode: string | null;
  readonly lastDay: CalendarDate;
}

/** The last day on which anything is held for this country, in any round; null = nothing is. What holds a country holds its commitments too. */
export function heldInAnyRound(holds: readonly Hold[], country: string, today: CalendarDate): CalendarDate | null {
  return holds.reduce<CalendarDate | null>((last, { countryCode, lastDay }) => {
    const counts = (countryCode === null || countryCode === country) && lastDay >= today;
    return counts && (last === null || lastDay > last) ? lastDay : last;
  }, null);
}

/** A message that names a day, as it was written and as it stands. */
export interface WrittenRequest {
  readonly step: MatterStep;
  readonly anchorDate: CalendarDate;
  readonly writtenAt: Date;
}

/** Why it is no longer due. `settled`: it was answered, nothing is owed any more, or it was withdrawn. `date`: the day moved, or came. */
export type NotDueBecause = "settled" | "date";

/** Is a request that was written still due at `now`? Asked right before it leaves. */
export function isStillDue(
  { step, anchorDate, writtenAt }: WrittenRequest,
  state: Pick<MatterAskState, "stage" | "replyBy" | "dueOn" | "timeZone"> & {
    readonly isFiled: boolean;
    readonly awaits: boolean;
  },
  now: Date,
): NotDueBecause | null {
  const anchor = anchorOf(step);
  // The first message says that something was sent, which stays so; the others ask.
  if (!state.isFiled || !isUnderWay(state.stage)) return "settled";
  if (step === "matter_sent") return null;
  if (anchor !== "due_on" && !state.awaits) return "settled";
  if (anchor === null) return null;
  const date = anchor === "reply_by" ? state.replyBy : state.dueOn;
  const relationAt = (at: Date) => dateRelation(anchorDate, at, state.timeZone);
  return date === anchorDate && relationAt(writtenAt) === relationAt(now) ? null : "date";
}
