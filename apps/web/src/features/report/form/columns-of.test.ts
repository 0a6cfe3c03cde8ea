import fc from "fast-check";
import { expect, test } from "vitest";
import { columnsOf } from "./columns-of.ts";

const length = (column: readonly number[]) => column.reduce((sum, rows) => sum + rows, 0);

test("grids keep their order, and the longest column is as short as it can be", () => {
  // 17, 17 and 3 would be longer than 14, 10 and 13.
  expect(columnsOf([4, 10, 10, 10, 3], 3, (rows) => rows)).toEqual([[4, 10], [10], [10, 3]]);
  expect(columnsOf([5, 5], 3, (rows) => rows)).toEqual([[5], [5]]);
  expect(columnsOf([], 3, (rows: number) => rows)).toEqual([]);
});

test("no column is empty, none is lost, and fewer columns are never shorter", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 8 }),
      fc.integer({ min: 1, max: 4 }),
      (all, most) => {
        const columns = columnsOf(all, most, (rows) => rows);
        expect(columns.flat()).toEqual(all);
        expect(columns.every((column) => column.length > 0)).toBe(true);
        expect(columns.length).toBeLessThanOrEqual(most);
        const longest = Math.max(0, ...columns.map(length));
        expect(longest).toBeLessThanOrEqual(length(all));
        if (most > 1)
          expect(longest).toBeLessThanOrEqual(Math.max(0, ...columnsOf(all, most - 1, (rows) => rows).map(length)));
      },
    ),
  );
});
