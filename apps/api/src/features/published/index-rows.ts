import type { getIndex, ResponseOf } from "@avances/contracts";
import type { Catalogue, DimensionCode, InstrumentCode } from "@avances/domain/catalogue";
import {
  findBaseline,
  type IndexResult,
  type InstrumentIndex,
  progressSinceBaseline,
  reversedDirections,
  robustness,
} from "@avances/domain/progress-index";
import type { DimensionProgress } from "./files/index-lines.ts";
import { named } from "./named.ts";
import type { Scored } from "./public-report.ts";

type IndexRow = ResponseOf<typeof getIndex>["rows"][number];
type Progress = NonNullable<IndexRow["progress"]["TIP"]>;

/** Index of every published report of one country with progress since its own baseline, oldest round first. */
export function indexRows(catalogue: Catalogue, reports: readonly Scored[]): readonly IndexRow[] {
  const series = inOrder(reports);
  return series.map((report) => indexRow(catalogue, series, report));
}

function inOrder(reports: readonly Scored[]): readonly Scored[] {
  return [...reports].sort((a, b) => a.roundYear - b.roundYear);
}

function indexRow(catalogue: Catalogue, series: readonly Scored[], submission: Scored): IndexRow {
  const { index } = submission;
  return {
    country: submission.country,
    ...named(submission),
    overall: resultView(index.overall),
    instruments: { TIP: instrumentView(index.instruments.TIP), SOM: instrumentView(index.instruments.SOM) },
    progress: {
      overall: progress(catalogue, series, submission, "overall"),
      TIP: progress(catalogue, series, submission, "TIP"),
      SOM: progress(catalogue, series, submission, "SOM"),
    },
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

type Scope = InstrumentCode | "overall";

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

function progress(
  catalogue: Catalogue,
  series: readonly Scored[],
  submission: Scored,
  scope: Scope,
  dimension?: DimensionCode,
): Progress | null {
  const baseline = baselineOf(series, submission, scope);
  if (!baseline) return null;
  const result = progressSinceBaseline({
    catalogue,
    ...(scope !== "overall" && { instrument: scope }),
    ...(dimension !== undefined && { dimension }),
    baseline: baseline.index.indicators,
    current: submission.index.indicators,
  });
  return {
    baselineRoundYear: baseline.roundYear,
    baselineReferenceYear: baseline.referenceYear,
    comparable: result.comparable,
    progress: result.comparable ? result.progress : null,
    gapClosed: result.comparable ? result.gapClosed : null,
    matchedWeightShare: result.matchedWeight,
  };
}

/** Progress of each dimension of one country since the baseline of its instrument, for the file of the index. */
export function dimensionProgress(catalogue: Catalogue, reports: readonly Scored[]): readonly DimensionProgress[] {
  const series = inOrder(reports);
  return series.map((report) => {
    const of = (instrument: InstrumentCode): DimensionProgress["progress"]["TIP"] => {
      const found = catalogue.dimensions.flatMap(({ code }) => {
        const own = progress(catalogue, series, report, instrument, code);
        return own ? [[code, own] as const] : [];
      });
      return found.length > 0 ? Object.fromEntries(found) : null;
    };
    const { country, roundYear } = report;
    return { country, roundYear, progress: { TIP: of("TIP"), SOM: of("SOM") } };
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
  const before = series.filter((item) => item.roundYear < submission.roundYear).at(-1);
  const reverses = before ? reversedDirections(robustness(catalogue, before.index, instrument), now) : [];
  return {
    equalWeights: now.equalWeights,
    geometricMean: now.geometricMean,
    without: now.without,
    reverses: [...reverses],
  };
}
