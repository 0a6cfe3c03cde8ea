import { expect, test } from "vitest";
import { referenceYear } from "./reference-year.ts";

test("the year of the data comes from the reference period, not from the name of the round", () => {
  expect(referenceYear({ referenceEnd: "2024-12-31" })).toBe(2024);
});
