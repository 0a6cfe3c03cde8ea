import { type CountrySeries, drawnValuesOf } from "./series.ts";

/** From the lowest to the highest figure that is shown for a year of the data. Whose they are is not said. */
export interface YearRange {
  readonly year: number;
  readonly low: number;
  readonly high: number;
}

/** With fewer countries, the lowest and the highest figure would say something about a few countries that everybody could name, and nothing about a region. */
export const fewestForRange = 4;

/** The range of the region by year, in unbroken stretches: a year in which fewer countries show a figure ends a stretch. */
export function regionRange(series: readonly CountrySeries[]): readonly (readonly YearRange[])[] {
  const byYear = drawnValuesOf(series);
  const runs: YearRange[][] = [];
  for (const [year, values] of [...byYear].toSorted(([one], [other]) => one - other)) {
    if (values.length < fewestForRange) continue;
    const range = { year, low: Math.min(...values), high: Math.max(...values) };
    const run = runs.at(-1);
    if (run?.at(-1)?.year === year - 1) run.push(range);
    else runs.push([range]);
  }
  return runs;
}
