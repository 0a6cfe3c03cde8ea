import fc from "fast-check";
import { expect, test } from "vitest";
import { anySeries } from "../../testing/any-series.ts";
import type { SeriesPoint } from "../series/series.ts";
import { type ThenAndNow, thenAndNow } from "../series/then-and-now.ts";
import { leastFirst, placeChanges } from "./change.ts";

const point = (roundYear: number, value: number): SeriesPoint => ({
  year: roundYear - 1,
  roundYear,
  value,
  state: "reported",
});
const row = (first: number | null, now: number | null): ThenAndNow => ({
  country: "CRI",
  label: "Costa Rica",
  first: first === null ? null : point(2022, first),
  last: null,
  now: now === null ? { year: 2025, roundYear: 2026, value: null, state: "suppressed" } : point(2026, now),
});

test("more lies to the right of the first figure, fewer to the left, the same on it", () => {
  const { zero, rows } = placeChanges([row(100, 150), row(100, 60), row(40, 40)]);
  expect(rows.map(({ change }) => change)).toEqual([50, -40, 0]);
  expect((rows[0]?.at ?? 0) > zero && (rows[1]?.at ?? 100) < zero).toBe(true);
  expect(rows[2]?.at).toBe(zero);
});

test("no position without both figures, nor on a first figure that is too small for percents", () => {
  const changes = placeChanges([row(null, 5), row(50, null), row(leastFirst - 1, 40), row(0, 9), row(leastFirst, 40)]);
  expect(changes.rows.map(({ at }) => at === null)).toEqual([true, true, true, true, false]);
});

test("a change of a few percent stays near the first figure when there is no greater one", () => {
  const { zero, rows } = placeChanges([row(100, 102)]);
  expect((rows[0]?.at ?? 0) - zero).toBeLessThan(15);
});

test("one country that counts ten times as many leaves the others their place", () => {
  const { zero, rows } = placeChanges([row(100, 1000), row(100, 120)]);
  expect(rows.map(({ isBeyond }) => isBeyond)).toEqual([true, false]);
  expect((rows[1]?.at ?? 0) - zero).toBeGreaterThan(4);
});

test("whatever was published, every mark and tick stands within the picture, ticks rise, and equal changes stand at one place", () => {
  fc.assert(
    fc.property(anySeries(12), ({ series }) => {
      const years = series.flatMap(({ points }) => points.map(({ roundYear }) => roundYear));
      const { zero, ticks, rows } = placeChanges(thenAndNow(series, Math.max(0, ...years)));
      const all = [zero, ...ticks.map(({ at }) => at), ...rows.flatMap(({ at }) => at ?? [])];
      for (const at of all) expect(at >= 3 - 1e-9 && at <= 97 + 1e-9).toBe(true);
      expect(ticks.map(({ at }) => at)).toEqual(ticks.map(({ at }) => at).toSorted((one, other) => one - other));
      expect(ticks.some(({ change }) => change === 0)).toBe(true);
      expect(ticks.length).toBeLessThanOrEqual(12);
    }),
  );
});
