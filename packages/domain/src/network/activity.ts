import { type CalendarDate, isCalendarDate } from "../round/calendar-date.ts";
import { localDate } from "../round/deadline.ts";
import { isSingleLine } from "../text/single-line.ts";
import { isTooLong, textLimits } from "../text/text-limits.ts";
import { longestPoint } from "./commitment.ts";
import { type DatedMeeting, hasBegun } from "./meeting.ts";
import type { ParticipantCode } from "./participant.ts";
import { type MatterReader, type Shown, speaksFor } from "./visibility.ts";

/** What kind of activity is proposed. */
export const activityKinds = ["workshop", "training", "campaign", "study", "exchange", "other"] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** For which kind of institution an activity is, and from which its participants came. People are never named, only counted. */
export const institutionKinds = [
  ...(["police", "migration", "prosecution", "judiciary", "labour", "health", "protection"] as const),
  ...(["foreign_affairs", "other_public", "civil_society", "international", "other"] as const),
] as const;
export type InstitutionKind = (typeof institutionKinds)[number];

/** Who pays. `not_known`: nobody has said so. */
export const fundings = ["not_known", "own", "sought", "secured"] as const;
export type Funding = (typeof fundings)[number];

/** What a meeting said of it, as the Secretariat notes. */
export const endorsements = ["endorsed", "not_endorsed"] as const;
export type Endorsement = (typeof endorsements)[number];

/**
 * How far a proposal has come. It follows from what is on record and is stored nowhere. An activity can be held without a meeting having
 * endorsed it, so the stage does not say that; the endorsement stands beside it.
 */
export const activityStages = ["proposed", "endorsed", "not_endorsed", "held", "evaluated"] as const;
export type ActivityStage = (typeof activityStages)[number];

export interface ActivityFacts {
  /** What a meeting said last; null = nothing is on record. */
  readonly endorsement: Endorsement | null;
  readonly isHeld: boolean;
  readonly isEvaluated: boolean;
}

export function activityStage({ endorsement, isHeld, isEvaluated }: ActivityFacts): ActivityStage {
  if (isEvaluated) return "evaluated";
  return isHeld ? "held" : (endorsement ?? "proposed");
}

/** Days of an activity; null = none is named. */
export interface ActivityDays {
  readonly startsOn: CalendarDate | null;
  /** The last day, of an activity of several. */
  readonly endsOn: CalendarDate | null;
}

/**
 * Where a proposal stands in a list. `to_come`: endorsed, with no day or one that has not passed. `not_recorded`: its days have passed, and nobody
 * has said whether it was held, so it is neither held nor missed.
 */
export const activityPlaces = ["not_recorded", "proposed", "to_come", "held", "not_endorsed"] as const;
export type ActivityPlace = (typeof activityPlaces)[number];

/** Where it stands in a list of all: what was filed by its standing; drafts and what was withdrawn have places of their own. In their order. */
export const activityListPlaces = ["draft", ...activityPlaces, "withdrawn"] as const;
export type ActivityListPlace = (typeof activityListPlaces)[number];

/** `timeZone`: by whose clocks its days end: those of where it is held, or of whoever proposes it. */
export function activityPlace(
  { startsOn, endsOn, stage, timeZone }: ActivityDays & { readonly stage: ActivityStage; readonly timeZone: string },
  now: Date,
): ActivityPlace {
  const last = endsOn ?? startsOn;
  const isOver = last !== null && last < localDate(now, timeZone);
  switch (stage) {
    case "held":
    case "evaluated":
      return "held";
    case "not_endorsed":
      return "not_endorsed";
    case "endorsed":
      return isOver ? "not_recorded" : "to_come";
    case "proposed":
      return isOver ? "not_recorded" : "proposed";
  }
}

/** What decides who may do something with a proposal: whose it is, in which state, and how far it has come. */
export type ProposedActivity = Pick<Shown, "author" | "state"> & { readonly stage: ActivityStage };

/** May somebody support it for this side, or take that back? Everybody who writes for a side, of what others propose, until it was held. */
export function maySupport(reader: MatterReader, side: ParticipantCode | null, proposal: ProposedActivity): boolean {
  if (side === null || !speaksFor(reader, side) || side === proposal.author) return false;
  return proposal.state === "filed" && proposal.stage !== "held" && proposal.stage !== "evaluated";
}

/** Somebody said of a proposal, for a side, that it supports it or no longer does, or that it does not although it was asked. */
interface SaidBySide {
  readonly participantCode: ParticipantCode;
  readonly at: Date;
}

/** Who was asked and declined: what a side said last counts, and support that it said later stands in the place of it. */
export function declinedBy(
  declines: readonly SaidBySide[],
  support: readonly (SaidBySide & { readonly supports: boolean })[],
): readonly ParticipantCode[] {
  const codes = [...new Set(declines.map(({ participantCode }) => participantCode))];
  return codes.filter((code) => {
    const isOf = ({ participantCode }: SaidBySide) => participantCode === code;
    const last = declines.findLast(isOf);
    return last !== undefined && !support.some((one) => isOf(one) && one.supports && one.at >= last.at);
  });
}

/** May somebody decline to support it for this side? Who was asked and is still waited for, and neither supports it nor has declined. */
export function mayDecline(
  reader: MatterReader,
  side: ParticipantCode | null,
  proposal: ProposedActivity & Awaited,
): boolean {
  return maySupport(reader, side, proposal) && isAskedToSupport(side, proposal);
}

/** Who is asked for support of a proposal, and what they said. */
interface Awaited {
  readonly standing: ActivityPlace;
  readonly addressees: readonly ParticipantCode[];
  readonly supporters: readonly ParticipantCode[];
  /** As far as the reader may know: of the own side, and of whom the own side asked. */
  readonly declined: readonly ParticipantCode[];
}

/** Once a meeting has spoken of it, or its days have passed, nobody waits for support any more. */
function isAskedToSupport(
  side: ParticipantCode | null,
  { standing, addressees, supporters, declined }: Awaited,
): boolean {
  if (side === null || standing !== "proposed" || !addressees.includes(side)) return false;
  return !supporters.includes(side) && !declined.includes(side);
}

/** May somebody say that it was held, and later what came of it? Whoever proposed it. */
export function mayReport(
  reader: MatterReader,
  proposal: ProposedActivity,
): { readonly held: boolean; readonly evaluated: boolean } {
  const isOwn = speaksFor(reader, proposal.author) && proposal.state === "filed";
  return { held: isOwn, evaluated: isOwn && (proposal.stage === "held" || proposal.stage === "evaluated") };
}

/** What only a proposal has, as it is judged. */
export interface ActivityDraft extends ActivityDays {
  readonly audience: readonly InstitutionKind[];
  readonly place: string;
  readonly host: ParticipantCode | null;
  readonly fundingNote: string;
  /** Codes of the indicators and objectives at which it aims. */
  readonly aims: readonly string[];
}

/** How many from where took part; null = of no country, as of an international organisation. */
export interface ActivityAttendance {
  readonly country: ParticipantCode | null;
  readonly institution: InstitutionKind;
  readonly persons: number;
}

/** When and where it was held, and who took part, in numbers. */
export interface ActivityHeld {
  readonly fromOn: CalendarDate;
  readonly untilOn: CalendarDate | null;
  readonly place: string;
  readonly attendance: readonly ActivityAttendance[];
}

/** What was found of an indicator afterwards. It never becomes a figure of a report. */
export interface ActivityResult {
  readonly indicator: string;
  /** Of which year that is true. */
  readonly year: number;
  readonly text: string;
}

export const mostPersons = 10_000;

/**
 * `days`: no such day, or it ends before it begins. `day_missing`: it has a last day and no first one. `place`, `funding_long`: too long.
 * `country`: not one that takes part. `audience_missing`: for nobody. `aim_missing`: it aims at no objective and no indicator. `point`: no point of
 * an agenda. `meeting_to_come`: no such meeting can have said anything. `to_come`: its last day has not come. `twice`: counted twice. `persons`: no
 * number of people. `result_missing`: nothing is said. `result_indicator`: it did not aim at that. `result_year`: before it was held, or to come.
 * `same`: nothing would change.
 */
export const activityFaultKinds = [
  ...(["days", "day_missing", "place", "country", "funding_long", "audience_missing", "aim_missing"] as const),
  ...(["point", "meeting_to_come", "to_come", "twice", "persons"] as const),
  ...(["result_missing", "result_text", "result_indicator", "result_year", "same"] as const),
] as const;
export type ActivityFault = (typeof activityFaultKinds)[number];

const kept = (faults: readonly (ActivityFault | null)[]): readonly ActivityFault[] => [
  ...new Set(faults.filter((fault) => fault !== null)),
];
const areDays = (from: CalendarDate, until: CalendarDate | null) =>
  isCalendarDate(from) && (until === null || (isCalendarDate(until) && until >= from));
const isPlace = (place: string) => isSingleLine(place) && !isTooLong(place, textLimits.meetingPlace);

/** What is wrong with what only a proposal has. `countries`: members and countries that observe. */
export function activityFaults(
  { startsOn, endsOn, place, host, audience, fundingNote, aims }: ActivityDraft,
  countries: ReadonlySet<ParticipantCode>,
): readonly ActivityFault[] {
  return kept([
    startsOn === null && endsOn !== null ? "day_missing" : null,
    startsOn !== null && !areDays(startsOn, endsOn) ? "days" : null,
    isPlace(place) ? null : "place",
    host === null || countries.has(host) ? null : "country",
    isSingleLine(fundingNote) && !isTooLong(fundingNote, textLimits.matterSubject) ? null : "funding_long",
    audience.length === 0 ? "audience_missing" : null,
    aims.length === 0 ? "aim_missing" : null,
  ]);
}

/** What cannot be so when the Secretariat notes what a meeting said of it. */
export function endorsementFaults(
  { said, meetingId, point }: { readonly said: Endorsement; readonly meetingId: string; readonly point: string },
  before: { readonly said: Endorsement; readonly meetingId: string; readonly point: string } | null,
  meeting: DatedMeeting,
  now: Date,
): readonly ActivityFault[] {
  const isSame = before?.said === said && before.meetingId === meetingId && before.point === point;
  return kept([
    isSingleLine(point) && !isTooLong(point, longestPoint) ? null : "point",
    meeting.state === "cancelled" || !hasBegun(meeting, now) ? "meeting_to_come" : null,
    isSame ? "same" : null,
  ]);
}

/** What cannot be so when it is said that it was held. `timeZone`: by whose clocks its days are. */
export function heldFaults(
  { fromOn, untilOn, place, attendance }: ActivityHeld,
  countries: ReadonlySet<ParticipantCode>,
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): readonly ActivityFault[] {
  const keys = attendance.map(({ country, institution }) => `${country} ${institution}`);
  return kept([
    areDays(fromOn, untilOn) ? null : "days",
    areDays(fromOn, untilOn) && (untilOn ?? fromOn) > localDate(now, timeZone) ? "to_come" : null,
    isPlace(place) ? null : "place",
    attendance.every(({ country }) => country === null || countries.has(country)) ? null : "country",
    new Set(keys).size === keys.length ? null : "twice",
    attendance.every(({ persons }) => Number.isInteger(persons) && persons > 0 && persons <= mostPersons)
      ? null
      : "persons",
  ]);
}

/** What cannot be so when it is said what came of it. `aims`: the indicators at which it aimed. */
export function evaluationFaults(
  { text, results }: { readonly text: string; readonly results: readonly ActivityResult[] },
  aims: readonly string[],
  { heldOn, now, timeZone }: { readonly heldOn: CalendarDate; readonly now: Date; readonly timeZone: string },
): readonly ActivityFault[] {
  const [first, last] = [heldOn, localDate(now, timeZone)].map((day) => Number(day.slice(0, 4)));
  const keys = results.map(({ indicator, year }) => `${indicator} ${year}`);
  return kept([
    text.trim() === "" && results.length === 0 ? "result_missing" : null,
    results.every((one) => one.text.trim() !== "" && !isTooLong(one.text, textLimits.actReason)) ? null : "result_text",
    results.every(({ indicator }) => aims.includes(indicator)) ? null : "result_indicator",
    results.every(({ year }) => first !== undefined && last !== undefined && year >= first && year <= last)
      ? null
      : "result_year",
    new Set(keys).size === keys.length ? null : "twice",
  ]);
}

/** How many took part in all, and from how many countries. */
export function countedAttendance(attendance: readonly ActivityAttendance[]): {
  readonly persons: number;
  readonly countries: number;
} {
  return {
    persons: attendance.reduce((sum, one) => sum + one.persons, 0),
    countries: new Set(attendance.flatMap(({ country }) => (country === null ? [] : [country]))).size,
  };
}

/**
 * What a proposal needs of somebody now: that a day which has passed is spoken of, what came of what was held, what a meeting said to which it was
 * put and which has begun, or the support for which a side is asked.
 */
export const activityNeeds = ["say_held", "say_result", "note_meeting", "support"] as const;
export type ActivityNeed = (typeof activityNeeds)[number];

export function activityNeed(
  { author, state, stage, ...awaited }: ProposedActivity & Awaited,
  reader: { readonly side: ParticipantCode | null; readonly decides: boolean; readonly hasMeetingBegun: boolean },
): ActivityNeed | null {
  if (state !== "filed") return null;
  if (author === reader.side) {
    if (awaited.standing === "not_recorded") return "say_held";
    if (stage === "held") return "say_result";
  }
  if (reader.decides && reader.hasMeetingBegun && stage === "proposed") return "note_meeting";
  return isAskedToSupport(reader.side, awaited) ? "support" : null;
}
