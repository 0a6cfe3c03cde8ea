import type { Answers } from "../answer/answer.ts";
import type { Catalogue, DimensionCode, IndicatorCode, InstrumentCode } from "../catalogue/catalogue.ts";
import { dimensionResult } from "./dimension-result.ts";
import type { IndexResult } from "./index-result.ts";
import { type IndicatorScore, indicatorScore } from "./indicator-score.ts";
import { instrumentResult } from "./instrument-result.ts";
import { overallResult } from "./overall-result.ts";

export type IndicatorScores = ReadonlyMap<IndicatorCode, IndicatorScore>;
export type InstrumentIndex = IndexResult & { readonly dimensions: Readonly<Record<DimensionCode, IndexResult>> };

export interface SubmissionIndex {
  readonly overall: IndexResult;
  readonly instruments: Readonly<Record<InstrumentCode, InstrumentIndex>>;
  /** Every indicator of the catalogue, scored or not. */
  readonly indicators: IndicatorScores;
}

export interface SubmissionIndexInput {
  readonly catalogue: Catalogue;
  readonly answers: Answers;
  /** Declared not_applicable answers that the secretariat confirmed; the others count as missing. */
  readonly confirmedNotApplicable: ReadonlySet<IndicatorCode>;
  /**
   * Numerators for the index only, where publication hides the reported ones; a code without an entry keeps its reported one. If the whole
   * map is absent, a numerator below the threshold of a `smallCellSuppression` indicator takes the catalogue's substitute.
   */
  readonly indexNumerators?: ReadonlyMap<IndicatorCode, number>;
  /** Denominators for the index only, where publication hides the reported ones. */
  readonly indexDenominators?: ReadonlyMap<IndicatorCode, number>;
}

/** The whole index of one submission, from answers to overall. Unrounded. Methodology §2–§4. */
export function submissionIndex(input: SubmissionIndexInput): SubmissionIndex {
  const { catalogue } = input;
  const indicators = indicatorScores(input);
  const instruments = Object.fromEntries(
    catalogue.instruments.map(({ code }) => [code, instrumentIndex(catalogue, indicators, code)]),
  ) as Record<InstrumentCode, InstrumentIndex>;
  const overall = overallResult(
    catalogue.index,
    catalogue.instruments.map(({ code, weight }) => ({ weight, result: instruments[code] })),
  );
  return { overall, instruments, indicators };
}

/** State and score of every indicator. */
export function indicatorScores(input: SubmissionIndexInput): IndicatorScores {
  const { catalogue, answers, confirmedNotApplicable, indexNumerators, indexDenominators } = input;
  return new Map(
    catalogue.indicators.map((indicator) => {
      const indexDenominator = indexDenominators?.get(indicator.code);
      const score = indicatorScore({
        catalogue,
        indicator,
        answer: answers.get(indicator.code),
        isNotApplicableConfirmed: confirmedNotApplicable.has(indicator.code),
        ...(indexNumerators === undefined ? {} : { indexNumerator: indexNumerators.get(indicator.code) ?? null }),
        ...(indexDenominator === undefined ? {} : { indexDenominator }),
      });
      return [indicator.code, score] as const;
    }),
  );
}

function instrumentIndex(catalogue: Catalogue, scores: IndicatorScores, instrument: InstrumentCode): InstrumentIndex {
  const dimensions = Object.fromEntries(
    catalogue.dimensions.map(({ code: dimension }) => {
      const scored = catalogue.indicators.filter(
        (indicator) => indicator.scored && indicator.instrument === instrument && indicator.dimension === dimension,
      );
      return [
        dimension,
        dimensionResult(
          catalogue.index,
          scored.map(({ code, weight }) => ({
            weight,
            ...(scores.get(code) ?? { score: null, standing: "missing" as const }),
          })),
        ),
      ];
    }),
  ) as Record<DimensionCode, IndexResult>;
  const result = instrumentResult(
    catalogue.index,
    catalogue.dimensions.map(({ code, weight }) => ({ weight, result: dimensions[code] })),
  );
  return { ...result, dimensions };
}
