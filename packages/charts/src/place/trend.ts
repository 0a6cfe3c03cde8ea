import { type CountrySeries, lastReported, runsOf, type TrendRow, toTrendRows, yearsOf } from "../series/series.ts";
import { type Box, type Point, runsThrough } from "./box.ts";
import { spread } from "./label.ts";
import { markSize, type PlacedMark, placeRail } from "./rail.ts";
import { type Axis, axisOf, axisOver, type Domain, type Scale, scaleOf } from "./scale.ts";
import { maxSeries, type SeriesShape, seriesShape } from "./series-mark.ts";
import { type PlacedText, textBox, textWidth } from "./text.ts";

/** One country over the years. `slot` numbers the chosen countries, in colour and in front; null = grey background. */
export interface PlacedLine {
  readonly country: string;
  readonly label: string;
  readonly slot: number | null;
  readonly shape: SeriesShape;
  /** Unbroken stretches; no line bridges a year without a number. */
  readonly runs: readonly (readonly Point[])[];
}

/** The end of a chosen line: its figure and name, in one text that begins at `x`. */
export interface PlacedEnd extends Point {
  readonly country: string;
  readonly figure: string;
  readonly name: string;
}

/** The years without a number of one chosen country, each with the mark that says why. */
export interface PlacedRail {
  readonly country: string;
  readonly marks: readonly PlacedMark[];
  /** Name of the rail's country; without room for it, the mark of its line stands for it. */
  readonly name: PlacedText | null;
  readonly key: (Point & { readonly slot: number; readonly shape: SeriesShape }) | null;
}

export interface PlacedTrend {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  /** Distance between the sides of the plot and the first and last year. */
  readonly inset: number;
  readonly years: { readonly domain: Domain; readonly texts: readonly PlacedText[] };
  readonly values: Axis & { readonly texts: readonly PlacedText[] };
  /** Heights of the lines across the plot: a hairline at each figure of the axis, strong ones below everything and at zero. */
  readonly rules: { readonly hair: readonly number[]; readonly strong: readonly number[] };
  /** For a library that draws lines from rows: one row a year, null where no number may be drawn. */
  readonly rows: readonly TrendRow[];
  /** Background lines first. */
  readonly lines: readonly PlacedLine[];
  readonly ends: readonly PlacedEnd[];
  readonly rails: readonly PlacedRail[];
  readonly isEmpty: boolean;
}

export interface TrendOptions {
  readonly width: number;
  /** A value in the reader's language. */
  readonly print: (value: number) => string;
  /** The ends of the axis, if known; otherwise it runs from zero to beyond the highest value. */
  readonly domain?: Domain | undefined;
  /** Countries in colour, in this order, at most four; if absent, the first four. */
  readonly highlight?: readonly string[] | undefined;
}

const height = 340;
const top = 24;
const inset = 10;
/** Room for the years below the plot, and for the edge below them. */
const below = 32;
const leastLeft = 52;
const leastRight = 132;
const narrow = { below: 560, right: 14 } as const;
const railRow = 24;
const largestMark = 0.85;

/** Lines over the years, each named at its end; below them, a rail of marks for each chosen country with a year without a number. */
export function placeTrend(series: readonly CountrySeries[], options: TrendOptions): PlacedTrend {
  const { width, print } = options;
  const chosen = (options.highlight ?? series.map((one) => one.country)).slice(0, maxSeries);
  const front = chosen.flatMap((country) => series.filter((one) => one.country === country));
  const back = series.filter((one) => !chosen.includes(one.country));
  const years = yearsOf(series);
  const values = options.domain ? axisOver(options.domain) : axisOf(series);
  const isNarrow = width < narrow.below;
  const plot = {
    left: Math.max(leastLeft, Math.ceil(Math.max(...values.ticks.map((one) => textWidth(print(one)))) + 10)),
    right: width - (isNarrow ? narrow.right : roomRight(front, print, years.at(-1))),
    top,
    bottom: height - below,
  };
  const span: Domain = [years[0] ?? 0, years.at(-1) ?? 0];
  const x = scaleOf(span, [plot.left + inset, plot.right - inset]);
  const y = scaleOf(values.domain, [plot.bottom, plot.top]);
  const line = (one: CountrySeries, slot: number | null): PlacedLine => ({
    country: one.country,
    label: one.label,
    slot,
    shape: seriesShape(slot ?? 0),
    runs: runsOf(one).map((run) => run.map((point) => ({ x: x(point.year), y: y(point.value) }))),
  });
  const lines = [...back.map((one) => line(one, null)), ...front.map(line)];
  const rails = placeRails(front, x, { plot, isNarrow, step: years.length > 1 ? x(span[0] + 1) - x(span[0]) : width });
  return {
    width,
    height: height + rails.length * railRow,
    plot,
    inset,
    years: { domain: span, texts: placeYears(years, x, plot) },
    values: { ...values, texts: placeValues(values, y, plot, print) },
    rules: { hair: values.ticks.map(y), strong: values.domain[0] < 0 ? [plot.bottom, y(0)] : [plot.bottom] },
    rows: toTrendRows(series, years),
    lines,
    ends: isNarrow ? [] : placeEnds(front, lines, { x, y, plot, print, lastYear: years.at(-1) }),
    rails,
    isEmpty: lines.every(({ runs }) => runs.length === 0),
  };
}

const endOf = (figure: string, name: string) => `${figure} ${name}`;

/** The name of a line, with the year of its figure where it stands at another one. */
const nameAt = (name: string, year: number, at: number | undefined) => (year === at ? name : `${name}, ${year}`);

/** Width of the widest text right of the plot. */
function roomRight(
  front: readonly CountrySeries[],
  print: (value: number) => string,
  lastYear: number | undefined,
): number {
  const needed = front.map((one) => {
    const last = lastReported(one);
    const end = last === null ? "" : endOf(print(last.value), nameAt(one.label, last.year, lastYear));
    return Math.max(4 + textWidth(end), 16 + textWidth(one.label));
  });
  return Math.ceil(Math.max(leastRight, ...needed));
}

interface Scales {
  readonly x: Scale;
  readonly y: Scale;
  readonly plot: Box;
  readonly print: (value: number) => string;
  readonly lastYear: number | undefined;
}

/**
 * Figure and name right of the end of each line, moved apart where they would collide; the lowest stands above the axis line. Where a
 * background line would continue behind them, they stand outside the plot. Which stands at a later year than its own says of which it is.
 */
function placeEnds(
  front: readonly CountrySeries[],
  lines: readonly PlacedLine[],
  { x, y, plot, print, lastYear }: Scales,
): PlacedEnd[] {
  const ends = front.flatMap((one) => {
    const last = lastReported(one);
    return last ? [{ country: one.country, figure: print(last.value), name: one.label, ...last }] : [];
  });
  const heights = spread(
    ends.map(({ value }) => y(value)),
    { gap: 17, top: plot.top, bottom: plot.bottom - 8 },
  );
  const at = (edge: number, ofYear: number | undefined) =>
    ends.map(({ country, figure, name, year }, n) => ({
      ...{ country, figure, name: nameAt(name, year, ofYear), x: edge, y: (heights[n] ?? 0) + 4.5 },
    }));
  const latest = Math.max(...ends.map(({ year }) => year));
  const beside = at(x(latest) + inset + 4, latest);
  const isCrossed = (end: PlacedEnd) => {
    const box = textBox({ ...end, text: endOf(end.figure, end.name), anchor: "start" });
    return lines.some(({ runs }) => runs.some((run) => runsThrough(run, box)));
  };
  return beside.some(isCrossed) ? at(plot.right + 4, lastYear) : beside;
}

/** As many years as fit, always including the last. */
function placeYears(years: readonly number[], x: Scale, plot: Box): PlacedText[] {
  const every = Math.max(1, Math.ceil((years.length * 46) / Math.max(1, plot.right - plot.left)));
  return years
    .filter((_, place) => (years.length - 1 - place) % every === 0)
    .map((year) => ({ text: String(year), x: x(year), y: plot.bottom + 17, anchor: "middle", voice: "plain" }));
}

function placeValues({ ticks }: Axis, y: Scale, plot: Box, print: (value: number) => string): PlacedText[] {
  return ticks.map((tick) => ({
    text: print(tick),
    x: plot.left - 8,
    y: y(tick) + 4.5,
    anchor: "end",
    voice: "plain",
  }));
}

/** A row below the years for each chosen country that has a year without a number. */
function placeRails(
  front: readonly CountrySeries[],
  x: Scale,
  { plot, isNarrow, step }: { readonly plot: Box; readonly isNarrow: boolean; readonly step: number },
): PlacedRail[] {
  return front
    .map((one, slot) => ({ one, slot }))
    .filter(({ one }) => one.points.some(({ state }) => state !== "reported"))
    .map(({ one, slot }, row) => {
      const base = plot.bottom + below - 4 + (row + 0.75) * railRow;
      const middle = base - 4.5;
      return {
        country: one.country,
        marks: placeRail(one, x, { y: middle, size: markSize(step, largestMark) }),
        name: isNarrow ? null : { text: one.label, x: plot.right + 16, y: base, anchor: "start", voice: "faint" },
        key: isNarrow ? { slot, shape: seriesShape(slot), x: plot.left / 2, y: middle } : null,
      };
    });
}
