import type { IndexResultView } from "@avances/contracts";
import type { PublicRound } from "./published.ts";
import { scoreMark, scoreOf } from "./score.ts";
import type { SeriesPoint } from "./series.ts";
import type { ReportMark } from "./value-marks.ts";

/** A round of the index: its score, or the mark of a missing report or of a score that may not be shown (its range may). */
export function toScorePoint(
  { referenceYear, roundYear }: Pick<PublicRound, "referenceYear" | "roundYear">,
  view: IndexResultView | undefined,
  missing: () => ReportMark,
): SeriesPoint {
  const round = { year: referenceYear, roundYear };
  if (view === undefined) return { ...round, value: null, state: missing() };
  const mark = scoreMark(view);
  if (mark === "not_applicable") return { ...round, value: null, state: mark };
  return { ...round, value: view.score, state: mark ?? "reported", result: scoreOf(view) };
}
