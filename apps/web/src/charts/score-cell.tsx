import type { IndexResultView } from "@avances/contracts";
import { scoreOf } from "#lib/score.ts";
import type { ValueMark } from "#lib/value-marks.ts";
import { ScoreWithRange } from "#ui/score-with-range.tsx";
import { ValueState } from "#ui/value-state.tsx";

/** A result of the index in a cell: score, coverage and range as one, the range alone, or the mark of what is not there. Never blank. */
export function ScoreCell({
  result,
  missing,
}: {
  readonly result: IndexResultView | undefined;
  /** Why there is no result. */
  readonly missing: ValueMark;
}) {
  if (result === undefined) return <ValueState state={missing} />;
  if (!result.applicable) return <ValueState state="not_applicable" />;
  return <ScoreWithRange result={scoreOf(result)} />;
}
