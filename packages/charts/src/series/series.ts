import type { ScoreResult } from "./score.ts";
import { marksAmong, type ValueMark } from "./value-marks.ts";

/** One round of one country. `value` is null unless `state` is `reported`; a reported zero is 0. Every other state has a mark. */
export interface SeriesPoint {
  /** Year of the data, not of the round; axes and labels show it. */
  readonly year: number;
  readonly roundYear: number;
  readonly value: number | null;
  readonly state: "reported" | ValueMark;
  /** For an index score: the coverage and range shown beside it. Below the threshold there is no value and the range stands alone. */
  readonly result?: ScoreResult;
}

export interface CountrySeries {
  /** Alpha-3 code, or any key that is unique in the chart. */
  readonly country: string;
  readonly label: string;
  readonly points: readonly SeriesPoint[];
}

/** Every year from the first to the last: a year without answers keeps its place. */
export function yearsOf(series: readonly CountrySeries[]): number[] {
  const years = series.flatMap((one) => one.points.map((point) => point.year));
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, step) => first + step);
}

/** The marks that appear, in the order of the legend. */
export function marksIn(series: readonly CountrySeries[]): ValueMark[] {
  return marksAmong(series.flatMap((one) => one.points.map(({ state }) => (state === "reported" ? null : state))));
}

/** The point of a year of the data; null in a year for which no round was held. */
export function pointOf(series: CountrySeries, year: number): SeriesPoint | null {
  return series.points.find((point) => point.year === year) ?? null;
}

/** What stands in the cell of a country and a round. No cell is blank: if there is no point, nothing was published. */
export function pointIn(
  series: readonly CountrySeries[],
  country: string,
  roundYear: number,
): Pick<SeriesPoint, "state" | "value"> {
  const points = series.find((one) => one.country === country)?.points ?? [];
  return points.find((point) => point.roundYear === roundYear) ?? { state: "not_published", value: null };
}

/** One round of every country that has a point in it. */
export function roundOf(series: readonly CountrySeries[], roundYear: number): CountrySeries[] {
  return series.flatMap((one) => {
    const points = one.points.filter((point) => point.roundYear === roundYear);
    return points.length === 0 ? [] : [{ ...one, points }];
  });
}

export type TrendRow = { readonly year: number } & Readonly<Record<string, number | null>>;

/** Rows for a line chart: one per year, one column per country; null wherever no number may be drawn. */
export function toTrendRows(series: readonly CountrySeries[], years: readonly number[]): TrendRow[] {
  return years.map((year) => {
    const row: Record<string, number | null> = {};
    for (const one of series) {
      const point = pointOf(one, year);
      row[one.country] = point?.state === "reported" ? point.value : null;
    }
    return { ...row, year };
  });
}

/** A point with a number. */
export interface DrawnPoint {
  readonly year: number;
  readonly roundYear: number;
  readonly value: number;
  readonly result?: ScoreResult;
}

/** The points that are drawn, by year; a point whose state is not `reported` is left out, even if it carries a number. */
function drawnPoints(series: CountrySeries): DrawnPoint[] {
  return series.points
    .flatMap(({ state, value, ...point }) => (state === "reported" && value !== null ? [{ ...point, value }] : []))
    .toSorted((a, b) => a.year - b.year);
}

export function drawnValues(series: CountrySeries): number[] {
  return drawnPoints(series).map(({ value }) => value);
}

/** The drawn values of all series by year. */
export function drawnValuesOf(series: readonly CountrySeries[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (const { year, value } of series.flatMap(drawnPoints)) found.set(year, [...(found.get(year) ?? []), value]);
  return found;
}

/** Unbroken stretches of numbers; a year without one ends a stretch, whatever its state. */
export function runsOf(series: CountrySeries): DrawnPoint[][] {
  const runs: DrawnPoint[][] = [];
  for (const point of drawnPoints(series)) {
    const run = runs.at(-1);
    if (run?.at(-1)?.year === point.year - 1) run.push(point);
    else runs.push([point]);
  }
  return runs;
}

/** The last year with a number, for the label at the end of a line. */
export function lastReported(series: CountrySeries): DrawnPoint | null {
  return drawnPoints(series).at(-1) ?? null;
}
