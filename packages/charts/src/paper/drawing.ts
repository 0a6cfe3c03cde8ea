import {
  type MarkShape,
  markBox,
  type PlacedText,
  type PlacedTrend,
  placeBars,
  placeTrend,
  seriesMark,
  stateMarks,
  textWidth,
} from "../place/index.ts";
import { type CountrySeries, marksIn, type ValueMark } from "../series/index.ts";

/** Names of colours; whoever writes a file gives each its value (`paperColours`). */
export type Colour =
  | "ink"
  | "plain"
  | "faint"
  | "rule"
  | "hatch"
  | "ground"
  | "series-1"
  | "series-2"
  | "series-3"
  | "series-4"
  | "context";

interface Painted {
  readonly fill?: Colour;
  readonly stroke?: Colour;
  readonly strokeWidth?: number;
  readonly dash?: readonly number[];
  readonly isRound?: boolean;
}

/** What a drawing is made of: as much as PDF, SVG and pictures have in common. */
export type Mark =
  | ({ readonly kind: "path"; readonly d: string } & Painted)
  | ({ readonly kind: "circle"; readonly x: number; readonly y: number; readonly r: number } & Painted)
  | ({
      readonly kind: "rect";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly rx: number;
    } & Painted)
  | {
      readonly kind: "text";
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly anchor: PlacedText["anchor"];
      readonly colour: Colour;
      readonly isStrong: boolean;
    }
  /** Moved to a place and made larger or smaller. */
  | {
      readonly kind: "group";
      readonly x: number;
      readonly y: number;
      readonly scale: number;
      readonly marks: readonly Mark[];
    };

/** A drawing for a file; `marks` in the order in which they are painted. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

export interface DrawingWords {
  readonly print: (value: number) => string;
  /** What stands at the end of a bar, where that says more than the axis. */
  readonly printAtBar?: ((value: number) => string) | undefined;
  readonly wordOf: (mark: ValueMark) => string;
  /** What the grey lines are. */
  readonly others: string;
}

interface Options extends DrawingWords {
  readonly width: number;
  readonly most: number | null;
}

const domainOf = ({ most }: Pick<Options, "most">) => (most === null ? undefined : ([0, most] as const));

/** Bars of one round by country, as the pages draw them. */
export function drawBars(series: readonly CountrySeries[], roundYear: number, options: Options): Drawing {
  const { width, print, printAtBar, wordOf } = options;
  const placed = placeBars(series, { width, roundYear, print, printAtBar, wordOf, domain: domainOf(options) });
  const marks: readonly Mark[] = [
    ...placed.bars.map(
      ({ box }): Mark => ({
        ...{ kind: "rect", x: box.left, y: box.top, width: box.right - box.left, height: box.bottom - box.top, rx: 0 },
        fill: "series-1",
      }),
    ),
    { kind: "path", d: `M${placed.zero} ${placed.plot.top}V${placed.plot.bottom}`, stroke: "plain", strokeWidth: 1.25 },
    ...placed.marks.map(stateMark),
    ...placed.texts.map(written),
  ];
  return { width, height: placed.height, marks };
}

/** Lines over the years, as the pages draw them, with the marks that stand in it explained below. */
export function drawLines(series: readonly CountrySeries[], highlight: readonly string[], options: Options): Drawing {
  const { width, print } = options;
  const isPlain = highlight.length === 0 && series.length <= maxPlain;
  const placed = placeTrend(series, {
    ...{ width, print, domain: domainOf(options), highlight: isPlain ? undefined : highlight },
  });
  const { plot, rules } = placed;
  const across = (y: number) => `M${plot.left} ${y}H${plot.right}`;
  const shown = series.filter(({ country }) => placed.rails.some((rail) => rail.country === country));
  const legend = legendOf(placed, marksIn(shown), options);
  const marks: readonly Mark[] = [
    { kind: "path", d: rules.hair.map(across).join(""), stroke: "rule", strokeWidth: 1 },
    { kind: "path", d: rules.strong.map(across).join(""), stroke: "plain", strokeWidth: 1.25 },
    ...placed.lines.flatMap(lineMarks),
    ...[...placed.years.texts, ...placed.values.texts].map(written),
    ...placed.ends.map(
      ({ figure, name, x, y }): Mark => ({
        ...{ kind: "text", x, y, text: `${figure} ${name}`, anchor: "start", colour: "ink", isStrong: false },
      }),
    ),
    ...placed.rails.flatMap(({ marks: rail, name, key }): readonly Mark[] => [
      ...rail.map(stateMark),
      ...(name === null ? [] : [written(name)]),
      ...(key === null ? [] : [pointMark(key, key.slot, key.shape)]),
    ]),
    ...legend.marks.map((mark): Mark => ({ kind: "group", x: 0, y: placed.height, scale: 1, marks: [mark] })),
  ];
  return { width, height: placed.height + legend.height, marks };
}

/** As many lines can be told apart without any of them being chosen. */
const maxPlain = 4;

const seriesColours = ["series-1", "series-2", "series-3", "series-4"] as const;
const colourOf = (slot: number | null): Colour => (slot === null ? "context" : (seriesColours[slot] ?? "context"));

function pointMark(
  at: { readonly x: number; readonly y: number },
  slot: number,
  shape: PlacedTrend["lines"][number]["shape"],
): Mark {
  return { kind: "path", d: seriesMark(shape, at, 4.5), fill: colourOf(slot), stroke: "ground", strokeWidth: 1.25 };
}

function lineMarks({ slot, shape, runs }: PlacedTrend["lines"][number]): readonly Mark[] {
  const colour = colourOf(slot);
  return [
    ...runs
      .filter((run) => run.length > 1)
      .map(
        (run): Mark => ({
          ...{ kind: "path", stroke: colour, strokeWidth: slot === null ? 1.25 : 2.25 },
          d: run.map(({ x, y }, place) => `${place === 0 ? "M" : "L"}${x} ${y}`).join(""),
        }),
      ),
    ...runs
      .flat()
      .map(
        ({ x, y }): Mark =>
          slot === null ? { kind: "circle", x, y, r: 2, fill: colour } : pointMark({ x, y }, slot, shape),
      ),
  ];
}

const voices = { label: "ink", plain: "plain", faint: "faint" } as const;

function written({ text, x, y, anchor, voice }: PlacedText): Mark {
  return { kind: "text", x, y, text, anchor, colour: voices[voice], isStrong: voice === "label" };
}

type PlacedMark = { readonly mark: ValueMark; readonly x: number; readonly y: number; readonly size: number };

function stateMark({ mark, x, y, size }: PlacedMark): Mark {
  return { kind: "group", x, y, scale: size, marks: stateMarks[mark].map(shapeMark) };
}

/** The inks of the page (`value-state.module.css`; a test compares them). */
export const inks = {
  hatch: { stroke: "hatch", strokeWidth: 1 },
  box: { stroke: "hatch", strokeWidth: 1 },
  dotted: { stroke: "faint", strokeWidth: 1.5, dash: [1.5, 2] },
  ring: { stroke: "faint", strokeWidth: 1.5, dash: [2.4, 2] },
  stroke: { stroke: "plain", strokeWidth: 1.4 },
  bar: { stroke: "plain", strokeWidth: 2.6 },
  dots: { stroke: "plain", strokeWidth: 2.4, isRound: true },
  filled: { fill: "plain" },
} as const satisfies Readonly<Record<Extract<MarkShape, { ink: string }>["ink"], Painted>>;

function shapeMark(shape: MarkShape): Mark {
  switch (shape.kind) {
    case "path":
      return { kind: "path", d: shape.d, ...inks[shape.ink] };
    case "circle":
      return { kind: "circle", x: 0, y: 0, r: shape.r, ...inks[shape.ink] };
    case "rect": {
      const { kind, ink, ...place } = shape;
      return { kind, ...place, ...inks[ink] };
    }
    case "letter":
      return {
        ...{ kind: "text", x: shape.x, y: shape.y, text: shape.text },
        anchor: "middle",
        colour: "plain",
        isStrong: true,
      };
  }
}

interface LegendItem {
  readonly marks: readonly Mark[];
  readonly text: string;
}

const row = 22;
const between = 18;
/** Room for a mark before its word. */
const before = markBox.width + 8;

/** What names the lines where they are not named at their ends, the grey ones, and the marks on the rails. */
function legendOf(
  placed: PlacedTrend,
  states: readonly ValueMark[],
  { width, wordOf, others }: Options,
): { readonly height: number; readonly marks: readonly Mark[] } {
  const named = placed.ends.length > 0 ? [] : placed.lines.filter(({ slot }) => slot !== null);
  const lineItem = (text: string, slot: number | null, shape: PlacedTrend["lines"][number]["shape"]): LegendItem => ({
    text,
    marks: [
      { kind: "path", d: "M-11 0H11", stroke: colourOf(slot), strokeWidth: 2 },
      slot === null ? { kind: "circle", x: 0, y: 0, r: 2, fill: "context" } : pointMark({ x: 0, y: 0 }, slot, shape),
    ],
  });
  const items: readonly LegendItem[] = [
    ...named.map(({ label, slot, shape }) => lineItem(label, slot, shape)),
    ...(placed.lines.some(({ slot }) => slot === null) ? [lineItem(others, null, "circle")] : []),
    ...states.map((state): LegendItem => ({ text: wordOf(state), marks: stateMarks[state].map(shapeMark) })),
  ];
  if (items.length === 0) return { height: 0, marks: [] };
  const marks: Mark[] = [];
  let [x, line] = [0, 0];
  for (const item of items) {
    const needed = before + textWidth(item.text);
    if (x > 0 && x + needed > width) [x, line] = [0, line + 1];
    const y = 12 + line * row;
    marks.push(
      { kind: "group", x: x + markBox.width / 2, y, scale: 0.85, marks: item.marks },
      { kind: "text", x: x + before, y: y + 4.5, text: item.text, anchor: "start", colour: "faint", isStrong: false },
    );
    x += needed + between;
  }
  return { height: 12 + (line + 1) * row, marks };
}
