import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anySeries, printed } from "../../testing/any-series.ts";
import { covering, leaving, ofMarks, ofTexts, type Piece } from "../../testing/pieces.ts";
import { regionRange } from "../series/region-range.ts";
import type { CountrySeries } from "../series/series.ts";
import { crosses, overlaps } from "./box.ts";
import { type PlacedPanel, placePanels } from "./panel.ts";
import { textBox } from "./text.ts";

const drawn = (value: number) => ({ value, state: "reported" as const });
const seriesOf = (label: string, points: readonly Omit<CountrySeries["points"][number], "year" | "roundYear">[]) => ({
  country: label,
  label,
  points: points.map((point, place) => ({ ...point, year: 2021 + place, roundYear: 2022 + place })),
});
const options = { print: printed };
/** Everything in a panel that takes up room, by name. Lines are tested separately. */
function pieces(panel: PlacedPanel): readonly Piece[] {
  return [
    ...ofTexts(panel.texts),
    ...ofMarks(panel.marks),
    ...panel.dots.map(
      ({ x, y, radius: r }): Piece => ["dot", { left: x - r, right: x + r, top: y - r, bottom: y + r }],
    ),
    ...panel.ranges.map(({ x, top, bottom }): Piece => ["range", { left: x - 3.5, right: x + 3.5, top, bottom }]),
  ];
}

const isDrawing = (name: string) => name === "dot" || name === "range";

/** Goalposts of shares, one or none of them at zero. */
const goalposts = [
  [0, 80],
  [50, 100],
  [0, 100],
] as const;
type Scale = "own" | "common" | (typeof goalposts)[number];

describe("panels, whatever was published", () => {
  const all = fc.tuple(anySeries(8), fc.constantFrom<Scale[]>("own", "common", ...goalposts));
  const place = (
    { series, isScore }: { readonly series: readonly CountrySeries[]; readonly isScore: boolean },
    scale: Scale,
  ) =>
    placePanels(series, {
      ...options,
      ownScale: scale === "own" && !isScore,
      ...(isScore && { domain: [0, 100] as const }),
      ...(!isScore && typeof scale === "object" && { guides: scale }),
      ...(scale !== "own" && { region: regionRange(series) }),
    });

  test("nothing leaves the frame", () => {
    fc.assert(
      fc.property(all, ([one, own]) => {
        const placed = place(one, own);
        for (const panel of placed.panels) {
          expect(leaving(pieces(panel), placed)).toEqual([]);
        }
      }),
    );
  });

  test("no text and no mark is covered by anything, nor struck through by a line", () => {
    fc.assert(
      fc.property(all, ([one, own]) => {
        for (const panel of place(one, own).panels) {
          const found = pieces(panel);
          for (const piece of found) {
            const [name, box] = piece;
            if (isDrawing(name)) continue;
            expect(covering(found, piece)).toEqual([]);
            const { left, right, zero } = panel.rules;
            const heights = [...(zero === null ? [] : [zero]), ...panel.guides.map(({ y }) => y)];
            const lines = [
              ...heights.map(
                (y) =>
                  [
                    { x: left, y },
                    { x: right, y },
                  ] as const,
              ),
              ...panel.runs.flatMap((run) => run.slice(1).map((point, n) => [run[n] ?? point, point] as const)),
            ];
            expect(
              lines.filter(([from, to]) => crosses(from, to, box)),
              name,
            ).toEqual([]);
          }
        }
      }),
    );
  });

  test("every round has its number or its mark, at the same place in all panels; no line bridges one without a number", () => {
    fc.assert(
      fc.property(all, ([one, own]) => {
        const { panels } = place(one, own);
        const places = new Map<number, number>();
        for (const [n, panel] of panels.entries()) {
          const points = one.series[n]?.points ?? [];
          expect(panel.dots.map(({ roundYear }) => roundYear)).toEqual(
            points.filter(({ state }) => state === "reported").map(({ roundYear }) => roundYear),
          );
          expect(panel.marks.map(({ mark, roundYear }) => [mark, roundYear])).toEqual(
            points.filter(({ state }) => state !== "reported").map(({ state, roundYear }) => [state, roundYear]),
          );
          for (const { roundYear, x } of [...panel.dots, ...panel.marks, ...panel.ranges]) {
            expect(x).toBe(places.get(roundYear) ?? x);
            places.set(roundYear, x);
          }
          const numbers = new Set(panel.dots.map(({ x }) => x));
          const inOrder = [...places].toSorted(([a], [b]) => a - b).map(([, x]) => x);
          for (const run of panel.runs) {
            const [from, to] = [run[0]?.x ?? 0, run.at(-1)?.x ?? 0];
            expect(inOrder.filter((x) => x >= from && x <= to).every((x) => numbers.has(x))).toBe(true);
          }
        }
      }),
    );
  });
});

describe("lines at given values", () => {
  const share = (...values: number[]) =>
    Array.from({ length: 4 }, (_, n) => ({ ...seriesOf("Canada", values.map(drawn)), country: `${n}` }));
  const percent = { print: (value: number) => `${printed(value)}%` };

  test("are the ends of the axis, each with its value; an axis that begins above zero has no line at zero", () => {
    const [panel] = placePanels(share(60, 70), { ...percent, guides: [50, 100] }).panels;
    expect(panel?.guides.map(({ value }) => value)).toEqual([50, 100]);
    expect(panel?.guides.map(({ y }) => y)).toEqual([110, 12]);
    expect(panel?.rules.zero).toBeNull();
    expect(panel?.texts.map(({ text }) => text)).toEqual(["70%", "100%", "50%", "2021", "2022"]);
  });

  test("stay where they are when a value lies beyond: the axis goes on to the next ten", () => {
    const [panel] = placePanels(share(93, 27), { ...percent, guides: [50, 80] }).panels;
    const at = (value: number) => 110 - ((value - 20) / 80) * 98;
    expect(panel?.guides.map(({ y }) => y)).toEqual([at(50), at(80)]);
    expect(panel?.dots.map(({ y }) => y)).toEqual([at(93), at(27)]);
  });
});

describe("the region's range behind the panels", () => {
  const five = (first: number | null) =>
    Array.from({ length: 5 }, (_, n) => ({
      ...seriesOf("Canada", [
        first === null && n > 1 ? { value: null, state: "suppressed" as const } : drawn(first ?? 7),
        drawn(10 * n),
        drawn(10 * n + 5),
      ]),
      country: `${n}`,
    }));

  test("has the same place in all panels, from the lowest to the highest figure of each year", () => {
    const series = five(3);
    const { panels } = placePanels(series, { ...options, region: regionRange(series) });
    for (const { region } of panels) expect(region).toEqual(panels[0]?.region);
    const reach = panels[0]?.region[0] ?? [];
    expect(reach.map(({ x }) => x)).toEqual(panels[0]?.dots.map(({ x }) => x));
    const highest = panels[4]?.dots.map(({ y }) => y);
    expect(reach.map(({ top }) => top)).toEqual(highest);
  });

  test("is not drawn for a year in which fewer than four countries show a figure", () => {
    const series = five(null);
    const { panels } = placePanels(series, { ...options, region: regionRange(series) });
    const years = panels[0]?.dots.map(({ x }) => x);
    expect(panels[0]?.region.map((run) => run.map(({ x }) => x))).toEqual([years?.slice(1)]);
  });
});

describe("the value at the end of a line", () => {
  const lastValue = (panel: PlacedPanel | undefined) => panel?.texts.find(({ voice }) => voice === "label");
  const manyOf = (one: CountrySeries) => Array.from({ length: 5 }, (_, n) => ({ ...one, country: `${n}` }));

  test("stands right of its point", () => {
    const [panel] = placePanels(manyOf(seriesOf("Costa Rica", [drawn(40), drawn(41)])), options).panels;
    const end = panel?.dots.at(-1);
    expect(lastValue(panel)).toMatchObject({
      text: "41",
      anchor: "start",
      x: (end?.x ?? 0) + 8,
      y: (end?.y ?? 0) + 4.5,
    });
  });

  test("steps aside for the range of a later round without a score", () => {
    const score = { published: true as const, score: 42.9, coverage: 98, range: { floor: 42, ceiling: 44 } };
    const alone = { published: false as const, coverage: 30, range: { floor: 30, ceiling: 60 } };
    const belize = seriesOf("Belize", [
      { ...drawn(35), result: { ...score, score: 35, range: { floor: 35, ceiling: 35 } } },
      { ...drawn(42.9), result: score },
      { value: null, state: "insufficient", result: alone },
      // So many that the next round stands where the value would.
      ...Array.from({ length: 9 }, () => ({ value: null, state: "exempt" as const })),
    ]);
    const [panel] = placePanels(manyOf(belize), { ...options, domain: [0, 100] }).panels;
    const range = panel?.ranges.find(({ hasScore }) => !hasScore);
    const value = lastValue(panel);
    if (!range || !value) throw new Error("both are drawn");
    expect(overlaps(textBox(value), { left: range.x - 1, right: range.x + 1, ...range })).toBe(false);
    expect(value.x).not.toBe((panel?.dots.at(-1)?.x ?? 0) + 8);
  });

  test("does not stand on the zero line, and zero is a point on it", () => {
    const { panels } = placePanels(manyOf(seriesOf("Canada", [drawn(400), drawn(0)])), options);
    expect(panels[0]?.dots.at(-1)?.y).toBe(panels[0]?.rules.zero);
    expect(lastValue(panels[0])?.y).toBe((panels[0]?.rules.zero ?? 0) - 4);
  });

  test("a large figure makes room for itself in all panels alike", () => {
    const small = placePanels(manyOf(seriesOf("Belize", [drawn(4)])), options).panels[0]?.rules.right ?? 0;
    const mexico = { ...seriesOf("Mexico", [drawn(12_579_918)]), country: "MEX" };
    const rights = placePanels([...manyOf(seriesOf("Belize", [drawn(4)])), mexico], options).panels.map(
      (one) => one.rules.right,
    );
    expect(new Set(rights).size).toBe(1);
    expect(rights[0]).toBeLessThan(small);
  });
});

test("one year is named once", () => {
  const [panel] = placePanels([seriesOf("Belize", [drawn(4)])], options).panels;
  expect(panel?.texts.filter(({ text }) => text === "2021")).toHaveLength(1);
});

test("a country without any number still has its panel, its marks and its years", () => {
  const empty = seriesOf("Nicaragua", [
    { value: null, state: "not_published" },
    { value: null, state: "exempt" },
  ]);
  const [panel] = placePanels([empty], options).panels;
  expect(panel?.runs).toEqual([]);
  expect(panel?.note).toBeNull();
  expect(panel?.marks.map(({ mark }) => mark)).toEqual(["not_published", "exempt"]);
  expect(panel?.texts.map(({ text }) => text)).toEqual(["1", "2021", "2022"]);
  const own = placePanels([empty], { ...options, ownScale: true }).panels[0];
  expect(own?.texts.map(({ text }) => text)).toEqual(["2021", "2022"]);
});
