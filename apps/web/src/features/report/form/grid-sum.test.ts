import { expect, test } from "vitest";
import { gridSum } from "./grid-sum.ts";

test("the running total says what is blank and does not count what cannot be read", () => {
  expect(gridSum({ a: "1,000", b: "", c: "abc" }, ["a", "b", "c"])).toEqual({
    sum: 1000,
    most: 1000,
    blank: ["b"],
    filled: 1,
  });
});
