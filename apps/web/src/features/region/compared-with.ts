import type { MarkOfReport, ReportMark } from "@avances/charts/series";
import type { InstrumentCode } from "@avances/domain/catalogue";
import type { IndexRowView, ProgressView, PublicIndex, PublicProgress } from "#lib/published-queries.ts";
import type { NamedRound } from "#lib/round-words.ts";
import { type OwnRound, type Standing, standingBy, standingOf } from "#lib/standing.ts";

/** With what the region's page compares the countries: each with an earlier round of its own, or all with one round. */
export type ComparedWith = OwnRound | ChosenRound;

/** One earlier round, the same for all countries, and what is known of each in it. */
export interface ChosenRound {
  readonly round: NamedRound;
  /** By country with a public report in the round shown; null without one in the chosen round. */
  readonly progress: ReadonlyMap<string, ProgressView | null>;
  /** The results of the chosen round, by country with a public report in it. */
  readonly results: ReadonlyMap<string, IndexRowView["instruments"]>;
  readonly markOf: MarkOfReport;
}

/** `markOf`: of the index. */
export function chosenRound(
  index: Pick<PublicIndex, "rows">,
  answer: PublicProgress,
  markOf: MarkOfReport,
): ChosenRound {
  const { since } = answer;
  const reports = index.rows.filter(({ roundYear }) => roundYear === since.roundYear);
  return {
    round: since,
    progress: new Map(answer.rows.map(({ country, progress }) => [country, progress])),
    results: new Map(reports.map(({ country, instruments }) => [country, instruments])),
    markOf,
  };
}

/** How a country with a report stands. */
export type RegionStanding =
  | Exclude<Standing, { readonly kind: "first" }>
  /** It has no earlier round of its own. */
  | { readonly kind: "first"; readonly own: OwnRound }
  /** It has no public report for the chosen round; `mark` says why. */
  | { readonly kind: "no_report_then"; readonly mark: ReportMark; readonly round: NamedRound }
  /** Too few indicators are scored in both rounds, and in the chosen one they gave no score at all. */
  | { readonly kind: "no_score_then"; readonly round: NamedRound }
  /** A dimension is compared with the same round as its Protocol, which has no score in this one. */
  | { readonly kind: "no_protocol_score" };

/** Of a Protocol, or of one of its dimensions. */
export function regionStandingOf(
  row: IndexRowView,
  instrument: InstrumentCode,
  comparedWith: ComparedWith,
  dimension?: string,
): RegionStanding {
  if (scoreOf(row.instruments, instrument, dimension) === null) return { kind: "insufficient" };
  if (row.instruments[instrument].score === null) return { kind: "no_protocol_score" };
  if (typeof comparedWith === "string") {
    const standing = standingOf(row, instrument, comparedWith, dimension);
    return standing.kind === "first" ? { kind: "first", own: comparedWith } : standing;
  }
  const { round, progress, results, markOf } = comparedWith;
  const own = progress.get(row.country) ?? null;
  const before = results.get(row.country);
  if (before === undefined && own === null)
    return { kind: "no_report_then", mark: markOf(row.country, round.roundYear), round };
  const standing = own && standingBy(row, own, instrument, dimension);
  if (standing?.kind === "compared") return standing;
  return before && scoreOf(before, instrument, dimension) === null
    ? { kind: "no_score_then", round }
    : { kind: "not_comparable", baseline: round };
}

function scoreOf(
  instruments: IndexRowView["instruments"],
  instrument: InstrumentCode,
  dimension: string | undefined,
): number | null {
  const whole = instruments[instrument];
  return (dimension === undefined ? whole : whole.dimensions[dimension])?.score ?? null;
}
