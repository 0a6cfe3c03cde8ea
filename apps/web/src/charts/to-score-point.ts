import type { IndexResultView } from "@avances/contracts";
import { scoreOf } from "#lib/score.ts";
import type { SeriesPoint } from "./series.ts";

/** A year of the index. Without a published report, or with too little coverage, no number may be drawn for it. */
export function toScorePoint(year: number, view: IndexResultView | undefined): SeriesPoint {
  if (view === undefined) return { year, value: null, state: "not_reported" };
  if (!view.applicable) return { year, value: null, state: "not_applicable" };
  const result = scoreOf(view);
  return { year, value: view.score, state: view.score === null ? "not_reported" : "reported", result };
}
