import fc from "fast-check";
import { expect, test } from "vitest";
import { anySeries } from "../../testing/any-series.ts";
import type { CountrySeries, SeriesPoint } from "./series.ts";
import { thenAndNow } from "./then-and-now.ts";

const figure = (roundYear: number, value: number): SeriesPoint => ({
  year: roundYear - 1,
  roundYear,
  value,
  state: "reported",
});
const without = (roundYear: number): SeriesPoint => ({
  year: roundYear - 1,
  roundYear,
  value: null,
  state: "not_published",
});
const of = (points: readonly SeriesPoint[]): CountrySeries => ({ country: "CRI", label: "Costa Rica", points });

test("the first and the last figure before the round, in whatever order they come; a zero is a figure", () => {
  const points = [figure(2026, 5), figure(2024, 3), figure(2022, 0), without(2023), figure(2027, 9)];
  expect(thenAndNow([of(points)], 2026)).toEqual([
    { country: "CRI", label: "Costa Rica", now: figure(2026, 5), first: figure(2022, 0), last: figure(2024, 3) },
  ]);
});

test("what is not there is null, and a state keeps its place", () => {
  expect(thenAndNow([of([without(2026)])], 2026)).toMatchObject([{ now: without(2026), first: null, last: null }]);
  expect(thenAndNow([of([figure(2025, 1)])], 2026)).toMatchObject([{ now: null, first: figure(2025, 1) }]);
});

test("whatever was published, both figures are of earlier rounds and nothing lies before the first or after the last", () => {
  fc.assert(
    fc.property(anySeries(6), ({ series }) => {
      const years = series.flatMap(({ points }) => points.map(({ roundYear }) => roundYear));
      for (const roundYear of new Set(years)) {
        for (const [place, { first, last }] of thenAndNow(series, roundYear).entries()) {
          const figures = (series[place]?.points ?? []).filter(
            (point) => point.roundYear < roundYear && point.state === "reported",
          );
          expect(first === null).toBe(figures.length === 0);
          expect(last === null).toBe(figures.length === 0);
          for (const each of figures) {
            expect(each.roundYear).toBeGreaterThanOrEqual(first?.roundYear ?? Number.POSITIVE_INFINITY);
            expect(each.roundYear).toBeLessThanOrEqual(last?.roundYear ?? 0);
          }
        }
      }
    }),
  );
});
