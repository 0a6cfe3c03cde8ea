import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BreakdownFigure, BreakdownRow } from "../series/breakdown.ts";
import { valueMarks } from "../series/value-marks.ts";
import { placeRowBars } from "./row-bars.ts";

const divided = (head: BreakdownFigure, ...figures: BreakdownFigure[]): BreakdownRow => ({
  kind: "divided",
  head,
  figures,
});

describe("bars of a breakdown", () => {
  test("are parts of their own row's total; a zero keeps its place, a hidden figure has no bar", () => {
    expect(placeRowBars([divided(80, 60, 0, "suppressed", 20), divided(5, 5)], false)).toEqual([
      [75, 0, null, 25],
      [100],
    ]);
  });

  test("of one country over the years are parts of its largest total", () => {
    expect(placeRowBars([divided(80, 60), divided(40, 10)], true)).toEqual([[75], [12.5]]);
  });

  test("are parts of a larger total too that is shown but not divided", () => {
    expect(placeRowBars([divided(40, 10), { kind: "undivided", head: 80 }], true)).toEqual([[12.5], []]);
    expect(placeRowBars([divided(40, 10), { kind: "undivided", head: "suppressed" }], true)).toEqual([[25], []]);
  });

  test("measure no hidden total", () => {
    expect(placeRowBars([divided("suppressed", 7, "suppressed"), divided(10, 5)], true)).toEqual([[null, null], [50]]);
  });

  test("a total of zero has bars of no length", () => {
    expect(placeRowBars([divided(0, 0, 0)], false)).toEqual([[0, 0]]);
  });

  test("there is a bar exactly where a figure and its total are shown, and it never leaves its room", () => {
    const figure = fc.oneof(fc.nat({ max: 50 }), fc.constantFrom(...valueMarks));
    const row = fc.oneof(
      fc
        .tuple(fc.array(figure, { minLength: 1, maxLength: 6 }), fc.boolean())
        .map(([figures, isHidden]) =>
          divided(
            isHidden
              ? "suppressed"
              : figures.reduce<number>((sum, one) => sum + (typeof one === "number" ? one : 0), 0),
            ...figures,
          ),
        ),
      fc.constantFrom(...valueMarks).map((mark): BreakdownRow => ({ kind: "state", mark })),
      fc.constant<BreakdownRow>({ kind: "undivided", head: 12 }),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), fc.boolean(), (rows, oneScale) => {
        const placed = placeRowBars(rows, oneScale);
        for (const [place, each] of rows.entries()) {
          const figures = each.kind === "divided" ? each.figures : [];
          const isShown = each.kind === "divided" && typeof each.head === "number";
          expect(placed[place]?.map((length) => length !== null)).toEqual(
            figures.map((one) => isShown && typeof one === "number"),
          );
          for (const length of placed[place] ?? []) expect(length ?? 0).toBeGreaterThanOrEqual(0);
          for (const length of placed[place] ?? []) expect(length ?? 0).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});
