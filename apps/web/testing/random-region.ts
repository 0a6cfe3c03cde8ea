import type { AnswerState } from "@avances/domain/answer";
import type { Text } from "@avances/domain/catalogue";

/**
 * A region made up at random: the truth with which generated sentences are compared. It has its own types; what is expected of a
 * sentence is computed from it and not from a payload (`region-payloads.ts`).
 */
export interface Region {
  readonly today: string;
  readonly countries: readonly { readonly iso3: string; readonly name: Text }[];
  readonly rounds: readonly Round[];
  readonly main: Round | null;
  /** In the order of countries and rounds; one for each pair. */
  readonly reports: readonly Report[];
}

export interface Round {
  readonly roundYear: number;
  readonly referenceYear: number;
  readonly opensOn: string;
  readonly dueOn: string;
  /** Day from which a missing report is no longer expected. */
  readonly closesOn: string;
  readonly catalogueVersion: string;
}

export interface Report {
  readonly country: string;
  readonly round: Round;
  readonly obligated: boolean;
  readonly state: "published" | "received" | "not_published" | "exempt" | "not_asked";
  /** Null unless it is published. */
  readonly scores: Readonly<Record<"TIP" | "SOM", Score>> | null;
}

/** `points` null: not comparable. */
export interface Comparison {
  readonly round: Round;
  readonly points: number | null;
}

/** A result of the index with its changes. */
export interface Result {
  readonly applicable: boolean;
  readonly score: number | null;
  /** Percent of the weight that was answered. */
  readonly coverage: number;
  /** Compared with the first round with a score; null in that round itself, and without a score. */
  readonly since: Comparison | null;
  /** Compared with the nearest earlier report; null without one, and without a score. */
  readonly before: Comparison | null;
}

export const dimensionsOfTests = ["LEG", "PRV", "DAT"] as const;

export interface Score extends Result {
  /** A dimension is compared with the same rounds as its Protocol. */
  readonly dimensions: Readonly<Record<(typeof dimensionsOfTests)[number], Result>>;
  readonly reverses: readonly string[];
}

/** The score under other choices of weights: a number that has nothing to do with the others, for every score. Null without a score. */
export function underOtherChoices(score: number | null): Readonly<Record<string, number>> | null {
  if (score === null) return null;
  const other = (factor: number) => (score * factor) % 100;
  return { equalWeights: other(7.3), geometricMean: other(1), "without-LEG": other(13.7), "without-DAT": other(1.01) };
}

const kinds = ["count", "ratio", "ordinal", "boolean", "money", "date", "text"] as const;
export type Kind = (typeof kinds)[number];

export interface Answer {
  readonly report: Report;
  readonly state: AnswerState;
  readonly unconfirmed: boolean;
  /** The headline figure: total, percent, level, 1 or 0; minor units; 0 for a text. Null without a value or when hidden. */
  readonly figure: number | null;
  readonly currency: string;
  readonly date: string;
}

export interface Indicator {
  readonly kind: Kind;
  readonly direction: "higher_is_better" | "lower_is_better" | "neutral";
  readonly answers: readonly Answer[];
}

export interface Size {
  readonly seed: number;
  readonly countries: number;
  readonly rounds: number;
}

export interface Dice {
  /** From 0 up to, not including, 1. */
  readonly roll: () => number;
  readonly whole: (from: number, to: number) => number;
  readonly chance: (share: number) => boolean;
  readonly one: <T>(list: readonly T[]) => T;
}

/** The same numbers for the same seed. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number) => from + Math.floor(roll() * (to - from + 1));
  return {
    roll,
    whole,
    chance: (share) => roll() < share,
    one: (list) => list[whole(0, list.length - 1)] as (typeof list)[number],
  };
}

const letter = (n: number) => String.fromCharCode(65 + n);

export function randomRegion({ seed, countries: many, rounds: held }: Size): Region {
  const d = dice(seed);
  const countries = Array.from({ length: many }, (_, n) => {
    const iso3 = `${letter(Math.floor(n / 26))}${letter(n % 26)}X`;
    return { iso3, name: { en: `Land ${iso3}`, es: `Tierra ${iso3}` } };
  });
  const apart = d.chance(0.8) ? 1 : d.whole(0, 3);
  const rounds: Round[] = [];
  let year = d.whole(2012, 2024);
  for (let n = 0; n < held; n += 1) {
    rounds.push({
      roundYear: year,
      referenceYear: year - apart,
      opensOn: `${year}-02-01`,
      dueOn: `${year}-04-30`,
      closesOn: `${year}-06-14`,
      catalogueVersion: "2026.1",
    });
    year += d.chance(0.9) ? 1 : 2;
  }
  const published = d.one([0, 0.2, 0.6, 0.9, 1]);
  const unasked = d.chance(0.5) ? published : d.one([0, 0.5]);
  const mood: Mood = {
    scored: d.one([0, 0.5, 0.9, 1]),
    comparable: d.one([0.6, 1]),
    points: d.one([points, rise, fall, still]),
  };
  const owed = d.one([0, 0.5, 0.8, 1]);
  // Most regions do not tell that a report was received.
  const ofReceived = dice(seed + 3);
  const received = ofReceived.one([0, 0, 0.5]);
  const reports = countries.flatMap(({ iso3 }) => {
    const usually = d.chance(owed);
    const earlier: Earlier = { first: new Map(), last: null };
    return rounds.map((round): Report => {
      const obligated = d.chance(0.95) ? usually : !usually;
      const state = d.chance(obligated ? published : unasked)
        ? "published"
        : d.chance(0.15)
          ? "exempt"
          : !obligated
            ? "not_asked"
            : ofReceived.chance(received)
              ? "received"
              : "not_published";
      const scores =
        state === "published"
          ? { TIP: scoreOf(d, mood, round, earlier, "TIP"), SOM: scoreOf(d, mood, round, earlier, "SOM") }
          : null;
      if (scores) earlier.last = round;
      return { country: iso3, round, obligated, state, scores };
    });
  });
  const last = rounds.at(-1)?.roundYear ?? 2025;
  const today = d.one([
    `${last}-02-01`,
    `${last}-04-30`,
    `${last}-05-01`,
    `${last}-06-13`,
    `${last}-06-14`,
    `${last + 1}-01-15`,
  ]);
  return { today, countries, rounds, main: mainOf(rounds, reports), reports };
}

/** Points with three decimals, so that exact halves of the last shown digit occur, and sometimes almost zero. */
const points = (d: Dice) => (d.chance(0.15) ? d.whole(-60, 60) / 1000 : d.whole(-30_000, 40_000) / 1000);
const rise = (d: Dice) => d.whole(100, 40_000) / 1000;
const fall = (d: Dice) => d.whole(-40_000, -100) / 1000;
const still = (d: Dice) => d.whole(-49, 49) / 1000;

/**
 * How a report compares with the one of its country in a round that is chosen for all; null when it has no public one in it, or when its Protocol has no
 * score now. The same for the same two rounds, country and result, and in some pairs of rounds everything moves one way.
 */
export function sinceChosen(
  region: Region,
  report: Report,
  earlier: Round,
  instrument: "TIP" | "SOM",
  dimension?: (typeof dimensionsOfTests)[number],
): Comparison | null {
  if (reportIn(region, report.country, earlier).state !== "published") return null;
  if ((report.scores?.[instrument].score ?? null) === null) return null;
  const pair = dice(seedOf(region.today, report.round.roundYear, earlier.roundYear));
  const [way, comparable] = [pair.one([points, rise, fall, still]), pair.one([0.6, 1])];
  const d = dice(seedOf(report.country, report.round.roundYear, earlier.roundYear, instrument, dimension ?? ""));
  return { round: earlier, points: d.chance(comparable) ? way(d) : null };
}

export function reportIn({ reports }: Region, country: string, round: Round): Report {
  const report = reports.find((one) => one.country === country && one.round === round);
  if (!report) throw new Error(`no report of ${country} in ${round.roundYear}`);
  return report;
}

function seedOf(...parts: readonly (string | number)[]): number {
  return [...parts.join(" ")].reduce((seed, letter) => Math.imul(seed, 31) + letter.charCodeAt(0), 7) >>> 0;
}

/** What all countries of a region have in common, so that "all", "none" and "both" occur too. */
interface Mood {
  readonly scored: number;
  readonly comparable: number;
  readonly points: (d: Dice) => number;
}

/** The rounds of a country so far: by Protocol the first with a score, and the last with a report. */
interface Earlier {
  readonly first: Map<string, Round>;
  last: Round | null;
}

function scoreOf(d: Dice, mood: Mood, round: Round, earlier: Earlier, instrument: string): Score {
  const applicable = d.chance(0.97);
  const score = applicable && d.chance(mood.scored) ? d.whole(0, 100_000) / 1000 : null;
  const baseline = score === null ? undefined : earlier.first.get(instrument);
  const last = score === null ? null : earlier.last;
  if (score !== null && !earlier.first.has(instrument)) earlier.first.set(instrument, round);
  const compared = (other: Round | null | undefined): Comparison | null =>
    other ? { round: other, points: d.chance(mood.comparable) ? mood.points(d) : null } : null;
  const coverage = () => d.one([100, 100, d.whole(0, 1000) / 10]);
  const dimension = (): Result => {
    const counts = applicable && d.chance(0.95);
    const own = counts && d.chance(mood.scored) ? d.whole(0, 100_000) / 1000 : null;
    return { applicable: counts, score: own, coverage: coverage(), since: compared(baseline), before: compared(last) };
  };
  const choices = ["equalWeights", "geometricMean", "without-LEG", "without-DAT"];
  const since = compared(baseline);
  return {
    applicable,
    score,
    coverage: coverage(),
    since,
    before: compared(last),
    dimensions: { LEG: dimension(), PRV: dimension(), DAT: dimension() },
    reverses: since && d.chance(0.3) ? choices.filter(() => d.chance(0.4)) : [],
  };
}

/** By the rule that the API documents. */
function mainOf(rounds: readonly Round[], reports: readonly Report[]): Round | null {
  const counted = rounds.map((round) => {
    const own = reports.filter((report) => report.round === round);
    const owed = own.filter(({ obligated, state }) => obligated && state !== "exempt");
    return {
      round,
      owed: owed.length,
      given: owed.filter(({ state }) => state === "published").length,
      extra: own.filter(({ obligated, state }) => !obligated && state === "published").length,
    };
  });
  const best = (list: typeof counted, rank: (one: (typeof counted)[number]) => number) =>
    [...list].reverse().sort((a, b) => rank(b) - rank(a))[0]?.round ?? null;
  const given = counted.filter((one) => one.given > 0);
  const half = given.filter((one) => one.given * 2 >= one.owed);
  if (half.length > 0) return half.at(-1)?.round ?? null;
  if (given.length > 0) return best(given, (one) => one.given);
  return best(
    counted.filter((one) => one.extra > 0),
    (one) => one.extra,
  );
}

/** `seed`: that of the region; the answers use random numbers of their own. */
export function randomIndicator(region: Region, seed: number, only?: Kind): Indicator {
  const d = dice(seed + 1);
  const any = d.one(kinds);
  const kind = only ?? any;
  const answered = d.one([0.1, 0.5, 0.9, 1]);
  // Few different values, so that figures are often equal; sometimes all are equal, or all move one way.
  const top = d.one([2, 30, 5000]);
  const same = d.chance(0.1) ? figure(d, kind, top) : null;
  const step = d.one([-1, 0, 0, 0, 1]);
  const first = region.rounds[0]?.roundYear ?? 0;
  const day = d.chance(0.2) ? "2021-04-15" : null;
  const highest = { ordinal: 4, boolean: 1 }[kind as string] ?? 50;
  const moved = ({ round }: Report) => {
    const years = Math.min(highest, round.roundYear - first);
    return step > 0 ? years : highest - years;
  };
  return {
    kind,
    direction: d.one(["higher_is_better", "lower_is_better", "neutral"]),
    answers: region.reports
      .filter(({ state }) => state === "published")
      .map((report): Answer => {
        const state = d.chance(answered) ? "reported" : missing(d, kind);
        return {
          report,
          state,
          unconfirmed: state === "not_applicable" && d.chance(0.5),
          figure: state === "reported" ? (same ?? (step === 0 ? figure(d, kind, top) : moved(report))) : null,
          currency: d.one(["USD", "CRC", "MXN"]),
          date: day ?? `${d.whole(2020, 2022)}-0${d.whole(1, 9)}-1${d.whole(0, 9)}`,
        };
      }),
  };
}

/** What a country gave by sex for each of its answers to a count: nothing, or figures of which some are hidden. `seed`: that of the region. */
export function randomParts(answers: readonly Answer[], seed: number): ReadonlyMap<Answer, readonly (number | "s")[]> {
  const d = dice(seed + 2);
  const given = d.one([0, 0.5, 1]);
  const hidden = d.one([0, 0.3, 1]);
  return new Map(
    answers.flatMap((answer) => {
      const part = () => (d.chance(hidden) ? "s" : d.whole(0, 40));
      return hasValue(answer) && d.chance(given) ? [[answer, [part(), part()]]] : [];
    }),
  );
}

/** Is there a value, shown or hidden? */
export function hasValue({ state }: Answer): boolean {
  return state === "reported" || state === "suppressed" || state === "small_base";
}

function missing(d: Dice, kind: Kind): AnswerState {
  const always = ["not_reported", "not_available", "not_applicable"] as const;
  if (kind === "ratio") return d.one([...always, "small_base", "suppressed"]);
  return d.one(kind === "count" ? [...always, "suppressed"] : always);
}

function figure(d: Dice, kind: Kind, top: number): number {
  switch (kind) {
    case "count":
      return d.whole(0, top);
    case "ratio":
      return (100 * d.whole(0, top)) / top;
    case "ordinal":
      return d.whole(0, Math.min(4, top));
    case "boolean":
      return d.whole(0, 1);
    default:
      return d.whole(0, 1_000_000);
  }
}
