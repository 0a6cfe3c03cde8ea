import type { ScoreResult } from "../series/score.ts";

/** The bar of a score, in units of the score from 0 to 100. */
export interface PlacedRangeBar {
  /** The range; a sliver when floor and ceiling are equal. */
  readonly band: { readonly x: number; readonly width: number };
  /** Position of the score; null when it may not be shown. */
  readonly score: number | null;
}

const sliver = 0.8;

export function placeRangeBar(result: ScoreResult): PlacedRangeBar {
  const { floor, ceiling } = result.range;
  const width = Math.max(sliver, ceiling - floor);
  return { band: { x: Math.min(floor, 100 - width), width }, score: result.published ? result.score : null };
}
