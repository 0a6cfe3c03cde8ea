import { expect, test } from "vitest";
import { referencePeriodOf, referenceYear } from "./reference-year.ts";

test("the year of the data comes from the reference period, not from the name of the round", () => {
  expect(referenceYear({ referenceEnd: "2024-12-31" })).toBe(2024);
});

test("a round that is opened asks for the calendar year before it", () => {
  expect(referencePeriodOf(2027)).toEqual({ referenceStart: "2026-01-01", referenceEnd: "2026-12-31" });
});
