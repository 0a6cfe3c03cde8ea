import { describe, expect, test } from "vitest";
import { keyedOrder } from "./keyed-order.ts";

const figures = { women: 216, men: 76, other: 20 };
type Name = keyof typeof figures;
const names = Object.keys(figures) as Name[];

/** The order in which cells of these sizes are given up under this key. */
function orderUnder(key: string): string {
  const order = keyedOrder(key);
  return names
    .toSorted((a, b) => Number(order(`CRI|2026|${a}`, figures[a])) - Number(order(`CRI|2026|${b}`, figures[b])))
    .join();
}

describe("the order in which cells are given up", () => {
  const drawn = Map.groupBy(
    Array.from({ length: 4_000 }, (_, key) => orderUnder(String(key))),
    (order) => order,
  );
  const share = (isMeant: (order: readonly string[]) => boolean) =>
    [...drawn].filter(([order]) => isMeant(order.split(","))).reduce((sum, [, all]) => sum + all.length, 0) / 4_000;
  const before = (a: Name, b: Name) => share((order) => order.indexOf(a) < order.indexOf(b));

  test("can be any, whatever the sizes: none of the six is left out", () => {
    expect(drawn.size).toBe(6);
  });

  test("gives the smaller of two up sooner in proportion to the squares of their sizes", () => {
    expect(before("men", "women")).toBeCloseTo(216 ** 2 / (216 ** 2 + 76 ** 2), 1);
    expect(before("other", "men")).toBeCloseTo(76 ** 2 / (76 ** 2 + 20 ** 2), 1);
  });

  test("is the same whenever it is asked for, and another for another report", () => {
    expect(orderUnder("one")).toBe(orderUnder("one"));
    const order = keyedOrder("one");
    expect(order("CRI|2026|women", 216)).not.toBe(order("CRI|2025|women", 216));
    expect(order("CRI|2026|women", 216)).not.toBe(keyedOrder("two")("CRI|2026|women", 216));
  });
});
