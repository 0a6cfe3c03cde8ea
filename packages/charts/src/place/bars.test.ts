import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anySeries, printed } from "../../testing/any-series.ts";
import { covering, leaving, ofMarks, ofTexts, type Piece } from "../../testing/pieces.ts";
import type { CountrySeries } from "../series/series.ts";
import { type PlacedBars, placeBars } from "./bars.ts";

const wordOf = (mark: string) => `${mark.replaceAll("_", " ")}, may report all the same`;
const options = { print: printed, wordOf, roundYear: 2006 };

function pieces({ texts, marks, bars }: PlacedBars): readonly Piece[] {
  return [...ofTexts(texts), ...ofMarks(marks), ...bars.map(({ country, box }): Piece => [`bar ${country}`, box])];
}

describe("bars, whatever was published and however wide the page", () => {
  const all = fc.tuple(anySeries(12), fc.integer({ min: 320, max: 1300 })).map(([{ series, isScore }, width]) => ({
    series,
    placed: placeBars(series, { ...options, width, ...(isScore && { domain: [0, 100] as const }) }),
  }));

  test("nothing leaves the frame, and nothing covers anything", () => {
    fc.assert(
      fc.property(all, ({ placed }) => {
        const found = pieces(placed);
        expect(leaving(found, placed)).toEqual([]);
        for (const piece of found) expect(covering(found, piece)).toEqual([]);
      }),
    );
  });

  test("every country has its bar or its mark, in the order given", () => {
    fc.assert(
      fc.property(all, ({ series, placed }) => {
        const rows = [...placed.bars.map(({ country, box }) => ({ country, at: (box.top + box.bottom) / 2 }))];
        const numbers = series.filter(({ points }) => points[0]?.state === "reported").map(({ country }) => country);
        expect(rows.map(({ country }) => country)).toEqual(numbers);
        expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).toSorted((a, b) => a - b));
        expect(placed.marks.map(({ mark }) => mark)).toEqual(
          series.flatMap(({ points: [point] }) => (point && point.state !== "reported" ? [point.state] : [])),
        );
      }),
    );
  });
});

const one = (label: string, value: number): CountrySeries => ({
  country: label,
  label,
  points: [{ year: 2005, roundYear: 2006, value, state: "reported" }],
});

test("zero and a tiny value can be seen", () => {
  const { bars } = placeBars([one("Belize", 0), one("Panama", 1), one("Mexico", 600_000)], { ...options, width: 700 });
  expect(bars.map(({ box }) => box.right - box.left >= 2)).toEqual([true, true, true]);
});

test("a country without a point in the round has no bar", () => {
  expect(placeBars([one("Belize", 4)], { ...options, roundYear: 2020, width: 700 }).bars).toEqual([]);
});

test("on a phone a long name stands in two lines, and figures that would touch are left out of the axis", () => {
  const series = [one("República Dominicana", 21_714), one("Mexico", 8_579_918)];
  const { texts } = placeBars(series, { ...options, width: 358 });
  expect(texts.map(({ text }) => text)).toEqual(
    expect.arrayContaining(["República", "Dominicana", "8,579,918", "0", "5,000,000"]),
  );
  expect(texts.map(({ text }) => text)).not.toContain("2,500,000");
});
