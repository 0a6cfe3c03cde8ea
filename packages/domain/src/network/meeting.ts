import { type CalendarDate, daysBetween, isCalendarDate } from "../round/calendar-date.ts";
import { localDate } from "../round/deadline.ts";
import { isTooLong, textLimits } from "../text/text-limits.ts";
import { isSide, type ParticipantCode } from "./participant.ts";

/** A meeting is planned, and held once somebody has said so; a cancelled one stays in the record. */
export const meetingStates = ["planned", "held", "cancelled"] as const;
export type MeetingState = (typeof meetingStates)[number];

export const meetingActs = [
  ...(["planned", "dates_corrected", "attendance_recorded", "agenda_changed", "held", "cancelled"] as const),
] as const;
export type MeetingActKind = (typeof meetingActs)[number];

/**
 * What is recorded of a participant at a meeting. One does not follow from the other, and where nothing is recorded nothing is known. Whether
 * it submitted indicators is read from the rounds.
 */
export const attendanceFacts = ["attended", "shared_progress"] as const;
export type AttendanceFact = (typeof attendanceFacts)[number];

export interface MeetingDays {
  readonly heldOn: CalendarDate;
  /** The last day, of a meeting of several. */
  readonly untilOn: CalendarDate | null;
}

/** When and where a meeting is. */
export interface MeetingPlan extends MeetingDays {
  readonly place: string;
  readonly host: ParticipantCode | null;
}

export interface DatedMeeting extends MeetingDays {
  readonly state: MeetingState;
  /** The zone by whose clocks its days begin and end: the host's, else the Secretariat's. */
  readonly timeZone: string;
}

/** Days of the longest meeting: whoever writes a longer one has mistyped a date. */
export const longestMeetingDays = 31;

/**
 * `order`: it ends before it begins. `too_long`: see `longestMeetingDays`. `host`, `participant`: not among those who take part. `before_its_day`:
 * said of a meeting that has not come so far. `same`: nothing would change. `source`: no report is published of a meeting before it is over. `already`: the body has a meeting that begins on that day. `attended`: it would not have been held, and somebody is on record as having been there. `shared`: who has filed its progress has shared it, which nobody records by hand.
 */
export const meetingFaultKinds = [
  ...(["order", "too_long", "place", "host", "participant", "before_its_day", "same", "source", "already"] as const),
  ...(["attended", "shared"] as const),
] as const;
export type MeetingFault = (typeof meetingFaultKinds)[number];

export const lastDayOf = ({ heldOn, untilOn }: MeetingDays): CalendarDate => untilOn ?? heldOn;

/** Can this, as it was typed, be a day of a meeting? */
export const isMeetingDay = (text: string): boolean => isCalendarDate(text);

/** What cannot be so in the plan of a meeting. */
export function meetingFaults(
  plan: MeetingPlan,
  participants: Pick<ReadonlySet<ParticipantCode>, "has">,
): readonly MeetingFault[] {
  const length = daysBetween(plan.heldOn, lastDayOf(plan));
  const faults: MeetingFault[] = [];
  if (length < 0) faults.push("order");
  if (length >= longestMeetingDays) faults.push("too_long");
  if (plan.place.trim() === "" || isTooLong(plan.place, textLimits.meetingPlace)) faults.push("place");
  if (plan.host !== null && !(isSide(plan.host) && participants.has(plan.host))) faults.push("host");
  return faults;
}

/** A last day that is the first one says nothing: one day is one day, however it was written. */
export function tidyPlan(plan: MeetingPlan): MeetingPlan {
  const { heldOn, untilOn, place, host } = plan;
  return { heldOn, untilOn: untilOn === heldOn ? null : untilOn, place: place.trim(), host };
}

/**
 * Where a meeting stands at a moment. `not_recorded`: its days have passed, and nobody has said whether it was held; so it is neither held nor
 * missed.
 */
export type MeetingStanding = "to_come" | "under_way" | "not_recorded" | "held" | "cancelled";

export function meetingStanding(meeting: DatedMeeting, now: Date): MeetingStanding {
  if (meeting.state !== "planned") return meeting.state;
  const today = localDate(now, meeting.timeZone);
  if (today < meeting.heldOn) return "to_come";
  return today <= lastDayOf(meeting) ? "under_way" : "not_recorded";
}

/** Has its first day begun? Until then nobody has attended it. */
export function hasBegun(meeting: Pick<DatedMeeting, "heldOn" | "timeZone">, now: Date): boolean {
  return localDate(now, meeting.timeZone) >= meeting.heldOn;
}

/** Has its last day begun? Until then it cannot be said that it was held. */
export function mayBeHeld(meeting: Omit<DatedMeeting, "state">, now: Date): boolean {
  return localDate(now, meeting.timeZone) >= lastDayOf(meeting);
}

/** Days from today until it begins, by its own clocks; 0 on the first day, negative after. */
export function daysUntil(meeting: Pick<DatedMeeting, "heldOn" | "timeZone">, now: Date): number {
  return daysBetween(localDate(now, meeting.timeZone), meeting.heldOn);
}

/** The meeting that comes next, or is under way; null = none is planned. */
export function nextMeeting<M extends DatedMeeting>(meetings: readonly M[], now: Date): M | null {
  const coming = meetings.filter((one) => ["to_come", "under_way"].includes(meetingStanding(one, now)));
  return coming.reduce<M | null>((next, one) => (next === null || one.heldOn < next.heldOn ? one : next), null);
}

export interface AttendanceNote {
  readonly participant: ParticipantCode;
  readonly fact: AttendanceFact;
  /** Null: what was recorded has been taken back, so that nothing is on record. */
  readonly holds: boolean | null;
}

/** What is on record of a participant; null = nothing is. */
export interface AttendanceView {
  readonly participant: ParticipantCode;
  readonly attended: boolean | null;
  readonly sharedProgress: boolean | null;
  /** `narrative`: it told of its progress here, for this meeting. `record`: somebody recorded it. Null = nothing is on record. */
  readonly sharedFrom: "narrative" | "record" | null;
}

/**
 * The record by participant: first these in their order, whether or not anything is recorded of them, then whoever else something is recorded of.
 * `told`: who has filed its progress for this meeting; it has shared it, whatever was recorded.
 */
export function attendanceViews(
  notes: readonly AttendanceNote[],
  expected: readonly ParticipantCode[],
  told: readonly ParticipantCode[] = [],
): readonly AttendanceView[] {
  const others = notes
    .filter(({ participant, holds }) => holds !== null && !expected.includes(participant))
    .map(({ participant }) => participant)
    .concat(told.filter((code) => !expected.includes(code)));
  const said = (code: ParticipantCode, fact: AttendanceFact) =>
    notes.find((note) => note.participant === code && note.fact === fact)?.holds ?? null;
  return [...expected, ...[...new Set(others)].sort()].map((participant) => {
    const recorded = said(participant, "shared_progress");
    const isTold = told.includes(participant);
    return {
      participant,
      attended: said(participant, "attended"),
      sharedProgress: isTold ? true : recorded,
      sharedFrom: isTold ? "narrative" : recorded === null ? null : "record",
    };
  });
}

/** Which of these notes say something that is not on record yet. */
export function newNotes(
  notes: readonly AttendanceNote[],
  recorded: readonly AttendanceNote[],
): readonly AttendanceNote[] {
  const key = ({ participant, fact }: AttendanceNote) => `${participant} ${fact}`;
  const known = new Map(recorded.map((note) => [key(note), note.holds]));
  return notes.filter((note) => (known.get(key(note)) ?? null) !== note.holds);
}

/** The round whose indicators were asked for when the meeting was: the last that had opened by its last day, within a year of it. */
export function roundOfMeeting<R extends { readonly opensOn: CalendarDate }>(
  meeting: DatedMeeting,
  rounds: readonly R[],
  now: Date,
): R | null {
  const today = localDate(now, meeting.timeZone);
  const last = lastDayOf(meeting);
  const opened = rounds.filter(
    ({ opensOn }) => opensOn <= last && opensOn <= today && daysBetween(opensOn, last) <= 366,
  );
  return opened.reduce<R | null>(
    (latest, one) => (latest === null || one.opensOn > latest.opensOn ? one : latest),
    null,
  );
}
