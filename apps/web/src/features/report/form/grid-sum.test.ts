import { describe, expect, test } from "vitest";
import { gridStanding, gridSum } from "./grid-sum.ts";

const standing = (figures: readonly (number | null)[], total: number | null, exclusive = true) => {
  const places = figures.map((_, place) => String(place));
  const sum = gridSum(places, (place) => figures[Number(place)] ?? null, {});
  return gridStanding({ ...sum, total, exclusive, computed: [] });
};

test("the running sum says what is blank and does not count what cannot be read", () => {
  const figures: Readonly<Record<string, number>> = { a: 1000 };
  expect(gridSum(["a", "b", "c"], (place) => figures[place] ?? null, { a: "1,000", c: "abc" })).toEqual({
    sum: 1000,
    most: 1000,
    blank: ["b"],
    filled: 1,
  });
});

describe("the line below a grid", () => {
  test("says by how much the cells miss or exceed the total", () => {
    expect(standing([18, 12, null], 34)).toEqual({ kind: "missing", sum: 30, total: 34 });
    expect(standing([23, 13, 0], 34)).toEqual({ kind: "above", sum: 36, total: 34 });
    expect(standing([23, 11, 0], 34)).toEqual({ kind: "whole", sum: 34, total: 34, by: null });
  });

  test("promises nothing without a total, and nothing before a cell is filled", () => {
    expect(standing([23, null], null)).toEqual({ kind: "sum", sum: 23 });
    expect(standing([null, null], 34)).toEqual({ kind: "blank", blank: 2 });
  });

  test("where persons may be in several cells, only a cell above the total is wrong", () => {
    expect(standing([20, 20], 34, false)).toEqual({ kind: "overlap" });
    expect(standing([36, 2], 34, false)).toEqual({ kind: "cell-above", most: 36, total: 34 });
  });

  test("says what was computed", () => {
    const sum = { sum: 34, most: 34, blank: [], filled: 2, total: 34, exclusive: true } as const;
    expect(gridStanding({ ...sum, computed: [{ figure: 0, origin: "zero" }] })).toMatchObject({ by: "zero" });
    expect(gridStanding({ ...sum, computed: [{ figure: 3, origin: "remainder" }] })).toMatchObject({ by: "remainder" });
  });
});
