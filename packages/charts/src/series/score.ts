import type { IndexResultView } from "@avances/contracts";
import type { ValueMark } from "./value-marks.ts";

/** Shown together: a score never appears without coverage and range. All are 0 to 100. */
export type ScoreResult = {
  readonly coverage: number;
  readonly range: { readonly floor: number; readonly ceiling: number };
} & ({ readonly published: true; readonly score: number } | { readonly published: false });

/** A result as pages show it: score, coverage and range together, or coverage and range alone. */
export function scoreOf({ coverage, range, score }: IndexResultView): ScoreResult {
  return score === null ? { published: false, coverage, range } : { published: true, score, coverage, range };
}

/** The mark of a result without a score; null when it has one. */
export function scoreMark({
  applicable,
  score,
}: Pick<IndexResultView, "applicable" | "score">): Extract<ValueMark, "insufficient" | "not_applicable"> | null {
  if (score !== null) return null;
  return applicable ? "insufficient" : "not_applicable";
}
