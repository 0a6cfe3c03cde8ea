import { marksAmong, type ValueMark } from "#lib/value-marks.ts";
import type { ScoreResult } from "#ui/score-with-range.tsx";

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

/** From zero (or the lowest, if below) to the first tick over the highest. [0, 1] when nothing can be drawn. */
export function valueDomain(series: readonly CountrySeries[]): [number, number] {
  const values = series.flatMap((one) =>
    one.points.flatMap((point) => (point.state === "reported" && point.value !== null ? [point.value] : [])),
  );
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  if (low === high) return [0, 1];
  const step = stepOf(high - low, values.every(Number.isInteger));
  return [Math.floor(low / step) * step, Math.ceil(high / step - 1e-9) * step];
}

/** Distance between ticks: 1, 2, 2.5 or 5 × a power of ten, so that about four fit; whole where the values are. */
function stepOf(span: number, whole: boolean): number {
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough * 0.999_999) ?? 10);
  return whole ? Math.max(1, Math.ceil(step)) : step;
}

/** The ticks of such a domain, both ends among them when it was made by `valueDomain`. */
export function ticksOf([low, high]: readonly [number, number]): number[] {
  const step = stepOf(high - low, Number.isInteger(high) && Number.isInteger(low) && high - low > 1);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, n) => Number(((first + n) * step).toPrecision(12)));
}

/** The last year with a number, for the label at the end of a line. */
export function lastReported(series: CountrySeries): SeriesPoint | null {
  return (
    series.points
      .filter((point) => point.state === "reported" && point.value !== null)
      .toSorted((a, b) => b.year - a.year)[0] ?? null
  );
}
