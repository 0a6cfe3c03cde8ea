import { expect, test } from "vitest";
import { nextMissing } from "./way-through.ts";

const order = ["a", "b", "c", "d"];
const among =
  (...missing: readonly string[]) =>
  (code: string) =>
    missing.includes(code);

test("the next missing answer is the nearest one in the order of the report, and the search goes on at the other end", () => {
  expect(nextMissing(order, "b", 1, among("a", "d"))).toBe("d");
  expect(nextMissing(order, "d", 1, among("a", "d"))).toBe("a");
  expect(nextMissing(order, "b", -1, among("a", "d"))).toBe("a");
  expect(nextMissing(order, "a", -1, among("c"))).toBe("c");
});

test("from nowhere it begins at the first, or at the last; an answer that is missing itself comes last", () => {
  expect(nextMissing(order, null, 1, among("b", "c"))).toBe("b");
  expect(nextMissing(order, null, -1, among("b", "c"))).toBe("c");
  expect(nextMissing(order, "not in the list", 1, among("a"))).toBe("a");
  expect(nextMissing(order, "b", 1, among("a", "b"))).toBe("a");
  // Otherwise the page would say that none is missing.
  expect(nextMissing(order, "b", 1, among("b"))).toBe("b");
  expect(nextMissing(order, "d", -1, among("d"))).toBe("d");
  expect(nextMissing(order, "b", 1, among())).toBeNull();
  expect(nextMissing([], "b", 1, among("b"))).toBeNull();
});
