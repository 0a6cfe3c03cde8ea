import type { IndexResultView } from "@avances/contracts";

/** A result as pages show it: one unit of score, coverage and range, or the range alone. */
export function scoreOf(result: IndexResultView) {
  const { coverage, range, score } = result;
  return score === null
    ? ({ published: false, coverage, range } as const)
    : ({ published: true, score, coverage, range } as const);
}
