import { type Language, languages } from "../catalogue/language.ts";
import type { CalendarDate } from "../round/calendar-date.ts";
import { isTooLong, textLimits } from "../text/text-limits.ts";
import type { AttendanceView, MeetingPlan } from "./meeting.ts";
import type { BodyCode, ParticipantCode } from "./participant.ts";
import type { FigureChoice } from "./report-figure.ts";
import type { VisibilityChoice } from "./visibility.ts";

/**
 * What a body formally does in a point of its report. They are six different things, so no word of one may stand for another
 * (`report-words.test.ts`).
 */
export const pointVerbs = ["thanks", "takes_note", "requests", "agrees", "proposes", "endorses"] as const;
export type PointVerb = (typeof pointVerbs)[number];

/**
 * Where a report is on its way: the Secretariat writes it, sends it to the members, makes it final after their comments, and the group to which
 * the Network reports considers it.
 */
export const reportStages = ["draft", "circulated", "final", "considered"] as const;
export type ReportStage = (typeof reportStages)[number];

/** 0: a paragraph without a number. 1: a point. 2: a lettered point below the one before it. */
export const pointLevels = [0, 1, 2] as const;
export type PointLevel = (typeof pointLevels)[number];

/** What a point was made from: the record of the meeting itself, or a matter that was put before the Network. */
export const pointSources = ["meeting", "matter"] as const;
export type PointSource = (typeof pointSources)[number];

/** Words in each language; empty where they are not written yet. */
export type PointWords = Readonly<Record<Language, string>>;

export interface ReportPoint {
  readonly id: string;
  readonly level: PointLevel;
  /** Null: its words are a sentence by themselves, and say nothing formal. */
  readonly verb: PointVerb | null;
  /** Whoever does it, if it is not the body that met. */
  readonly speaker: ParticipantCode | null;
  /** What follows the verb. */
  readonly words: PointWords;
  readonly source: { readonly kind: PointSource; readonly id: string } | null;
  /** Contributions and recommendations of which it speaks, as the Secretariat says. */
  readonly voices: readonly string[];
}

/** The most contributions and recommendations of which one point speaks. */
export const mostVoices = 20;

/** Who had submitted its indicators by the end of the meeting. */
export interface SubmittedRow {
  readonly participant: ParticipantCode;
  readonly submitted: boolean;
}

/** Everything that a report says: the working copy, or a version as it was when it was sent. */
export interface ReportContent {
  readonly meeting: MeetingPlan & { readonly body: BodyCode };
  readonly attendance: readonly Omit<AttendanceView, "sharedFrom">[];
  readonly points: readonly ReportPoint[];
  /** Null: the report has no such table. */
  readonly submissions: { readonly round: number; readonly rows: readonly SubmittedRow[] } | null;
  /** Its charts and tables, in their order. What stands in them is kept beside it (`ReportFigures`). */
  readonly figures: readonly FigureChoice[];
}

interface Numbered {
  /** Null: it has none. */
  readonly number: number | null;
  /** Empty: it is a point itself. */
  readonly letter: string;
}
export type NumberedPoint = Numbered & ReportPoint;

/** The most lettered points of one point: the letters of the alphabet. */
export const mostLetters = 26;
/** The most points of a report. */
export const mostPoints = 200;

/** The points with their numbers and letters, which follow from order and level alone: "3", "3a", "3b". */
export function numbered<P extends Pick<ReportPoint, "level">>(points: readonly P[]): readonly (Numbered & P)[] {
  let number = 0;
  let letters = 0;
  return points.map((point) => {
    if (point.level === 0) return { ...point, number: null, letter: "" };
    if (point.level === 1) {
      number += 1;
      letters = 0;
      return { ...point, number, letter: "" };
    }
    letters += 1;
    return { ...point, number, letter: String.fromCodePoint(96 + letters) };
  });
}

/**
 * `letter_first`: a lettered point has no point before it that it could be below. `letters`: one point has more than letters. `many`: there are
 * more points than a report takes.
 */
export const arrangementFaultKinds = ["letter_first", "letters", "many"] as const;
export type ArrangementFault = (typeof arrangementFaultKinds)[number];

/** What cannot be so in the order and the levels of a report's points. A paragraph without a number ends what is below a point. */
export function arrangementFaults(points: readonly Pick<ReportPoint, "level">[]): readonly ArrangementFault[] {
  let below: number | null = null;
  const faults = new Set<ArrangementFault>();
  for (const { level } of points) {
    if (level === 2 && below === null) faults.add("letter_first");
    below = level === 0 ? null : level === 1 ? 0 : (below ?? 0) + 1;
    if ((below ?? 0) > mostLetters) faults.add("letters");
  }
  if (points.length > mostPoints) faults.add("many");
  return [...faults];
}

/** `words`: nothing is written in any language. `speaker`: it does not take part. `voices`: one of which it speaks is not before the Network. */
export const pointFaultKinds = ["words", "words_long", "speaker", "voices"] as const;
export type PointFault = (typeof pointFaultKinds)[number];

/** What is wrong with a point as it is to be saved; empty = nothing. */
export function pointFaults(
  { words, speaker }: Pick<ReportPoint, "words" | "speaker">,
  known: Pick<ReadonlySet<ParticipantCode>, "has">,
): readonly PointFault[] {
  const faults: PointFault[] = [];
  if (languages.every((language) => words[language].trim() === "")) faults.push("words");
  if (languages.some((language) => isTooLong(words[language], textLimits.reportPoint))) faults.push("words_long");
  if (speaker !== null && !known.has(speaker)) faults.push("speaker");
  return faults;
}

/** The languages in which a point is not written yet. */
export function missingLanguages({ words }: Pick<ReportPoint, "words">): readonly Language[] {
  return languages.filter((language) => words[language].trim() === "");
}

/** How many points are not written in this language. */
export function missingIn(points: readonly Pick<ReportPoint, "words">[], language: Language): number {
  return points.filter((point) => missingLanguages(point).includes(language)).length;
}

/** May its points still be changed? What members comment on is the version that was sent; the working copy goes on. */
export function isEditable(stage: ReportStage): boolean {
  return stage === "draft" || stage === "circulated";
}

/**
 * Why a report cannot go on. `no_points`: it says nothing. `words_missing`: a point is not written in every language. `not_circulated`: the
 * members have not had it. `day`: it is before the meeting was over, or has not come. `not_held`: nobody has said that the meeting was held.
 */
export const stepFaultKinds = ["no_points", "words_missing", "not_circulated", "day", "not_held"] as const;
export type StepFault = (typeof stepFaultKinds)[number];

/** To whom a version is shown: members while they comment, the Network when it is final. */
export const shownTo = { circulated: "members", final: "network" } as const satisfies Readonly<
  Partial<Record<ReportStage, VisibilityChoice>>
>;
export type SentStage = keyof typeof shownTo;
export const sentStages = ["circulated", "final"] as const satisfies readonly SentStage[];

/** Why a version cannot be sent as it is: to the members, or as the final one. */
export function sendingFaults(
  to: SentStage,
  {
    stage,
    points,
    isHeld,
  }: { readonly stage: ReportStage; readonly points: readonly ReportPoint[]; readonly isHeld: boolean },
): readonly StepFault[] {
  const isMissing = points.some((point) => missingLanguages(point).length > 0);
  return [
    ...(isHeld ? [] : (["not_held"] as const)),
    ...(points.some(({ level }) => level > 0) ? [] : (["no_points"] as const)),
    ...(to === "final" && isMissing ? (["words_missing"] as const) : []),
    ...(to === "final" && stage === "draft" ? (["not_circulated"] as const) : []),
  ];
}

/** Can it have been considered on that day? Not before the meeting was over, and not on a day to come. */
export function consideringFaults(
  on: CalendarDate,
  days: { readonly lastDay: CalendarDate; readonly today: CalendarDate },
): readonly StepFault[] {
  return on < days.lastDay || on > days.today ? ["day"] : [];
}

/** A part of the report: points in a row that propose, or ones that do not, each with what is below it. */
export interface ReportPart {
  readonly kind: "points" | "proposals";
  readonly points: readonly NumberedPoint[];
}

/** Verbs of points by which nobody takes anything upon itself. */
const promisingNothing: readonly (PointVerb | null)[] = ["thanks", "takes_note"];

/** Can a commitment have been made in this point? A paragraph without a number is no point that one could name. */
export function mayPromise({ number, verb }: Pick<NumberedPoint, "number" | "verb">): boolean {
  return number !== null && !promisingNothing.includes(verb);
}

/** Verbs of points that stand among the proposals: what is proposed, and what the meeting said of it. */
const proposing: readonly (PointVerb | null)[] = ["proposes", "endorses"];

/** The points in parts, in their order: proposals stand under a heading of their own, with what was endorsed of them. */
export function partsOf(points: readonly NumberedPoint[]): readonly ReportPart[] {
  const parts: { kind: ReportPart["kind"]; points: NumberedPoint[] }[] = [];
  for (const point of points) {
    const last = parts.at(-1);
    // A lettered point and a paragraph stay where they stand.
    const kind =
      point.level === 1 ? (proposing.includes(point.verb) ? "proposals" : "points") : (last?.kind ?? "points");
    if (last?.kind === kind) last.points.push(point);
    else parts.push({ kind, points: [point] });
  }
  return parts;
}

/**
 * The points with one of them a place further up or down: a point takes along what is lettered below it, and passes the next one with all that is
 * below that. Null: it cannot go there.
 */
export function movedPoint<P extends Pick<ReportPoint, "id" | "level">>(
  points: readonly P[],
  id: string,
  by: -1 | 1,
): readonly P[] | null {
  const isLettered = points.find((one) => one.id === id)?.level === 2;
  // Lettered points move one by one, all others with what is below them.
  const blocks: P[][] = [];
  for (const point of points) {
    const last = blocks.at(-1);
    if (point.level === 2 && !isLettered && last !== undefined) last.push(point);
    else blocks.push([point]);
  }
  const from = blocks.findIndex((block) => block.some((one) => one.id === id));
  const [block] = blocks.splice(from, 1);
  const to = from + by;
  if (from < 0 || block === undefined || to < 0 || to > blocks.length) return null;
  blocks.splice(to, 0, block);
  const moved = blocks.flat();
  return arrangementFaults(moved).length === 0 ? moved : null;
}
