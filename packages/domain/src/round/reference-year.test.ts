import { expect, test } from "vitest";
import { opensBeforeYearEnds, referencePeriodOf, referenceYear } from "./reference-year.ts";

test("the year of the data comes from the reference period, not from the name of the round", () => {
  expect(referenceYear({ referenceEnd: "2024-12-31" })).toBe(2024);
});

test("a round that is opened asks for the calendar year before it", () => {
  expect(referencePeriodOf(2027)).toEqual({ referenceStart: "2026-01-01", referenceEnd: "2026-12-31" });
});

test("a round opens before its year of data has ended until the last day of that year", () => {
  const opens = (opensOn: string) => opensBeforeYearEnds({ year: 2027, opensOn });
  expect(["2026-06-01", "2026-12-31", "2027-01-01", "2027-02-10"].map(opens)).toEqual([true, true, false, false]);
});
