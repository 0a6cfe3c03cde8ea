import { type CountrySeries, roundOf } from "../series/series.ts";
import type { ValueMark } from "../series/value-marks.ts";
import type { Box } from "./box.ts";
import type { PlacedMark } from "./rail.ts";
import { type Axis, axisOf, axisOver, type Domain, scaleOf } from "./scale.ts";
import { linesOf, type PlacedText, textSize, textWidth } from "./text.ts";

export interface PlacedBars {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  /** Position of zero, where the bars begin. */
  readonly zero: number;
  /** In the order given: alphabetical, never by value. */
  readonly bars: readonly { readonly country: string; readonly box: Box }[];
  readonly marks: readonly PlacedMark[];
  /** Names, figures, words for states, and the axis. */
  readonly texts: readonly PlacedText[];
}

export interface BarOptions {
  readonly width: number;
  readonly roundYear: number;
  /** A value in the reader's language. */
  readonly print: (value: number) => string;
  /** What stands at the end of a bar, where that is more than stands on the axis. */
  readonly printAtBar?: ((value: number) => string) | undefined;
  /** A state in the reader's language. */
  readonly wordOf: (mark: ValueMark) => string;
  /** The ends of the axis, if known; otherwise it runs from zero to beyond the highest value. */
  readonly domain?: Domain | undefined;
}

const row = 32;
const thickness = 14;
const top = 2;
const axisBelow = 30;
const leastRight = 56;
const besideBar = 8;
/** Least length in pixels, so that a zero or a tiny value can be seen. */
const leastBar = 2;
const markScale = 0.85;
const wide = { from: 480, names: 160 } as const;
const narrowNames = 116;

/** One bar per country for one round. Zero has a bar and a figure; where there is no number, a mark and a word say why. */
export function placeBars(series: readonly CountrySeries[], options: BarOptions): PlacedBars {
  const { width, print, printAtBar = print } = options;
  const rows = roundOf(series, options.roundYear);
  const axis = options.domain ? axisOver(options.domain) : axisOf(rows);
  const { left, names } = namesOf(rows, width);
  const figures = rows.map(({ points: [point] }) => (point?.value == null ? 0 : textWidth(printAtBar(point.value))));
  const right = Math.max(leastRight, ...figures.map((figure) => Math.ceil(besideBar + figure)));
  const plot = { left, right: width - right, top, bottom: top + rows.length * row };
  const x = scaleOf(axis.domain, [plot.left, plot.right]);
  const drawn = rows.flatMap(({ country, points: [point] }, n) => {
    if (!point) return [];
    const middle = top + (n + 0.5) * row;
    return [placeRow({ country, middle, point, zero: x(0), x }, options)];
  });
  return {
    width,
    height: plot.bottom + axisBelow,
    plot,
    zero: x(0),
    bars: drawn.flatMap(({ bar }) => bar ?? []),
    marks: drawn.flatMap(({ mark }) => mark ?? []),
    texts: [...names, ...drawn.flatMap(({ words }) => words ?? []), ...placeTicks(axis, x, plot.bottom + 20, print)],
  };
}

interface Row {
  readonly country: string;
  /** Vertical middle of the row. */
  readonly middle: number;
  readonly point: CountrySeries["points"][number];
  readonly zero: number;
  readonly x: (value: number) => number;
}

function placeRow({ country, middle, point, zero, x }: Row, { width, print, printAtBar = print, wordOf }: BarOptions) {
  const y = middle + 4.5;
  if (point.state !== "reported" || point.value === null) {
    const state = point.state === "reported" ? "not_reported" : point.state;
    const mark: PlacedMark = {
      mark: state,
      roundYear: point.roundYear,
      x: zero + besideBar + 9,
      y: middle,
      size: markScale,
    };
    const text = wordOf(state);
    const from = zero + besideBar + 24;
    // If the word does not fit, the mark stands alone: the legend explains it.
    const words: PlacedText | null =
      from + textWidth(text) <= width ? { text, x: from, y, anchor: "start", voice: "faint" } : null;
    return { bar: null, mark, words };
  }
  const end = x(point.value);
  const box = {
    left: Math.min(zero, end),
    right: Math.max(end, zero, Math.min(zero, end) + leastBar),
    top: middle - thickness / 2,
    bottom: middle + thickness / 2,
  };
  const words: PlacedText = {
    text: printAtBar(point.value),
    x: box.right + besideBar,
    y,
    anchor: "start",
    voice: "plain",
  };
  return { bar: { country, box }, mark: null, words };
}

/** The names left of the axis, in one line or two, and the width they need. */
function namesOf(
  rows: readonly CountrySeries[],
  width: number,
): { readonly left: number; readonly names: readonly PlacedText[] } {
  let room = (width < wide.from ? narrowNames : wide.names) - besideBar;
  const isTight = ({ label }: CountrySeries) => {
    const lines = linesOf(label, room);
    return lines.length > 2 || lines.some((line) => textWidth(line) > room);
  };
  while (rows.some(isTight)) room += 4;
  const names = rows.flatMap(({ label }, n) => {
    const lines = linesOf(label, room);
    const first = top + (n + 0.5) * row + 4.5 - ((lines.length - 1) * textSize) / 2;
    return lines.map(
      (text, line): PlacedText => ({ text, x: room, y: first + line * textSize, anchor: "end", voice: "plain" }),
    );
  });
  return { left: room + besideBar, names };
}

/** The axis below the bars, from its lower end: as many figures as fit without touching. */
function placeTicks(
  { ticks }: Axis,
  x: (value: number) => number,
  y: number,
  print: (value: number) => string,
): PlacedText[] {
  const widest = Math.max(...ticks.map((tick) => textWidth(print(tick))));
  const step = x(ticks[1] ?? 1) - x(ticks[0] ?? 0);
  const every = Math.max(1, Math.ceil((widest + 8) / step));
  return ticks
    .filter((_, n) => n % every === 0)
    .map((tick) => ({ text: print(tick), x: x(tick), y, anchor: "middle", voice: "plain" }));
}
