import { scoreOf, type ValueMark } from "@avances/charts/series";
import type { IndexResultView } from "@avances/contracts";
import { ScoreWithRange } from "#ui/score-with-range.tsx";
import { ValueWord } from "#ui/value-mark.tsx";

/**
 * A result of the index in a cell: score, coverage and range together, the range alone, or the mark and word of a missing result.
 * Never blank.
 */
export function ScoreCell({
  result,
  missing,
}: {
  readonly result: IndexResultView | undefined;
  /** Why there is no result. */
  readonly missing: ValueMark;
}) {
  if (result === undefined) return <ValueWord state={missing} />;
  if (!result.applicable) return <ValueWord state="not_applicable" />;
  return <ScoreWithRange result={scoreOf(result)} />;
}
