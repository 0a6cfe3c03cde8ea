import { expect, test } from "vitest";
import referenceJson from "../../catalogue/countries.json" with { type: "json" };
import { reference } from "../../testing/catalogue.ts";
import { referenceFaults } from "./check-reference.ts";
import { type Country, populationIn } from "./country.ts";

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

const withPopulation = (persons: Country["population"]["persons"]) => {
  const [first, ...others] = reference.countries as [Country, ...Country[]];
  const countries = [{ ...first, population: { ...first.population, persons } }, ...others];
  return referenceFaults({ ...reference, countries }).map((fault) => fault.replace(first.alpha3, "XXX"));
};

test("a population that is missing, no count, or leaps is refused", () => {
  expect(withPopulation({})).toEqual(["XXX: no population"]);
  expect(withPopulation({ "2020": 0.5 })).toEqual(["XXX: the population of 2020 is 0.5"]);
  expect(withPopulation({ "2020": 400_000, "2021": 4_100_000 })).toEqual([
    "XXX: the population leaps from 400000 to 4100000 in 2021",
  ]);
  expect(withPopulation({ "2020": 400_000, "2021": 410_000, "2024": 500_000 })).toEqual([]);
});

test("a rate takes the population of its year, or of the latest earlier one that is known", () => {
  const population = { persons: { "2010": 100, "2012": 120 } };
  expect(populationIn(population, 2012)).toEqual({ year: 2012, persons: 120 });
  expect(populationIn(population, 2011)).toEqual({ year: 2010, persons: 100 });
  expect(populationIn(population, 2026)).toEqual({ year: 2012, persons: 120 });
  expect(populationIn(population, 2009)).toBeNull();
  expect(populationIn({ persons: {} }, 2012)).toBeNull();
});
