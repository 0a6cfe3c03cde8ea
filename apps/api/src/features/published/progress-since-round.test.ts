import { catalogue, reference } from "@avances/domain/testing/catalogue";
import { expect, test } from "vitest";
import { definitionsOf } from "./definitions.ts";
import type { EditionSource } from "./edition-source.ts";
import { progressRows } from "./progress-since-round.ts";

const catalogues = { current: catalogue, releases: [catalogue], version: () => catalogue };
const [first] = reference.countries;
if (!first) throw new Error("no country");
const countries = Array.from({ length: 195 }, (_, n) => ({ ...first, alpha3: `X${n}` }));
const definitions = definitionsOf({ catalogues, config: { demonstration: true } }, countries);
const [round, since] = [
  { roundYear: 2026, referenceYear: 2025 },
  { roundYear: 2022, referenceYear: 2021 },
];
const scores = new Map(catalogue.indicators.filter(({ scored }) => scored).map(({ code }) => [code, { score: 50 }]));
const published = { overall: true, TIP: true, SOM: true };

const source = (countriesAtOnce: number[]): Pick<EditionSource, "definitions" | "scores"> => ({
  definitions,
  scores: async (codes, years) => {
    countriesAtOnce.push(codes.length);
    return codes.flatMap((country) => years.map((roundYear) => ({ country, roundYear, scores, published })));
  },
});

test("195 countries are compared a few at a time, and other work gets a turn in between", async () => {
  const asked: number[] = [];
  let [turns, isDone] = [0, false];
  const other = () => {
    turns += 1;
    if (!isDone) setImmediate(other);
  };
  setImmediate(other);
  const rows = JSON.parse(`[${await progressRows(source(asked), { round, since })}]`);
  isDone = true;
  expect(rows).toHaveLength(195);
  expect(Math.max(...asked)).toBeLessThanOrEqual(16);
  expect(turns).toBeGreaterThanOrEqual(asked.length);
});

test("an edition made before it kept by what rounds are compared is not compared by anything else", async () => {
  const { comparison: _, ...older } = definitions;
  await expect(progressRows({ ...source([]), definitions: older }, { round, since })).rejects.toThrow("unavailable");
});
