import { expect, test } from "vitest";
import referenceJson from "../../catalogue/countries.json" with { type: "json" };
import { reference } from "../../testing/catalogue.ts";
import { referenceFaults } from "./check-reference.ts";

test("every country carries the day of its treaty data, which the file says once for all", () => {
  expect(new Set(reference.countries.map(({ treatiesAsOf }) => treatiesAsOf))).toEqual(
    new Set([referenceJson.asOf.treaties]),
  );
  expect(referenceFaults(reference)).toEqual([]);
});

test("treaty data without their day are refused", () => {
  const [first, ...others] = reference.countries;
  const countries = [{ ...first, treatiesAsOf: "" }, ...others] as typeof reference.countries;
  expect(referenceFaults({ ...reference, countries })).toEqual([
    `${first?.alpha3}: the treaty data do not say of which day they are`,
  ]);
});
