import { type CalendarDate, daysBetween, isCalendarDate } from "../round/calendar-date.ts";
import { localDate } from "../round/deadline.ts";
import { isSingleLine } from "../text/single-line.ts";
import { isActReason, isTooLong } from "../text/text-limits.ts";
import { type DatedMeeting, hasBegun, lastDayOf, type MeetingDays, type MeetingState } from "./meeting.ts";
import { type BodyCode, isSide, type ParticipantCode, secretariatCode } from "./participant.ts";

/**
 * How far a commitment has come. That it is overdue, or was carried over to a later meeting, follows from days and meetings and is no stage.
 * `not_recorded`: the report in which it stands does not say what became of it.
 */
export const commitmentStages = ["open", "in_progress", "done", "dropped", "not_recorded"] as const;
export type CommitmentStage = (typeof commitmentStages)[number];

/** The stages in which somebody still owes something: only then is anybody asked, and only then is anything late. */
export const isUnderWay = (stage: CommitmentStage): boolean => stage === "open" || stage === "in_progress";

/**
 * Which commitments a list shows: those in which somebody still owes something, of these the late ones, those that were carried over, and those
 * that are done or dropped.
 */
export const commitmentChoices = ["owed", "overdue", "carried", "closed"] as const;
export type CommitmentChoice = (typeof commitmentChoices)[number];

/** What decides whether a commitment is late. */
export interface Owed {
  readonly stage: CommitmentStage;
  readonly dueOn: CalendarDate | null;
  /** By whose clocks its day ends: those of whoever owes it. */
  readonly timeZone: string;
}

/** Whole days since its day ended; null = it is not late: its day has not passed, it has none, or nothing is owed any more. */
export function overdueDays({ stage, dueOn, timeZone }: Owed, now: Date): number | null {
  if (dueOn === null || !isUnderWay(stage)) return null;
  const days = daysBetween(dueOn, localDate(now, timeZone));
  return days > 0 ? days : null;
}

/** A meeting, as far as commitments are carried from one to the next. */
export interface MeetingOfBody extends MeetingDays {
  readonly id: string;
  readonly body: BodyCode;
  readonly state: MeetingState;
}

/**
 * The meetings of the same body that were held after the one at which it was made, while it is still open or in progress: over these it was
 * carried. Earliest first. A commitment of no meeting is carried over none.
 */
export function carriedOver<M extends MeetingOfBody>(
  { stage, madeAt }: { readonly stage: CommitmentStage; readonly madeAt: MeetingOfBody | null },
  meetings: readonly M[],
): readonly M[] {
  if (madeAt === null || !isUnderWay(stage)) return [];
  return meetings
    .filter(({ body, state, heldOn }) => body === madeAt.body && state === "held" && heldOn > lastDayOf(madeAt))
    .sort((one, other) => (one.heldOn < other.heldOn ? -1 : 1));
}

/**
 * Do people of this participant answer in the portal to commitments that are sent there, and say how far those that it owes have come? All but the
 * Secretariat, whose commitments are its own, and the bodies.
 */
export const answersCommitments = (code: ParticipantCode): boolean => code !== secretariatCode && isSide(code);

/** Longest name of a point of a report, such as "3b". */
export const longestPoint = 20;

/** What is judged of a commitment besides its matter (`matterFaults`), before it is saved or filed. */
export interface CommitmentDraft {
  readonly point: string;
  readonly dueOn: CalendarDate | null;
  /** The stage with which it is entered. */
  readonly stage: CommitmentStage;
  /** Does it stand in a published report of its meeting? */
  readonly isInReport: boolean;
}

/**
 * `due_before_meeting`: nothing is promised for a day before it was promised. `report_missing`: no published report of its meeting is known.
 * `stage`: with which nothing is entered; what became of it is not on record only of what stands in a report. `same`: nothing would change. `reason`: nothing is
 * dropped without one. `meeting_not_later`, `meeting_to_come`: no such meeting can have said what became of it. `to_nobody`: nobody is sent anything.
 * `to_itself`: whoever promised it to others is not sent it. `reply_by`: that day has passed. `document`: it is not filed, not for all to whom it would be sent, or named twice. `closed`: nothing is owed any more.
 */
export const commitmentFaultKinds = [
  ...(["point", "due_on", "due_before_meeting", "report_missing", "stage", "same", "reason"] as const),
  ...(["meeting_not_later", "meeting_to_come", "to_nobody", "to_itself", "reply_by", "document", "closed"] as const),
] as const;
export type CommitmentFault = (typeof commitmentFaultKinds)[number];

/** What cannot be so in a commitment that is entered, all of it at once. */
export function commitmentFaults(
  { point, dueOn, stage, isInReport }: CommitmentDraft,
  meeting: (MeetingDays & { readonly publicSource: string | null }) | null,
): readonly CommitmentFault[] {
  const isDay = dueOn === null || isCalendarDate(dueOn);
  const faults: (CommitmentFault | null)[] = [
    isSingleLine(point) && !isTooLong(point, longestPoint) ? null : "point",
    isDay ? null : "due_on",
    isDay && dueOn !== null && meeting !== null && dueOn < meeting.heldOn ? "due_before_meeting" : null,
    isInReport && (meeting === null || meeting.publicSource === null) ? "report_missing" : null,
    stage === "open" || stage === "in_progress" || (stage === "not_recorded" && isInReport) ? null : "stage",
  ];
  return faults.filter((fault) => fault !== null);
}

/** What cannot be so when somebody says how far it has come. */
export function moveFaults(
  from: { readonly stage: CommitmentStage; readonly publicSource: string | null },
  { stage, note }: { readonly stage: CommitmentStage; readonly note: string },
): readonly CommitmentFault[] {
  const faults: (CommitmentFault | null)[] = [
    stage === from.stage && note.trim() === "" ? "same" : null,
    stage === "dropped" && !isActReason(note) ? "reason" : null,
    stage === "not_recorded" && from.publicSource === null ? "stage" : null,
  ];
  return faults.filter((fault) => fault !== null);
}

/** What cannot be so when it is recorded what a later meeting said of it. */
export function outcomeFaults(
  madeAt: MeetingDays | null,
  meeting: DatedMeeting,
  now: Date,
): readonly CommitmentFault[] {
  const faults: (CommitmentFault | null)[] = [
    madeAt !== null && meeting.heldOn <= lastDayOf(madeAt) ? "meeting_not_later" : null,
    meeting.state === "cancelled" || !hasBegun(meeting, now) ? "meeting_to_come" : null,
  ];
  return faults.filter((fault) => fault !== null);
}

/** What cannot be so when it is sent. `today`: by the clocks of whoever sends. */
export function dispatchFaults(
  sent: {
    readonly author: ParticipantCode;
    readonly stage: CommitmentStage;
    readonly to: readonly ParticipantCode[];
    readonly replyBy: CalendarDate | null;
  },
  today: CalendarDate,
): readonly CommitmentFault[] {
  const { author, stage, to, replyBy } = sent;
  const faults: (CommitmentFault | null)[] = [
    to.length === 0 ? "to_nobody" : null,
    to.includes(author) ? "to_itself" : null,
    replyBy !== null && (!isCalendarDate(replyBy) || replyBy < today) ? "reply_by" : null,
    isUnderWay(stage) ? null : "closed",
  ];
  return faults.filter((fault) => fault !== null);
}

/** Something that was sent to participants, as far as replies to it depend on it. */
export interface Sent {
  readonly at: Date;
  readonly to: readonly ParticipantCode[];
}

/** What a participant answered, as long as it was not taken back. */
export interface Said {
  readonly id: string;
  readonly participant: ParticipantCode;
  readonly at: Date;
}

/** When a matter was last sent to this participant; null = it never was. */
export function lastSentTo(participant: ParticipantCode, dispatches: readonly Sent[]): Date | null {
  return dispatches.reduce<Date | null>(
    (last, { at, to }) => (to.includes(participant) && (last === null || at > last) ? at : last),
    null,
  );
}

/** The answer of a participant to what was last sent to it; null = none yet. What it had said before is no answer to that. */
export function replyOf<R extends Said>(
  participant: ParticipantCode,
  dispatches: readonly Sent[],
  replies: readonly R[],
): R | null {
  const since = lastSentTo(participant, dispatches);
  if (since === null) return null;
  return replies.reduce<R | null>(
    (last, one) =>
      one.participant === participant && one.at >= since && (last === null || one.at >= last.at) ? one : last,
    null,
  );
}
