import type { IndexRule } from "../catalogue/catalogue.ts";
import type { IndexResult } from "./index-result.ts";
import { coverageAndRange, scoreOfPublished, type WeightedResult } from "./instrument-result.ts";

/** Weighted mean of the instruments; with `overallRequiresAllInstruments` only if all of them are published. Unrounded. Methodology §4, case C5. */
export function overallResult(rule: IndexRule, instruments: readonly WeightedResult[]): IndexResult {
  const summary = coverageAndRange(rule, instruments);
  const score = scoreOfPublished(instruments);
  const isComplete = !rule.overallRequiresAllInstruments || instruments.every(({ result }) => result.published);
  return score !== undefined && isComplete ? { ...summary, published: true, score } : { ...summary, published: false };
}
