import type { CountrySeries } from "../series/series.ts";
import type { ValueMark } from "../series/value-marks.ts";
import { markBox } from "./state-mark.ts";

/** The mark of a round without a number, centred at a place. `size` 1 is its size in a table. */
export interface PlacedMark {
  readonly mark: ValueMark;
  readonly roundYear: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** `largest`, or smaller if the distance between two years requires it: marks side by side never touch. */
export function markSize(step: number, largest: number): number {
  return Math.min(largest, step / (markBox.width + 2));
}

/** The rail of marks below the axis: each round without a number keeps its place in time, and its mark says why. */
export function placeRail(
  series: CountrySeries,
  x: (year: number) => number,
  { y, size }: { readonly y: number; readonly size: number },
): PlacedMark[] {
  return series.points.flatMap(({ state, year, roundYear }) =>
    state === "reported" ? [] : [{ mark: state, roundYear, x: x(year), y, size }],
  );
}
