import type { ScoreResult } from "./score.ts";
import { marksAmong, type ValueMark } from "./value-marks.ts";

/** One round of one country. `value` is null unless `state` is `reported`; a reported zero is 0. Anything else has a mark in its place. */
export interface SeriesPoint {
  /** Of the data, not of the round: axes and labels show this one. */
  readonly year: number;
  readonly roundYear: number;
  readonly value: number | null;
  readonly state: "reported" | ValueMark;
  /** Of a score of the index: what must stand beside it; below the threshold the range stands alone, without a value. */
  readonly result?: ScoreResult;
}

export interface CountrySeries {
  /** Alpha-3 code, or any key that is unique in the chart. */
  readonly country: string;
  readonly label: string;
  readonly points: readonly SeriesPoint[];
}

/** Every year from the first to the last that occurs: a year without answers keeps its place. */
export function yearsOf(series: readonly CountrySeries[]): number[] {
  const years = series.flatMap((one) => one.points.map((point) => point.year));
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, step) => first + step);
}

/** The marks that occur, in the order of the legend. */
export function marksIn(series: readonly CountrySeries[]): ValueMark[] {
  return marksAmong(series.flatMap((one) => one.points.map(({ state }) => (state === "reported" ? null : state))));
}

/** The point of a year of the data; null in a year for which no round was held. */
export function pointOf(series: CountrySeries, year: number): SeriesPoint | null {
  return series.points.find((point) => point.year === year) ?? null;
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

/** The last year with a number, for the label at the end of a line. */
export function lastReported(series: CountrySeries): SeriesPoint | null {
  return (
    series.points
      .filter((point) => point.state === "reported" && point.value !== null)
      .toSorted((a, b) => b.year - a.year)[0] ?? null
  );
}

/** The numbers that are drawn of a series; what a mark stands for is never among them, even if a number came along. */
export function drawnValues(series: CountrySeries): number[] {
  return series.points.flatMap((point) => (point.state === "reported" && point.value !== null ? [point.value] : []));
}
