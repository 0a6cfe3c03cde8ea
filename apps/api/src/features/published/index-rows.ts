import type { getIndex, ResponseOf } from "@avances/contracts";
import type { Catalogue, InstrumentCode } from "@avances/domain/catalogue";
import {
  findBaseline,
  type IndexResult,
  type InstrumentIndex,
  reversedDirections,
  robustness,
} from "@avances/domain/progress-index";
import { named } from "./named.ts";
import { type ProgressOfResults, progressOfResults, type Scope } from "./progress-of-results.ts";
import type { Scored } from "./public-report.ts";

type IndexRow = ResponseOf<typeof getIndex>["rows"][number];

/** Index of every published report of one country with progress since its own baseline and since its round before, oldest round first. */
export function indexRows(catalogue: Catalogue, reports: readonly Scored[]): readonly IndexRow[] {
  const series = [...reports].sort((a, b) => a.roundYear - b.roundYear);
  return series.map((report) => indexRow(catalogue, series, report));
}

function indexRow(catalogue: Catalogue, series: readonly Scored[], submission: Scored): IndexRow {
  const { index } = submission;
  return {
    country: submission.country,
    ...named(submission),
    overall: resultView(index.overall),
    instruments: { TIP: instrumentView(index.instruments.TIP), SOM: instrumentView(index.instruments.SOM) },
    progress: progressSince(catalogue, submission, (scope) => baselineOf(series, submission, scope)),
    progressSincePrevious: progressSince(catalogue, submission, (scope) => previousOf(series, submission, scope)),
    robustness: {
      TIP: sensitivity(catalogue, series, submission, "TIP"),
      SOM: sensitivity(catalogue, series, submission, "SOM"),
    },
  };
}

function instrumentView(instrument: InstrumentIndex): IndexRow["instruments"][InstrumentCode] {
  const dimensions = Object.entries(instrument.dimensions).map(([code, result]) => [code, resultView(result)] as const);
  return { ...resultView(instrument), dimensions: Object.fromEntries(dimensions) };
}

function resultView(result: IndexResult): IndexRow["overall"] {
  const { applicable, published, coverage, range } = result;
  return { applicable, published, score: result.published ? result.score : null, coverage, range };
}

function resultOf({ index }: Scored, scope: Scope): IndexResult {
  return scope === "overall" ? index.overall : index.instruments[scope];
}

/** The round that a result is compared with; null when there is no earlier one, or when the result is not published now. */
function baselineOf(series: readonly Scored[], submission: Scored, scope: Scope): Scored | null {
  const baseline = findBaseline(
    series.map((item) => ({ year: item.roundYear, accepted: true, result: resultOf(item, scope), item })),
  );
  return baseline && baseline.year < submission.roundYear && resultOf(submission, scope).published
    ? baseline.item
    : null;
}

/** The nearest earlier public report; null when there is none, or when the result is not published now. */
function previousOf(series: readonly Scored[], submission: Scored, scope: Scope): Scored | null {
  if (!resultOf(submission, scope).published) return null;
  return reportBefore(series, submission);
}

function reportBefore(series: readonly Scored[], { roundYear }: Scored): Scored | null {
  return series.filter((item) => item.roundYear < roundYear).at(-1) ?? null;
}

/** Every result of a report, each compared with the report that `earlierOf` gives for it. */
function progressSince(
  catalogue: Catalogue,
  submission: Scored,
  earlierOf: (scope: Scope) => Scored | null,
): ProgressOfResults {
  return progressOfResults(catalogue, submission.index.indicators, (scope) => {
    const earlier = earlierOf(scope);
    return earlier && { ...named(earlier), scores: earlier.index.indicators };
  });
}

function sensitivity(
  catalogue: Catalogue,
  series: readonly Scored[],
  submission: Scored,
  instrument: InstrumentCode,
): IndexRow["robustness"]["TIP"] {
  const { index } = submission;
  if (!index.instruments[instrument].published) return null;
  const now = robustness(catalogue, index, instrument);
  const before = reportBefore(series, submission);
  const reverses = before ? reversedDirections(robustness(catalogue, before.index, instrument), now) : [];
  return {
    equalWeights: now.equalWeights,
    geometricMean: now.geometricMean,
    without: now.without,
    reverses: [...reverses],
  };
}
