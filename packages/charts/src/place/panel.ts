import type { ScoreResult } from "../series/score.ts";
import { type CountrySeries, type DrawnPoint, lastReported, runsOf, yearsOf } from "../series/series.ts";
import { overlaps, type Point, runsThrough } from "./box.ts";
import { markSize, type PlacedMark, placeRail } from "./rail.ts";
import { type Axis, axisOf, axisOver, type Domain, type Scale, scaleOf } from "./scale.ts";
import { markBox } from "./state-mark.ts";
import { type PlacedText, textBox, textWidth } from "./text.ts";

/** The range of a score behind its point, or alone where there is no score. */
export interface PlacedRange {
  readonly roundYear: number;
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly hasScore: boolean;
}

/** One country against its own past. */
export interface PlacedPanel {
  readonly country: string;
  readonly label: string;
  /** Thin line at the upper end of the axis, strong line at zero. */
  readonly rules: { readonly left: number; readonly right: number; readonly top: number; readonly zero: number };
  readonly ranges: readonly PlacedRange[];
  /** Unbroken stretches; nothing bridges a year without a number. */
  readonly runs: readonly (readonly Point[])[];
  readonly dots: readonly (Point & { readonly roundYear: number; readonly radius: number })[];
  readonly marks: readonly PlacedMark[];
  readonly texts: readonly PlacedText[];
  /** The score whose coverage and range stand below the panel: the last; without any, the last range. */
  readonly note: { readonly year: number; readonly result: ScoreResult } | null;
}

export interface PlacedPanels {
  readonly panels: readonly PlacedPanel[];
  /** Of every panel, in pixels. */
  readonly width: number;
  readonly height: number;
  /** There are so few that each has the room of two. */
  readonly isRoomy: boolean;
  readonly hasScores: boolean;
}

export interface PanelOptions {
  /** A value in the reader's language. */
  readonly print: (value: number) => string;
  /** Where the ends of the axis are known; otherwise from zero to over the highest. */
  readonly domain?: Domain | undefined;
  /** Each panel by its own highest value; heights can then not be compared between panels. */
  readonly ownScale?: boolean | undefined;
}

const compact = { width: 176, plot: 78 } as const;
const roomy = { width: 368, plot: 140 } as const;
const few = 3;
/** Between the plot and what stands around it. */
const edge = { left: 2, right: 34, top: 12, below: 38 } as const;
const railBelow = 12;
const largestMark = 0.72;
const inset = 4;
/** Where the first year stands: its mark is wider than its point, and stays inside too. */
const start = (largestMark * markBox.width) / 2;
const besideDot = 8;

/** Small multiples: one panel a series, all with the same years and, unless told otherwise, the same axis. */
export function placePanels(series: readonly CountrySeries[], options: PanelOptions): PlacedPanels {
  const size = series.length <= few ? roomy : compact;
  const shared = options.domain ? axisOver(options.domain) : axisOf(series);
  const axes = series.map((one) => (options.ownScale ? axisOf([one]) : shared));
  const years = yearsOf(series);
  const right = Math.max(edge.right, ...series.map((one, place) => roomRight(one, axes[place] ?? shared, options)));
  const frame = { width: size.width, plot: size.plot, right: size.width - right };
  return {
    panels: series.map((one, place) => placePanel(one, years, axes[place] ?? shared, frame, options)),
    width: size.width,
    height: edge.top + size.plot + edge.below,
    isRoomy: size === roomy,
    hasScores: series.some((one) => one.points.some((point) => point.result)),
  };
}

/** What the widest text right of the plot needs. */
function roomRight(series: CountrySeries, axis: Axis, { print }: PanelOptions): number {
  const last = lastReported(series);
  const value = last === null ? 0 : besideDot - inset + textWidth(print(last.value));
  return Math.ceil(Math.max(value, inset + textWidth(print(axis.domain[1]))));
}

interface Frame {
  readonly width: number;
  readonly plot: number;
  /** Where the plot ends. */
  readonly right: number;
}

function placePanel(
  series: CountrySeries,
  years: readonly number[],
  axis: Axis,
  frame: Frame,
  options: PanelOptions,
): PlacedPanel {
  const first = years[0] ?? 0;
  const last = years.at(-1) ?? first;
  const x: Scale = first === last ? () => start : scaleOf([first, last], [start, frame.right - inset]);
  const bottom = edge.top + frame.plot;
  const y = scaleOf(axis.domain, [bottom, edge.top]);
  const at = ({ year, value }: DrawnPoint): Point => ({ x: x(year), y: y(value) });
  const runs = runsOf(series).map((run) => run.map(at));
  const ranges = series.points.flatMap(({ year, roundYear, result }): PlacedRange[] => {
    if (!result) return [];
    const { floor, ceiling } = result.range;
    return [{ roundYear, x: x(year), top: y(ceiling), bottom: y(floor), hasScore: result.published }];
  });
  const end = lastReported(series);
  const around = { ranges, runs, right: frame.right, zero: y(0), bottom };
  const value = end && placeValue(options.print(end.value), at(end), around);
  const step = last > first ? x(first + 1) - x(first) : frame.right;
  const shown = end ?? series.points.findLast((point) => point.result) ?? null;
  return {
    country: series.country,
    label: series.label,
    rules: { left: edge.left, right: frame.right, top: edge.top, zero: y(0) },
    ranges,
    runs,
    dots: runsOf(series)
      .flat()
      .map((point) => ({ ...at(point), roundYear: point.roundYear, radius: point.year === end?.year ? 4.2 : 3 })),
    marks: placeRail(series, x, { y: bottom + railBelow, size: markSize(step, largestMark) }),
    texts: [
      ...(value ? [value] : []),
      ...placeAxis(options.print(axis.domain[1]), value, frame.right),
      ...placeYears(first, last, frame.right, bottom + edge.below - 4),
    ],
    note: shown?.result ? { year: shown.year, result: shown.result } : null,
  };
}

interface Around {
  readonly ranges: readonly PlacedRange[];
  readonly runs: readonly (readonly Point[])[];
  /** Where the plot ends. */
  readonly right: number;
  readonly zero: number;
  readonly bottom: number;
}

/**
 * The last value beside its point: neither above the panel nor on the zero line, which would strike the figure through. Where the range of a
 * later round stands in the way, above the point; where that is not free either, outside the plot at the same height.
 */
function placeValue(text: string, point: Point, { ranges, runs, right, zero, bottom }: Around): PlacedText {
  const isAbove = point.y <= zero;
  const y = isAbove
    ? Math.max(edge.top + 2, Math.min(point.y + 4.5, zero - 4))
    : Math.min(Math.max(point.y + 4.5, zero + 13), bottom - 3);
  const beside = { text, x: point.x + besideDot, y, anchor: "start", voice: "label" } as const;
  const outside = { ...beside, x: right - inset + besideDot };
  const above = { ...beside, x: point.x, y: point.y - 9, anchor: "middle" } as const;
  const isFree = (label: PlacedText) => {
    const taken = textBox(label);
    const meets = ({ x, top, bottom }: PlacedRange) =>
      overlaps({ left: x - 3.5, right: x + 3.5, top, bottom: Math.max(bottom, top + 0.1) }, taken);
    return taken.top >= 0 && taken.left >= 0 && !ranges.some(meets) && !runs.some((run) => runsThrough(run, taken));
  };
  return [beside, above].find(isFree) ?? outside;
}

/** The upper end of the axis right of the plot, unless the last value stands there: it says more. */
function placeAxis(text: string, value: PlacedText | null, right: number): PlacedText[] {
  const y = edge.top + 4.5;
  if (value && Math.abs(value.y - y) < 15) return [];
  return [{ text, x: right + inset, y, anchor: "start", voice: "faint" }];
}

/** First and last year below the plot; one of them where there is no room for both. */
function placeYears(first: number, last: number, right: number, y: number): PlacedText[] {
  const end: PlacedText = { text: String(last), x: right, y, anchor: "end", voice: "faint" };
  const start: PlacedText = { text: String(first), x: edge.left, y, anchor: "start", voice: "faint" };
  if (first === last) return [start];
  return overlaps(textBox(start), textBox(end)) ? [end] : [start, end];
}
