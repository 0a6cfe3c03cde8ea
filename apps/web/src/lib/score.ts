import type { IndexResultView } from "@avances/contracts";
import type { ValueMark } from "./value-marks.ts";

/** A result as pages show it: one unit of score, coverage and range, or the range alone. */
export function scoreOf(result: IndexResultView) {
  const { coverage, range, score } = result;
  return score === null
    ? ({ published: false, coverage, range } as const)
    : ({ published: true, score, coverage, range } as const);
}

/** The mark of a result without a score; null when it has one. */
export function scoreMark({
  applicable,
  score,
}: Pick<IndexResultView, "applicable" | "score">): Extract<ValueMark, "insufficient" | "not_applicable"> | null {
  if (score !== null) return null;
  return applicable ? "insufficient" : "not_applicable";
}
