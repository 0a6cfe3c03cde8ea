import type {
  Catalogue,
  Dimension,
  DimensionCode,
  Indicator,
  IndicatorCode,
  Instrument,
  InstrumentCode,
} from "../catalogue/catalogue.ts";
import { smallestMatchedWeight } from "../catalogue/later-members.ts";
import { type IndexResult, weightedMean } from "./index-result.ts";
import { scaleOf } from "./indicator-score.ts";

/** What a comparison takes from a catalogue. */
export interface ComparisonRules {
  readonly index: Pick<Catalogue["index"], "range" | "minMatchedWeight">;
  readonly instruments: readonly Pick<Instrument, "code" | "weight">[];
  readonly dimensions: readonly Pick<Dimension, "code" | "weight">[];
  readonly indicators: readonly ComparedIndicator[];
}

type ComparedIndicator = Pick<Indicator, "code" | "instrument" | "dimension" | "scored" | "weight">;

/** The scores of a round by indicator; no entry, or null, where there is none. */
export interface ScoresOfRound {
  get(code: IndicatorCode): { readonly score: number | null } | undefined;
}

export type MatchedProgress = {
  /** Scored indicators with a score in both rounds, in catalogue order. */
  readonly matched: readonly IndicatorCode[];
  /** Percent of the scored weight held by the matched indicators. */
  readonly matchedWeight: number;
} & (
  | { readonly comparable: false }
  | {
      readonly comparable: true;
      /** Scores over the matched set, unrounded. */
      readonly before: number;
      readonly now: number;
      /** Change in points, with its sign. */
      readonly progress: number;
      /** Percent of the way from the earlier score to the best one; null when progress is negative or the earlier score was the best. */
      readonly gapClosed: number | null;
    }
);

/**
 * Compares two rounds like with like: only indicators with a score in both rounds and the same code (a code never changes meaning), with the weights
 * of `catalogue` (the current one) renormalised over them. Within an instrument, an indicator weighs its own weight times that of its
 * dimension; over both instruments (none named), also times that of its instrument. Name a dimension to compare it alone. Methodology §5, case C6.
 */
export function matchedProgress(input: {
  readonly catalogue: ComparisonRules;
  readonly instrument?: InstrumentCode;
  readonly dimension?: DimensionCode;
  /** Scores of the earlier round: the baseline, the round before, or any other. */
  readonly before: ScoresOfRound;
  readonly now: ScoresOfRound;
}): MatchedProgress {
  const { catalogue, instrument, dimension } = input;
  const scored = catalogue.indicators.filter(
    (indicator) =>
      indicator.scored &&
      (instrument ?? indicator.instrument) === indicator.instrument &&
      (dimension ?? indicator.dimension) === indicator.dimension,
  );
  const weightOf = (indicator: ComparedIndicator) =>
    weightInInstrument(catalogue, indicator) * (instrument ? 1 : instrumentWeight(catalogue, indicator));
  const pairs = scored.flatMap((indicator) => {
    const [before, now] = [
      input.before.get(indicator.code)?.score ?? null,
      input.now.get(indicator.code)?.score ?? null,
    ];
    return before === null || now === null ? [] : [{ code: indicator.code, weight: weightOf(indicator), before, now }];
  });
  const whole = scored.reduce((sum, indicator) => sum + weightOf(indicator), 0);
  const matchedWeight = whole === 0 ? 0 : (100 * pairs.reduce((sum, { weight }) => sum + weight, 0)) / whole;
  const summary = { matched: pairs.map(({ code }) => code), matchedWeight };
  const before = weightedMean(pairs.map(({ weight, before }) => ({ weight, value: before })));
  const now = weightedMean(pairs.map(({ weight, now }) => ({ weight, value: now })));
  if (before === undefined || now === undefined || matchedWeight < smallestMatchedWeight(catalogue))
    return { ...summary, comparable: false };
  const progress = now - before;
  const [, best] = scaleOf(catalogue.index.range);
  const gapClosed = progress >= 0 && before < best ? (100 * progress) / (best - before) : null;
  return { ...summary, comparable: true, before, now, progress, gapClosed };
}

/**
 * The baseline of a country and instrument: its first accepted round in which the instrument was published; null when there is none yet.
 * `result` is that of the instrument. Years differ between countries and are always printed. Methodology §5.
 */
export function findBaseline<
  Round extends { readonly year: number; readonly accepted: boolean; readonly result: Pick<IndexResult, "published"> },
>(series: readonly Round[]): Round | null {
  const candidates = series.filter((round) => round.accepted && round.result.published);
  return candidates.reduce<Round | null>(
    (first, round) => (first === null || round.year < first.year ? round : first),
    null,
  );
}

function instrumentWeight(catalogue: ComparisonRules, indicator: ComparedIndicator): number {
  return catalogue.instruments.find(({ code }) => code === indicator.instrument)?.weight ?? 0;
}

function weightInInstrument(catalogue: ComparisonRules, indicator: ComparedIndicator): number {
  const dimension = catalogue.dimensions.find(({ code }) => code === indicator.dimension);
  return indicator.weight * (dimension?.weight ?? 0);
}
