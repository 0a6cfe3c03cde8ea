import { marksOfReports, type ReportMark } from "@avances/charts/series";
import type { InstrumentCode } from "@avances/domain/catalogue";
import type { PublicIndex } from "#lib/published-queries.ts";
import type { NamedRound } from "#lib/round-words.ts";
import { type Gap, gapsOf, type Span, spanOf } from "#lib/speech.ts";
import { type Standing, standingOf } from "#lib/standing.ts";

/** Why a country cannot be compared with its own first round. */
export type ProgressGap = Exclude<Standing["kind"], "compared"> | ReportMark;

/** How the countries compare, in one Protocol and round, with their own first round with a score; the countries at the ends are not named. */
export interface ProgressFacts {
  readonly round: NamedRound;
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
  /** Years of the data of the first rounds they are compared with. */
  readonly baselines: Span | null;
  readonly leftOut: readonly Gap<ProgressGap>[];
}

const order = [
  "not_comparable",
  "first",
  "insufficient",
  "not_published",
  "not_published_yet",
  "exempt",
  "not_asked",
] as const satisfies readonly ProgressGap[];

/** Null before anything is published. `today` as `yyyy-mm-dd`. */
export function progressFacts(index: PublicIndex, instrument: InstrumentCode, today: string): ProgressFacts | null {
  const round = index.mainRound;
  if (!round) return null;
  const rows = new Map(index.rows.filter((row) => row.roundYear === round.roundYear).map((row) => [row.country, row]));
  const markOf = marksOfReports(index, today);
  const standings = [...rows].map(([country, row]) => ({
    country,
    standing: standingOf(row, instrument),
    score: row.instruments[instrument].score,
  }));
  const compared = standings.flatMap(({ country, standing, score }) =>
    standing.kind === "compared" && score !== null
      ? [{ country, score, change: standing.change, since: standing.baseline.referenceYear }]
      : [],
  );
  const [higher, lower] = [compared.filter(({ change }) => change > 0), compared.filter(({ change }) => change < 0)];
  const codes = (list: readonly { readonly country: string }[]) => list.map(({ country }) => country);
  const why = new Map<string, Standing["kind"]>(standings.map(({ country, standing }) => [country, standing.kind]));
  return {
    round,
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
        const kind = why.get(iso3);
        return [iso3, kind === undefined ? markOf(iso3, round.roundYear) : kind === "compared" ? null : kind];
      }),
    ),
  };
}
