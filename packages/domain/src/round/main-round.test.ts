import { expect, test } from "vitest";
import { mainRound } from "./main-round.ts";

const total = (roundYear: number, expected: number, published: number) => ({ roundYear, expected, published });

test("a round that has just begun does not stand for the region", () => {
  expect(mainRound([total(2024, 8, 6), total(2025, 8, 7), total(2026, 7, 1)])?.roundYear).toBe(2025);
});

test("the first round of all stands for itself, and nothing published gives no round", () => {
  expect(mainRound([total(2026, 7, 1)])?.roundYear).toBe(2026);
  expect(mainRound([total(2026, 7, 0)])).toBeNull();
});
