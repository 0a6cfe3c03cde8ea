import { marksOfReports, type ReportMark } from "@avances/charts/series";
import type { InstrumentCode } from "@avances/domain/catalogue";
import type { PublicIndex } from "#lib/published-queries.ts";
import type { NamedRound } from "#lib/round-words.ts";
import { type Gap, gapsOf, type Span, spanOf } from "#lib/speech.ts";
import type { OwnRound } from "#lib/standing.ts";
import { type ComparedWith, type RegionStanding, regionStandingOf } from "./compared-with.ts";

/**
 * Why a country cannot be compared, though it has a report; `then_…`: the chosen round has no public report of it, and why.
 * `not_applicable`: nothing of the Protocol applies to it.
 */
export type ComparisonGap =
  | "not_comparable"
  | "first"
  | "insufficient"
  | "not_applicable"
  | "no_score_then"
  | `then_${ReportMark}`;
export type ProgressGap = ComparisonGap | ReportMark;

/** How the countries compare, in one Protocol and round, with an earlier round; the countries at the ends are not named. */
export interface ProgressFacts {
  readonly round: NamedRound;
  /** An earlier round of each country's own, or one round for all. */
  readonly comparedWith: OwnRound | NamedRound;
  /** Countries with a public report for the round. */
  readonly reports: readonly string[];
  readonly compared: readonly string[];
  readonly higher: readonly string[];
  readonly lower: readonly string[];
  readonly same: readonly string[];
  /** Rise in points, without a sign; null when no country rose. */
  readonly rise: Span | null;
  readonly fall: Span | null;
  /** Scores in the round of the countries compared. */
  readonly now: Span | null;
  /** Years of the data of the earlier rounds they are compared with. */
  readonly baselines: Span | null;
  /** Countries without a comparison: first those with a report. */
  readonly leftOut: readonly Gap<ProgressGap>[];
  /** How many countries rose in each dimension; null when no dimension can be compared in more than one. */
  readonly risen: RisenFacts | null;
}

const order = [
  "not_comparable",
  "first",
  "no_score_then",
  "then_received",
  "then_not_published",
  "then_not_published_yet",
  "then_exempt",
  "then_not_asked",
  "insufficient",
  "not_applicable",
  "received",
  "not_published",
  "not_published_yet",
  "exempt",
  "not_asked",
] as const satisfies readonly ProgressGap[];

interface ProgressView {
  /** The region's main round unless another is given. */
  readonly round?: NamedRound | null | undefined;
  readonly comparedWith?: ComparedWith | undefined;
}

/** Null before anything is published. `today` as `yyyy-mm-dd`. */
export function progressFacts(
  index: PublicIndex,
  instrument: InstrumentCode,
  today: string,
  { round = index.mainRound, comparedWith = "first" }: ProgressView = {},
): ProgressFacts | null {
  if (!round) return null;
  const rows = new Map(index.rows.filter((row) => row.roundYear === round.roundYear).map((row) => [row.country, row]));
  const markOf = marksOfReports(index, today);
  const standings = [...rows].map(([country, row]) => ({
    country,
    standing: regionStandingOf(row, instrument, comparedWith),
    score: row.instruments[instrument].score,
    applies: row.instruments[instrument].applicable,
  }));
  const compared = standings.flatMap(({ country, standing, score }) =>
    standing.kind === "compared" && score !== null
      ? [{ country, score, change: standing.change, since: standing.baseline.referenceYear }]
      : [],
  );
  const [higher, lower] = [compared.filter(({ change }) => change > 0), compared.filter(({ change }) => change < 0)];
  const codes = (list: readonly { readonly country: string }[]) => list.map(({ country }) => country);
  const why = new Map(
    standings.map(({ country, standing, applies }) => [
      country,
      applies ? gapOf(standing) : ("not_applicable" as const),
    ]),
  );
  return {
    round,
    comparedWith: typeof comparedWith === "string" ? comparedWith : comparedWith.round,
    reports: [...rows.keys()],
    compared: codes(compared),
    higher: codes(higher),
    lower: codes(lower),
    same: codes(compared.filter(({ change }) => change === 0)),
    rise: spanOf(higher.map(({ change }) => change)),
    fall: spanOf(lower.map(({ change }) => -change)),
    now: spanOf(compared.map(({ score }) => score)),
    baselines: spanOf(compared.map(({ since }) => since)),
    leftOut: gapsOf(
      order,
      index.countries.map(({ iso3 }) => {
        const gap = why.get(iso3);
        return [iso3, gap === undefined ? markOf(iso3, round.roundYear) : gap];
      }),
    ),
    risen: risenFacts(
      index.dimensions.map(({ code }) => ({
        dimension: code,
        standings: [...rows.values()].map((row) => regionStandingOf(row, instrument, comparedWith, code)),
      })),
    ),
  };
}

/** Null when it is compared. */
function gapOf(standing: RegionStanding): ComparisonGap | null {
  switch (standing.kind) {
    case "compared":
      return null;
    case "no_report_then":
      return `then_${standing.mark}`;
    // Only a dimension can be without its Protocol's score.
    case "no_protocol_score":
      return "insufficient";
    case "not_comparable":
    case "first":
    case "no_score_then":
    case "insufficient":
      return standing.kind;
    default:
      return standing satisfies never;
  }
}

/** In how many of the countries compared a dimension rose. */
export interface Risen {
  readonly rose: number;
  readonly compared: number;
  /** All dimensions of which this is true, in the order of the payload. */
  readonly dimensions: readonly string[];
}

/** The dimensions that rose in the largest and in the smallest share of the countries that can be compared in them. */
export interface RisenFacts {
  readonly most: Risen;
  /** Null when it would be the same as `most`. */
  readonly fewest: Risen | null;
  /** Is `most` true of every dimension of the Protocol? */
  readonly isAll: boolean;
}

function risenFacts(
  dimensions: readonly { readonly dimension: string; readonly standings: readonly RegionStanding[] }[],
): RisenFacts | null {
  const counted = dimensions.flatMap(({ dimension, standings }) => {
    const compared = standings.filter((one) => one.kind === "compared");
    const rose = compared.filter(({ change }) => change > 0).length;
    return compared.length === 0 ? [] : [{ dimension, rose, compared: compared.length }];
  });
  /** Of equal shares, that of the most countries says most. */
  const best = (sign: 1 | -1): Risen | null => {
    const [first] = [...counted].sort(
      (a, b) => sign * (b.rose * a.compared - a.rose * b.compared) || b.compared - a.compared,
    );
    if (!first) return null;
    const same = counted.filter(({ rose, compared }) => rose === first.rose && compared === first.compared);
    return { rose: first.rose, compared: first.compared, dimensions: same.map(({ dimension }) => dimension) };
  };
  const [most, fewest] = [best(1), best(-1)];
  if (!most || !fewest || counted.every(({ compared }) => compared === 1)) return null;
  const isSame = most.rose === fewest.rose && most.compared === fewest.compared;
  return { most, fewest: isSame ? null : fewest, isAll: most.dimensions.length === dimensions.length };
}
