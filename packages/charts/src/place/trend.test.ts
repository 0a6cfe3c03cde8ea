import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anySeries, printed } from "../../testing/any-series.ts";
import { covering, leaving, ofMarks, ofTexts, type Piece } from "../../testing/pieces.ts";
import type { CountrySeries } from "../series/series.ts";
import { runsThrough } from "./box.ts";
import { textBox } from "./text.ts";
import { type PlacedTrend, placeTrend } from "./trend.ts";

const print = printed;
const boxOfEnd = ({ figure, name, x, y }: PlacedTrend["ends"][number]) =>
  textBox({ text: `${figure} ${name}`, x, y, anchor: "start" });

/** Texts and marks; lines and points are tested separately. */
function pieces(placed: PlacedTrend): readonly Piece[] {
  return [
    ...ofTexts([...placed.years.texts, ...placed.values.texts, ...placed.rails.flatMap(({ name }) => name ?? [])]),
    ...placed.ends.map((end): Piece => [`end ${end.name}`, boxOfEnd(end)]),
    ...ofMarks(placed.rails.flatMap(({ marks }) => marks)),
    ...placed.rails.flatMap(({ country, key }): Piece[] =>
      key ? [[`key ${country}`, { left: key.x - 6, right: key.x + 6, top: key.y - 6, bottom: key.y + 6 }]] : [],
    ),
  ];
}

describe("lines, whatever was published and however wide the page", () => {
  const all = fc.tuple(anySeries(8), fc.integer({ min: 320, max: 1300 }), fc.boolean()).map(([one, width, chosen]) => {
    const highlight = chosen ? one.series.slice(2, 5).map(({ country }) => country) : undefined;
    const options = { width, print, highlight, ...(one.isScore && { domain: [0, 100] as const }) };
    return { ...one, width, placed: placeTrend(one.series, options) };
  });

  test("nothing leaves the frame", () => {
    fc.assert(
      fc.property(all, ({ placed }) => {
        expect(leaving(pieces(placed), placed)).toEqual([]);
        const { plot } = placed;
        for (const { x, y } of placed.lines.flatMap(({ runs }) => runs.flat())) {
          expect(x).toBeGreaterThanOrEqual(plot.left);
          expect(x).toBeLessThanOrEqual(plot.right);
          expect(y).toBeGreaterThanOrEqual(plot.top - 1e-6);
          expect(y).toBeLessThanOrEqual(plot.bottom + 1e-6);
        }
      }),
    );
  });

  test("no text and no mark is covered by another, nor has a line running through it", () => {
    fc.assert(
      fc.property(all, ({ placed }) => {
        const found = pieces(placed);
        for (const piece of found) {
          expect(covering(found, piece)).toEqual([]);
          const [name, box] = piece;
          if (name.startsWith("text")) continue;
          expect(
            placed.lines.filter(({ runs }) => runs.some((run) => runsThrough(run, box))),
            name,
          ).toEqual([]);
        }
      }),
    );
  });

  test("a chosen country has its number or its mark for every round, at one place a year; no line bridges a year without a number", () => {
    fc.assert(
      fc.property(all, ({ series, placed }) => {
        const places = new Map<number, number>();
        for (const line of placed.lines) {
          const one = series.find(({ country }) => country === line.country);
          const numbers = (one?.points ?? []).filter(({ state }) => state === "reported").map(({ year }) => year);
          const xs = line.runs.flat().map(({ x }) => x);
          expect(xs).toHaveLength(numbers.length);
          for (const [n, year] of numbers.entries()) {
            expect(xs[n]).toBe(places.get(year) ?? xs[n]);
            places.set(year, xs[n] ?? 0);
          }
          const starts = numbers.filter((year) => !numbers.includes(year - 1));
          expect(line.runs).toHaveLength(starts.length);
          if (line.slot === null) continue;
          const rail = placed.rails.find(({ country }) => country === line.country);
          expect((rail?.marks ?? []).map(({ mark, roundYear }) => [mark, roundYear])).toEqual(
            (one?.points ?? []).flatMap((p) => (p.state === "reported" ? [] : [[p.state, p.roundYear]])),
          );
        }
      }),
    );
  });
});

const drawn = (value: number | null) =>
  value === null ? { value, state: "suppressed" as const } : { value, state: "reported" as const };
const seriesOf = (label: string, values: readonly (number | null)[]): CountrySeries => ({
  country: label,
  label,
  points: values.map((value, n) => ({ ...drawn(value), year: 2021 + n, roundYear: 2022 + n })),
});

describe("the name at the end of a line", () => {
  const width = 1216;

  test("stands where the lines end, and two that would collide stand one above the other", () => {
    const { ends, lines } = placeTrend([seriesOf("Belize", [1, 50, null]), seriesOf("Panama", [2, 50.2, null])], {
      width,
      print,
    });
    const last = lines[0]?.runs.flat().at(-1);
    expect(ends.map(({ x }) => x)).toEqual([(last?.x ?? 0) + 14, (last?.x ?? 0) + 14]);
    expect(Math.abs((ends[0]?.y ?? 0) - (ends[1]?.y ?? 0))).toBe(17);
    expect((ends[1]?.y ?? 0) < (ends[0]?.y ?? 0)).toBe(true);
  });

  test("stands outside the plot where a line of the background goes on behind it, and says there of which year its figure is", () => {
    const series = [seriesOf("Belize", [40, 50, null]), seriesOf("Canada", [50, 50, 50])];
    const { ends, plot } = placeTrend(series, { width, print, highlight: ["Belize"] });
    expect(ends).toMatchObject([{ x: plot.right + 4, name: "Belize, 2022" }]);
    // The same where another chosen line goes on.
    const both = placeTrend(series, { width, print, highlight: ["Belize", "Canada"] });
    expect(both.ends.map(({ name }) => name)).toEqual(["Belize, 2022", "Canada"]);
  });

  test("is left out on a phone: the legend names the lines, and a rail carries the mark of its line", () => {
    const { ends, rails } = placeTrend([seriesOf("Belize", [1, null])], { width: 358, print });
    expect(ends).toEqual([]);
    expect(rails[0]).toMatchObject({ name: null, key: { slot: 0, shape: "circle" } });
  });
});

test("at most four are chosen; the others are the background, drawn first", () => {
  const { lines } = placeTrend(
    ["A", "B", "C", "D", "E"].map((name) => seriesOf(name, [1, 2])),
    { width: 900, print },
  );
  expect(lines.map(({ slot }) => slot)).toEqual([null, 0, 1, 2, 3]);
});

test("without any number there is a frame, and it says so", () => {
  const placed = placeTrend([seriesOf("Belize", [null, null])], { width: 900, print });
  expect(placed.isEmpty).toBe(true);
  expect(placed.ends).toEqual([]);
  expect(placed.values.ticks).toEqual([0, 1]);
});
