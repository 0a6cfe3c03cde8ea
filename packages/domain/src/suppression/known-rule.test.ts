import { describe, expect, it } from "vitest";
import { type CellTables, type HidingOrder, hideSmallCells } from "./hide-small-cells.ts";

/**
 * A reader who has this program but not the secret of the database. For every table that fits what is shown, and every possible order of
 * hiding, they can compute what the program would have shown. What remains possible must still reach from 1 to T − 1.
 */
interface Shape {
  readonly name: string;
  readonly threshold: number;
  /** Figures that may be given up for others, the total last. */
  readonly ids: readonly string[];
  /** Every table up to a total. */
  readonly tables: readonly (readonly number[])[];
  readonly relations: CellTables["relations"];
  readonly inequalities: CellTables["inequalities"];
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const upTo = (limit: number) => Array.from({ length: limit + 1 }, (_, value) => value);

function splits(width: number, highest: number): readonly (readonly number[])[] {
  if (width === 0) return [[]];
  return upTo(highest).flatMap((value) => splits(width - 1, highest - value).map((rest) => [value, ...rest]));
}

function oneBreakdown(width: number, threshold: number, highest: number): Shape {
  const parts = ["a", "b", "c", "d"].slice(0, width);
  return {
    name: `${width} categories, T = ${threshold}`,
    threshold,
    ids: [...parts, "total"],
    tables: splits(width, highest).map((values) => [...values, sum(values)]),
    relations: [{ total: "total", parts, hideWholeWhenSmall: true }],
    inequalities: [],
  };
}

/** Two breakdowns of one total, and a figure that can be no larger than one category. */
function tied(threshold: number, highest: number): Shape {
  return {
    name: `two breakdowns and a share, T = ${threshold}`,
    threshold,
    ids: ["a", "b", "x", "y", "share", "total"],
    tables: upTo(highest).flatMap((total) =>
      upTo(total).flatMap((a) =>
        upTo(total).flatMap((x) => upTo(a).map((share) => [a, total - a, x, total - x, share, total])),
      ),
    ),
    relations: [
      { total: "total", parts: ["a", "b"], hideWholeWhenSmall: true },
      { total: "total", parts: ["x", "y"], hideWholeWhenSmall: true },
    ],
    inequalities: [{ smaller: ["share"], larger: ["a"] }],
  };
}

function permutations(items: readonly string[]): readonly (readonly string[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}

const everyOrder = ({ ids }: Shape): ((values: readonly number[]) => readonly HidingOrder[]) => {
  const orders = permutations(ids.slice(0, -1)).map(
    (order): HidingOrder =>
      (id) =>
        order.indexOf(id),
  );
  return () => orders;
};

const cheapestFirst =
  ({ ids }: Shape) =>
  (values: readonly number[]): readonly HidingOrder[] => [(id) => values[ids.indexOf(id)] as number];

/** What is shown → the tables for which it may be shown. */
type Readings = ReadonlyMap<string, readonly (readonly number[])[]>;

function readings(shape: Shape, ordersOf: (values: readonly number[]) => readonly HidingOrder[]): Readings {
  const { ids, threshold, tables, relations, inequalities } = shape;
  const found = new Map<string, (readonly number[])[]>();
  for (const values of tables) {
    const cells = ids.map((id, index) => ({ id, value: values[index] as number, owner: "CRI", threshold }));
    const shown = new Set(
      ordersOf(values).map((order) => {
        const { decisions } = hideSmallCells({ cells, relations, inequalities }, order);
        return cells.map(({ id, value }) => (decisions.get(id)?.hidden ? "s" : value)).join(" ");
      }),
    );
    for (const text of shown) found.set(text, [...(found.get(text) ?? []), values]);
  }
  return found;
}

/** Small counts that the reader can narrow down. Only where the total is shown, so that every table that fits was tried. */
function narrowed({ ids, threshold }: Shape, found: Readings): readonly string[] {
  return [...found].flatMap(([text, tables]) => {
    const shown = text.split(" ");
    if (shown.at(-1) === "s") return [];
    return shown.flatMap((figure, index) => {
      const values = tables.map((table) => table[index] as number);
      if (figure !== "s" || !values.some((value) => value >= 1 && value < threshold)) return [];
      const [least, most] = [Math.min(...values), Math.max(...values)];
      return least > 1 || most < threshold - 1 ? [`${text}: ${ids[index]} from ${least} to ${most}`] : [];
    });
  });
}

describe.each([
  oneBreakdown(2, 5, 12),
  oneBreakdown(3, 5, 15),
  oneBreakdown(3, 3, 15),
  oneBreakdown(4, 3, 9),
  oneBreakdown(4, 5, 10),
  tied(3, 5),
])("$name", (shape) => {
  it("a reader who knows the rule narrows no small count", { timeout: 300_000 }, () => {
    const found = readings(shape, everyOrder(shape));
    expect(found.size).toBeGreaterThan(30);
    expect(narrowed(shape, found)).toEqual([]);
  });
});

it("who knew that the cheapest is given up would: where 13 is s, s and 5, none of the two is 1", () => {
  const shape = oneBreakdown(3, 5, 15);
  expect(narrowed(shape, readings(shape, cheapestFirst(shape)))).toContain("s s 5 13: a from 3 to 5");
});
