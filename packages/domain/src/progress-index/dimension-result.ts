import type { IndexRule } from "../catalogue/catalogue.ts";
import type { IndexResult } from "./index-result.ts";
import { type IndicatorScore, scaleOf } from "./indicator-score.ts";

export interface WeightedScore extends Pick<IndicatorScore, "score" | "standing"> {
  readonly weight: number;
}

/**
 * Weighted 0–100 over the scored indicators of one instrument and dimension. Missing answers are not imputed: they widen the range.
 * Not published under the catalogue's smallest coverage. Unrounded. Methodology §4, cases C1–C3.
 */
export function dimensionResult(rule: IndexRule, indicators: readonly WeightedScore[]): IndexResult {
  const [lowest, highest] = scaleOf(rule.range);
  let [answeredWeight, missingWeight, points] = [0, 0, 0];
  for (const { weight, score, standing } of indicators) {
    if (standing === "answered" && score !== null) {
      answeredWeight += weight;
      points += weight * score;
    } else if (standing !== "out") {
      missingWeight += weight;
    }
  }
  const applicableWeight = answeredWeight + missingWeight;
  if (applicableWeight === 0)
    return { applicable: false, coverage: 0, range: { floor: lowest, ceiling: highest }, published: false };
  const coverage = (100 * answeredWeight) / applicableWeight;
  const range = {
    floor: (points + lowest * missingWeight) / applicableWeight,
    ceiling: (points + highest * missingWeight) / applicableWeight,
  };
  return answeredWeight > 0 && coverage >= rule.minCoverageDimension
    ? { applicable: true, coverage, range, published: true, score: points / answeredWeight }
    : { applicable: true, coverage, range, published: false };
}
