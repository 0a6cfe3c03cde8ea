import { expect, test } from "vitest";
import { perInhabitants } from "./per-inhabitants.ts";
import type { CountrySeries } from "./series.ts";

const series: CountrySeries = {
  country: "CRI",
  label: "Costa Rica",
  points: [
    { year: 2023, roundYear: 2024, value: 50, state: "reported" },
    { year: 2024, roundYear: 2025, value: null, state: "suppressed" },
    { year: 2025, roundYear: 2026, value: 0, state: "reported" },
  ],
};
const population = (roundYear: number, persons: number) => ({
  country: "CRI",
  roundYear,
  referenceYear: roundYear - 1,
  persons,
  populationYear: 2023,
});
const rateOf = (...populations: ReturnType<typeof population>[]) => ({
  per: 100_000,
  source: "World Bank",
  license: "CC BY 4.0",
  populations,
});

test("a count becomes a rate of its own round's population; zero stays zero, a hidden count stays hidden", () => {
  const rates = perInhabitants([series], rateOf(population(2024, 5_000_000), population(2026, 5_100_000)));
  expect(rates?.[0]?.points.map(({ value, state }) => [value, state])).toEqual([
    [1, "reported"],
    [null, "suppressed"],
    [0, "reported"],
  ]);
});

test("no rates where the indicator has none, or where the population of a figure is not known", () => {
  expect(perInhabitants([series], null)).toBeNull();
  expect(perInhabitants([series], rateOf(population(2024, 5_000_000)))).toBeNull();
});
