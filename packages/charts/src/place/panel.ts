import type { YearRange } from "../series/region-range.ts";
import type { ScoreResult } from "../series/score.ts";
import { type CountrySeries, type DrawnPoint, drawnValues, lastReported, runsOf, yearsOf } from "../series/series.ts";
import { overlaps, type Point, runsThrough } from "./box.ts";
import { markSize, type PlacedMark, placeRail } from "./rail.ts";
import { type Axis, axisFrom, axisOf, axisOver, type Domain, type Scale, scaleOf } from "./scale.ts";
import { markBox } from "./state-mark.ts";
import { type PlacedText, textBox, textWidth } from "./text.ts";

/** The range of a score behind its point; alone where there is no score. */
export interface PlacedRange {
  readonly roundYear: number;
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly hasScore: boolean;
}

/** The region's range in one year of a stretch. */
export interface PlacedReach {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** One country's own development over the years. */
export interface PlacedPanel {
  readonly country: string;
  readonly label: string;
  /** Thin line at the upper end of the axis, strong line at zero; null when the axis does not reach zero. */
  readonly rules: { readonly left: number; readonly right: number; readonly top: number; readonly zero: number | null };
  /** Lines at given values, each with the value right of the plot unless the country's own last value stands there. */
  readonly guides: readonly { readonly value: number; readonly y: number }[];
  /** The region's range behind the line, in unbroken stretches; a stretch of one year has two places, left and right of it. */
  readonly region: readonly (readonly PlacedReach[])[];
  readonly ranges: readonly PlacedRange[];
  /** Unbroken stretches; no line bridges a year without a number. */
  readonly runs: readonly (readonly Point[])[];
  readonly dots: readonly (Point & { readonly roundYear: number; readonly radius: number })[];
  readonly marks: readonly PlacedMark[];
  readonly texts: readonly PlacedText[];
  /** The result whose coverage and range stand below the panel: the last one with a score; if there is none, the last range. */
  readonly note: { readonly year: number; readonly result: ScoreResult } | null;
}

export interface PlacedPanels {
  readonly panels: readonly PlacedPanel[];
  /** Width of every panel in pixels. */
  readonly width: number;
  readonly height: number;
  /** True: there are so few panels that each takes the room of two. */
  readonly isRoomy: boolean;
  readonly hasScores: boolean;
}

export interface PanelOptions {
  /** A value in the reader's language. */
  readonly print: (value: number) => string;
  /** The ends of the axis, if known; otherwise it runs from zero to beyond the highest value. */
  readonly domain?: Domain | undefined;
  /** Scale each panel to its own highest value; heights can then not be compared between panels. */
  readonly ownScale?: boolean | undefined;
  /** Values with a line across, lowest first, such as goalposts; the axis then runs from the first to the last of them. */
  readonly guides?: readonly number[] | undefined;
  /** Drawn behind each panel; only on one scale. */
  readonly region?: readonly (readonly YearRange[])[] | undefined;
}

const compact = { width: 280, plot: 98 } as const;
const roomy = { width: 368, plot: 140 } as const;
const few = 3;
/** Room around the plot. */
const edge = { left: 2, right: 34, top: 12, below: 38 } as const;
const railBelow = 12;
const largestMark = 0.72;
const inset = 4;
/** Position of the first year. Its mark is wider than its point and must stay inside too. */
const start = (largestMark * markBox.width) / 2;
const besideDot = 8;

/** Small multiples: one panel per series, all with the same years and, unless `ownScale` is set, the same axis. */
export function placePanels(series: readonly CountrySeries[], options: PanelOptions): PlacedPanels {
  const size = series.length <= few ? roomy : compact;
  const shared = sharedAxis(series, options);
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

function sharedAxis(series: readonly CountrySeries[], { domain, guides = [] }: PanelOptions): Axis {
  const [low, high] = [guides[0], guides.at(-1)];
  if (low !== undefined && high !== undefined && low < high) return axisFrom([low, high], series.flatMap(drawnValues));
  return domain ? axisOver(domain) : axisOf(series);
}

/** Width of the widest text right of the plot. */
function roomRight(series: CountrySeries, axis: Axis, { print, guides = [] }: PanelOptions): number {
  const last = lastReported(series);
  const value = last === null ? 0 : besideDot - inset + textWidth(print(last.value));
  const beside = [axis.domain[1], ...guides].map((one) => inset + textWidth(print(one)));
  return Math.ceil(Math.max(value, ...beside));
}

interface Frame {
  readonly width: number;
  readonly plot: number;
  /** Right end of the plot. */
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
  const [low, high] = axis.domain;
  const zero = low <= 0 && high >= 0 ? y(0) : null;
  // An axis of its own for no value at all says nothing.
  const hasAxis = end !== null || !options.ownScale;
  const guides = (options.guides ?? []).map((at) => ({ value: at, y: y(at) }));
  const around = { ranges, runs, guides, right: frame.right, zero: zero ?? bottom, bottom };
  const value = end && placeValue(options.print(end.value), at(end), around);
  const step = last > first ? x(first + 1) - x(first) : frame.right;
  const shown = end ?? series.points.findLast((point) => point.result) ?? null;
  return {
    country: series.country,
    label: series.label,
    rules: { left: edge.left, right: frame.right, top: edge.top, zero },
    guides,
    region: (options.region ?? []).map((run) => placeReach(run, x, y)),
    ranges,
    runs,
    dots: runsOf(series)
      .flat()
      .map((point) => ({ ...at(point), roundYear: point.roundYear, radius: point.year === end?.year ? 4.2 : 3 })),
    marks: placeRail(series, x, { y: bottom + railBelow, size: markSize(step, largestMark) }),
    texts: [
      ...(value ? [value] : []),
      ...(guides.length > 0
        ? placeGuides(guides, value, frame.right, options)
        : placeAxis(hasAxis ? options.print(high) : "", value, frame.right)),
      ...placeYears(first, last, frame.right, bottom + edge.below - 4),
    ],
    note: shown?.result ? { year: shown.year, result: shown.result } : null,
  };
}

/** Half the width of a stretch of one year. */
const halfYear = 5;

function placeReach(run: readonly YearRange[], x: Scale, y: Scale): readonly PlacedReach[] {
  const places = run.map(({ year, low, high }) => ({ x: x(year), top: y(high), bottom: y(low) }));
  const [only] = places;
  if (only === undefined || places.length > 1) return places;
  return [
    { ...only, x: only.x - halfYear },
    { ...only, x: only.x + halfYear },
  ];
}

/** The values of the lines right of the plot, but not where the last value stands, nor one on the other. */
function placeGuides(
  guides: PlacedPanel["guides"],
  value: PlacedText | null,
  right: number,
  { print }: PanelOptions,
): PlacedText[] {
  const texts: PlacedText[] = [];
  for (const guide of guides.toReversed()) {
    const text: PlacedText = {
      text: print(guide.value),
      x: right + inset,
      y: guide.y + 4.5,
      anchor: "start",
      voice: "faint",
    };
    const taken = value === null ? texts : [...texts, value];
    if (!taken.some((one) => overlaps(textBox(one), textBox(text)))) texts.push(text);
  }
  return texts;
}

interface Around {
  readonly ranges: readonly PlacedRange[];
  readonly runs: readonly (readonly Point[])[];
  readonly guides: PlacedPanel["guides"];
  /** Right end of the plot. */
  readonly right: number;
  readonly zero: number;
  readonly bottom: number;
}

/**
 * The last value beside its point, but neither above the panel nor on the zero line, which would strike the figure through. If the range of
 * a later round is in the way, it stands above the point; if that place is taken too, outside the plot at the same height.
 */
function placeValue(text: string, point: Point, { ranges, runs, guides, right, zero, bottom }: Around): PlacedText {
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
    const isStruck = guides.some((guide) => taken.left < right && taken.top < guide.y && taken.bottom > guide.y);
    const isInside = taken.top >= 0 && taken.left >= 0;
    return isInside && !isStruck && !ranges.some(meets) && !runs.some((run) => runsThrough(run, taken));
  };
  return [beside, above].find(isFree) ?? outside;
}

/** The upper end of the axis right of the plot, unless the last value stands there: the value matters more. */
function placeAxis(text: string, value: PlacedText | null, right: number): PlacedText[] {
  if (text === "") return [];
  const y = edge.top + 4.5;
  if (value && Math.abs(value.y - y) < 15) return [];
  return [{ text, x: right + inset, y, anchor: "start", voice: "faint" }];
}

/** First and last year below the plot; only one of them if both do not fit. */
function placeYears(first: number, last: number, right: number, y: number): PlacedText[] {
  const end: PlacedText = { text: String(last), x: right, y, anchor: "end", voice: "faint" };
  const start: PlacedText = { text: String(first), x: edge.left, y, anchor: "start", voice: "faint" };
  if (first === last) return [start];
  return overlaps(textBox(start), textBox(end)) ? [end] : [start, end];
}
