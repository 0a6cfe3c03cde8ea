import type { IndexRule } from "../catalogue/catalogue.ts";
import { type IndexResult, weightedMean } from "./index-result.ts";
import { scaleOf } from "./indicator-score.ts";

/** Tolerance: in binary arithmetic a mean that is exactly the threshold may come out slightly below it. */
const noise = 1e-9;

export interface WeightedResult {
  readonly weight: number;
  readonly result: IndexResult;
}

/**
 * Score: weighted mean of the published dimensions. Coverage and range: weighted means over all applicable ones. Published when enough
 * dimensions are published and coverage reaches the catalogue's minimum. Unrounded. Methodology §4, case C5.
 */
export function instrumentResult(rule: IndexRule, dimensions: readonly WeightedResult[]): IndexResult {
  const summary = coverageAndRange(rule, dimensions);
  const published = dimensions.filter(({ result }) => result.published);
  const score = scoreOfPublished(dimensions);
  return score !== undefined &&
    published.length >= rule.minDimensionsInstrument &&
    summary.coverage >= rule.minCoverageInstrument - noise
    ? { ...summary, published: true, score }
    : { ...summary, published: false };
}

/** Weighted mean of the scores of those that are published; undefined when none is. */
export function scoreOfPublished(results: readonly WeightedResult[]): number | undefined {
  return weightedMean(
    results.flatMap(({ weight, result }) => (result.published ? [{ weight, value: result.score }] : [])),
  );
}

/** Weighted means over all applicable results; the whole scale when nothing is applicable. */
export function coverageAndRange(
  rule: IndexRule,
  results: readonly WeightedResult[],
): Pick<IndexResult, "applicable" | "coverage" | "range"> {
  const [lowest, highest] = scaleOf(rule.range);
  const applicable = results.filter(({ result }) => result.applicable);
  const mean = (pick: (result: IndexResult) => number) =>
    weightedMean(applicable.map(({ weight, result }) => ({ weight, value: pick(result) })));
  return {
    applicable: applicable.length > 0,
    coverage: mean((result) => result.coverage) ?? 0,
    range: {
      floor: mean((result) => result.range.floor) ?? lowest,
      ceiling: mean((result) => result.range.ceiling) ?? highest,
    },
  };
}
