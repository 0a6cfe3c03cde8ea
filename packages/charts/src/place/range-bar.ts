import type { ScoreResult } from "../series/score.ts";

/** The bar of a score, from 0 to 100 in units of the score. */
export interface PlacedRangeBar {
  /** The range; a sliver where floor and ceiling are one. */
  readonly band: { readonly x: number; readonly width: number };
  /** Where the score stands in it; null where it may not be shown. */
  readonly score: number | null;
}

const sliver = 0.8;

export function placeRangeBar(result: ScoreResult): PlacedRangeBar {
  const { floor, ceiling } = result.range;
  const width = Math.max(sliver, ceiling - floor);
  return { band: { x: Math.min(floor, 100 - width), width }, score: result.published ? result.score : null };
}
