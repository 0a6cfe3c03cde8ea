import type { Language } from "../catalogue/language.ts";
import { isSingleLine } from "../text/single-line.ts";
import { isTooLong, textLimits } from "../text/text-limits.ts";
import type { ParticipantCode } from "./participant.ts";

/** Where a point stands in the agenda of its meeting: "3", or "3b" within it. */
export interface PointPlace {
  readonly number: number;
  /** Empty = the point itself; else a small letter. */
  readonly letter: string;
}

export const agendaLimits = {
  /** Points of one meeting, with those within them. */
  points: 100,
  number: 99,
} as const;

/** A point as somebody writes it. `id` null = it is new. */
export interface PointDraft extends PointPlace {
  readonly id: string | null;
  /** In which language the title was written first; the other one translates it. */
  readonly language: Language;
  readonly title: string;
  /** Null = none is given: one that is there stays. */
  readonly translation: string | null;
  /** The translation that is there says what the changed title says, too. */
  readonly translationHolds: boolean;
  readonly presenter: ParticipantCode | null;
}

/** A point as it is on record. */
export interface RecordedPoint extends PointPlace {
  readonly id: string;
  readonly language: Language;
  readonly title: string;
  /** The newest translation, and whether the title has changed since. */
  readonly translation: { readonly title: string; readonly isOutdated: boolean } | null;
  readonly presenter: ParticipantCode | null;
}

/**
 * `unknown`: none of this meeting's (any more). `twice`: another point stands there. `language`: of a point that is there it stays the one in which
 * it was written. `reason`: points are withdrawn, and nobody says why.
 */
export const agendaFaultKinds = [
  ...(["unknown", "twice", "number", "title", "translation", "language", "presenter", "reason", "same"] as const),
] as const;
export type AgendaFault = (typeof agendaFaultKinds)[number];

/** A fault of the point at this place of the list; null = of the whole. */
export interface AgendaFaultAt {
  readonly at: number | null;
  readonly fault: AgendaFault;
}

/** As it is spoken of: "3b". */
export const pointName = ({ number, letter }: PointPlace): string => `${number}${letter}`;

/** In the order of the agenda: 3, 3a, 3b, 4. */
export function comparePoints(one: PointPlace, other: PointPlace): number {
  return one.number - other.number || (one.letter < other.letter ? -1 : one.letter > other.letter ? 1 : 0);
}

/** The number or the letter that comes after the last: within a point if one with a letter is the last, else a number. */
export function nextPlace(points: readonly PointPlace[]): PointPlace {
  const last = [...points].sort(comparePoints).at(-1);
  if (last === undefined) return { number: 1, letter: "" };
  const after = last.letter === "" ? "" : String.fromCharCode(last.letter.charCodeAt(0) + 1);
  return after !== "" && after <= "z"
    ? { number: last.number, letter: after }
    : { number: last.number + 1, letter: "" };
}

const isTitle = (text: string) =>
  text.trim() !== "" && isSingleLine(text.trim()) && !isTooLong(text.trim(), textLimits.matterSubject);

/** Everything that cannot be so in an agenda that is saved whole: points that are on record and not named are withdrawn. */
export function agendaFaults(
  drafts: readonly PointDraft[],
  {
    recorded,
    known,
    reason,
  }: {
    readonly recorded: readonly RecordedPoint[];
    readonly known: Pick<ReadonlySet<ParticipantCode>, "has">;
    readonly reason: string;
  },
): readonly AgendaFaultAt[] {
  const before = new Map(recorded.map((point) => [point.id, point]));
  const faults = drafts.flatMap((draft, at) => {
    const { id, number, letter, language, title, translation, presenter } = draft;
    const was = id === null ? null : before.get(id);
    const isFirst = (same: (one: PointDraft) => boolean) => drafts.findIndex(same) === at;
    const said: (AgendaFault | null)[] = [
      was === undefined || (id !== null && !isFirst((one) => one.id === id)) ? "unknown" : null,
      isFirst((one) => pointName(one) === pointName(draft)) ? null : "twice",
      Number.isInteger(number) && number >= 1 && number <= agendaLimits.number && /^[a-z]?$/.test(letter)
        ? null
        : "number",
      isTitle(title) ? null : "title",
      translation === null || isTitle(translation) ? null : "translation",
      was === null || was === undefined || was.language === language ? null : "language",
      presenter === null || known.has(presenter) ? null : "presenter",
    ];
    return said.flatMap((fault) => (fault === null ? [] : [{ at, fault }]));
  });
  const { withdrawn } = agendaChanges(drafts, recorded);
  const ofAll: AgendaFaultAt[] = [
    ...(withdrawn.length > 0 && reason.trim().length < shortestWithdrawal
      ? [{ at: null, fault: "reason" as const }]
      : []),
    ...(faults.length === 0 && isNothing(agendaChanges(drafts, recorded))
      ? [{ at: null, fault: "same" as const }]
      : []),
  ];
  return [...faults, ...ofAll];
}

/** Fewest characters of the reason for a withdrawal, as of every act. */
const shortestWithdrawal = 5;

/** What saving an agenda does to each of its points. */
export interface AgendaChanges {
  readonly added: readonly PointDraft[];
  readonly withdrawn: readonly RecordedPoint[];
  /** From where, and to where. */
  readonly moved: readonly { readonly from: RecordedPoint; readonly to: PointDraft }[];
  readonly retitled: readonly PointDraft[];
  readonly translated: readonly PointDraft[];
  /** Another presenter, or none any more. */
  readonly presented: readonly PointDraft[];
}

export function agendaChanges(drafts: readonly PointDraft[], recorded: readonly RecordedPoint[]): AgendaChanges {
  const named = new Map(drafts.flatMap((draft) => (draft.id === null ? [] : [[draft.id, draft] as const])));
  const pairs = recorded.flatMap((from) => {
    const to = named.get(from.id);
    return to === undefined ? [] : [{ from, to }];
  });
  const drafted = (change: (from: RecordedPoint, to: PointDraft) => boolean) =>
    pairs.filter(({ from, to }) => change(from, to)).map(({ to }) => to);
  const added = drafts.filter(({ id }) => id === null);
  return {
    added,
    withdrawn: recorded.filter(({ id }) => !named.has(id)),
    moved: pairs.filter(({ from, to }) => pointName(from) !== pointName(to)),
    retitled: drafted((from, to) => isRetitled(from, to)),
    translated: drafted((from, to) => isTranslated(from, to)),
    presented: drafted((from, to) => from.presenter !== to.presenter),
  };
}

const isRetitled = (from: RecordedPoint, to: PointDraft) => from.title !== to.title.trim();

/** Another translation; or the one that is there is said to hold for a title that has changed, now or before. */
function isTranslated(from: RecordedPoint, to: PointDraft): boolean {
  if (to.translation === null) return false;
  if (from.translation === null || from.translation.title !== to.translation.trim()) return true;
  return to.translationHolds && (from.translation.isOutdated || isRetitled(from, to));
}

const isNothing = (changes: AgendaChanges) => Object.values(changes).every((points) => points.length === 0);
