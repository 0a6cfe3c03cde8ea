import { expect, test } from "vitest";
import { mainRound } from "./main-round.ts";

const total = (roundYear: number, expected: number, published: number, voluntary = 0) => ({
  roundYear,
  expected,
  published,
  voluntary,
});

test("a round that has just begun does not stand for the region", () => {
  expect(mainRound([total(2024, 8, 6), total(2025, 8, 7), total(2026, 7, 1)])?.roundYear).toBe(2025);
});

test("the first round of all stands for itself, and nothing published gives no round", () => {
  expect(mainRound([total(2026, 7, 1)])?.roundYear).toBe(2026);
  expect(mainRound([total(2026, 7, 0)])).toBeNull();
});

test("voluntary reports do not make a round stand for the region, unless there are no others", () => {
  expect(mainRound([total(2025, 8, 5), total(2026, 8, 1, 3)])?.roundYear).toBe(2025);
  expect(mainRound([total(2025, 8, 0, 2), total(2026, 8, 0, 1), total(2027, 8, 0)])?.roundYear).toBe(2025);
});

test("of two equal rounds the later one is taken", () => {
  expect(mainRound([total(2025, 8, 2), total(2026, 8, 2)])?.roundYear).toBe(2026);
});
