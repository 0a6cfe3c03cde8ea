import { expect, test } from "vitest";
import { mainYear } from "./main-year.ts";

const total = (year: number, expected: number, published: number) => ({ year, expected, published });

test("a round that has just begun does not stand for the region", () => {
  expect(mainYear([total(2024, 8, 6), total(2025, 8, 7), total(2026, 7, 1)])?.year).toBe(2025);
});

test("the first round of all stands for itself, and nothing published gives no year", () => {
  expect(mainYear([total(2026, 7, 1)])?.year).toBe(2026);
  expect(mainYear([total(2026, 7, 0)])).toBeNull();
});
