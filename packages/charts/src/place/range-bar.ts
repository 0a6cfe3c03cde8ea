import type { ScoreResult } from "../series/score.ts";

/** A stretch of the bar, in units of the score from 0 to 100. */
interface PlacedSpan {
  readonly x: number;
  readonly width: number;
}

/** The bar of a score, in units of the score from 0 to 100. */
export interface PlacedRangeBar {
  /** The range; a sliver when floor and ceiling are equal. */
  readonly band: PlacedSpan;
  /** Position of the score; null when it may not be shown. */
  readonly score: number | null;
}

const sliver = 0.8;

export function placeRangeBar(result: ScoreResult): PlacedRangeBar {
  return {
    band: placeSpan(result.range.floor, result.range.ceiling),
    score: result.published ? result.score : null,
  };
}

function placeSpan(from: number, to: number): PlacedSpan {
  const width = Math.max(sliver, to - from);
  return { x: Math.min(from, 100 - width), width };
}

/** A score in front of those of other countries. */
export interface PlacedProfileBar {
  readonly score: number | null;
  /** Null when the range is the score itself: everything was answered. */
  readonly range: PlacedSpan | null;
  /** From the lowest to the highest score of the countries; null when there are too few. */
  readonly others: PlacedSpan | null;
}

export function placeProfileBar(
  result: ScoreResult,
  others: { readonly from: number; readonly to: number } | null,
): PlacedProfileBar {
  const { band, score } = placeRangeBar(result);
  const isPoint = score !== null && result.range.floor === result.range.ceiling;
  return { score, range: isPoint ? null : band, others: others && placeSpan(others.from, others.to) };
}
