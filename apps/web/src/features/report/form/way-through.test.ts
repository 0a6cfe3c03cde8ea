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

test("from nowhere it begins at the first, or at the last; an answer that is missing itself is not its own next", () => {
  expect(nextMissing(order, null, 1, among("b", "c"))).toBe("b");
  expect(nextMissing(order, null, -1, among("b", "c"))).toBe("c");
  expect(nextMissing(order, "not in the list", 1, among("a"))).toBe("a");
  expect(nextMissing(order, "b", 1, among("b"))).toBeNull();
  expect(nextMissing([], "b", 1, among("b"))).toBeNull();
});
