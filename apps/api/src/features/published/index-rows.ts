import type { getIndex, ResponseOf } from "@avances/contracts";
import { type Catalogue, type InstrumentCode, instrumentCodes } from "@avances/domain/catalogue";
import {
  findBaseline,
  type IndexResult,
  progressSinceBaseline,
  reversedDirections,
  robustness,
} from "@avances/domain/progress-index";
import type { EditionInput, PublicSubmission } from "./edition-input.ts";
import { named } from "./frame.ts";

type IndexRow = ResponseOf<typeof getIndex>["rows"][number];
type Released = PublicSubmission & { readonly release: NonNullable<PublicSubmission["release"]> };

/** Has the submission a public version? */
export function isReleased(submission: PublicSubmission): submission is Released {
  return submission.release !== null;
}

/** Index of every published submission with progress since the country's own baseline, oldest round first within a country. */
export function indexRows(input: EditionInput): readonly IndexRow[] {
  return input.countries.flatMap((country) => {
    const series = input.submissions
      .filter(isReleased)
      .filter((submission) => submission.country === country.alpha3)
      .sort((a, b) => a.roundYear - b.roundYear);
    return series.map((submission) => indexRow(input.catalogue, series, submission));
  });
}

function indexRow(catalogue: Catalogue, series: readonly Released[], submission: Released): IndexRow {
  const { index } = submission.release;
  const instruments = Object.fromEntries(
    instrumentCodes.map((code) => {
      const { dimensions, ...result } = index.instruments[code];
      const shown = Object.fromEntries(Object.entries(dimensions).map(([key, value]) => [key, resultView(value)]));
      return [code, { ...resultView(result), dimensions: shown }];
    }),
  ) as IndexRow["instruments"];
  return {
    country: submission.country,
    ...named(submission),
    overall: resultView(index.overall),
    instruments,
    progress: {
      TIP: progress(catalogue, series, submission, "TIP"),
      SOM: progress(catalogue, series, submission, "SOM"),
    },
    robustness: {
      TIP: sensitivity(catalogue, series, submission, "TIP"),
      SOM: sensitivity(catalogue, series, submission, "SOM"),
    },
  };
}

function resultView(result: IndexResult): IndexRow["overall"] {
  const { applicable, published, coverage, range } = result;
  return { applicable, published, score: result.published ? result.score : null, coverage, range };
}

function progress(
  catalogue: Catalogue,
  series: readonly Released[],
  submission: Released,
  instrument: InstrumentCode,
): IndexRow["progress"]["TIP"] {
  const baseline = findBaseline(
    series.map((item) => ({
      year: item.roundYear,
      accepted: true,
      result: item.release.index.instruments[instrument],
      item,
    })),
  );
  if (!baseline || baseline.year >= submission.roundYear || !submission.release.index.instruments[instrument].published)
    return null;
  const result = progressSinceBaseline({
    catalogue,
    instrument,
    baseline: baseline.item.release.index.indicators,
    current: submission.release.index.indicators,
  });
  return {
    baselineRoundYear: baseline.item.roundYear,
    baselineReferenceYear: baseline.item.referenceYear,
    comparable: result.comparable,
    progress: result.comparable ? result.progress : null,
    gapClosed: result.comparable ? result.gapClosed : null,
    matchedWeightShare: result.matchedWeight,
  };
}

function sensitivity(
  catalogue: Catalogue,
  series: readonly Released[],
  submission: Released,
  instrument: InstrumentCode,
): IndexRow["robustness"]["TIP"] {
  const { index } = submission.release;
  if (!index.instruments[instrument].published) return null;
  const now = robustness(catalogue, index, instrument);
  const before = series.filter((item) => item.roundYear < submission.roundYear).at(-1);
  const reverses = before ? reversedDirections(robustness(catalogue, before.release.index, instrument), now) : [];
  return {
    equalWeights: now.equalWeights,
    geometricMean: now.geometricMean,
    without: now.without,
    reverses: [...reverses],
  };
}
