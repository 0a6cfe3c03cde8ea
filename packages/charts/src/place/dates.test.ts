import fc from "fast-check";
import { expect, test } from "vitest";
import { dateOfDay, dayNumber } from "../series/of-dates.ts";
import type { SeriesPoint } from "../series/series.ts";
import type { ThenAndNow } from "../series/then-and-now.ts";
import { placeDates } from "./dates.ts";

const point = (date: string, roundYear: number): SeriesPoint => ({
  year: roundYear - 1,
  roundYear,
  value: dayNumber(date),
  state: "reported",
});
const row = (now: string | null, first: string | null = null): ThenAndNow => ({
  country: "CRI",
  label: "Costa Rica",
  now: now === null ? { year: 2024, roundYear: 2025, value: null, state: "exempt" } : point(now, 2025),
  first: first === null ? null : point(first, 2022),
  last: null,
});

test("a day and its number are the same, also before 1970 and on 29 February", () => {
  for (const date of ["1969-12-31", "1970-01-01", "2024-02-29", "2100-12-31"])
    expect(dateOfDay(dayNumber(date))).toBe(date);
});

test("what ends on the last day of the data has not passed on it; what ended the day before has", () => {
  const { rows, cutOff } = placeDates(
    [row("2024-12-31"), row("2024-12-30"), row("2025-01-01"), row(null)],
    "2024-12-31",
  );
  expect(rows.map(({ hasPassed }) => hasPassed)).toEqual([false, true, false, null]);
  expect(rows[0]?.at).toBe(cutOff);
});

test("an earlier date is drawn only where it is another one, and never without a present one", () => {
  const { rows } = placeDates(
    [row("2027-12-31", "2023-12-31"), row("2025-12-31", "2025-12-31"), row(null, "2022-01-01")],
    "2024-12-31",
  );
  expect(rows.map(({ first }) => first !== null)).toEqual([true, false, false]);
  expect((rows[0]?.first ?? 100) < (rows[0]?.at ?? 0)).toBe(true);
});

test("whatever the dates, all lie in the picture in their order, with one to seven years written", () => {
  const day = fc.integer({ min: dayNumber("1900-01-01"), max: dayNumber("2100-12-31") }).map(dateOfDay);
  fc.assert(
    fc.property(fc.array(day, { maxLength: 12 }), fc.integer({ min: 1990, max: 2060 }), (dates, year) => {
      const cutOff = `${year}-12-31`;
      const placed = placeDates(
        dates.map((date) => row(date)),
        cutOff,
      );
      const places = [...placed.rows.map(({ at }) => at ?? Number.NaN), placed.cutOff];
      const order = [...dates, cutOff];
      for (const [n, at] of places.entries()) {
        expect(at).toBeGreaterThanOrEqual(4);
        expect(at).toBeLessThanOrEqual(96);
        for (const [m, other] of places.entries())
          if ((order[n] ?? "") < (order[m] ?? "")) expect(at).toBeLessThan(other);
      }
      expect(placed.ticks.length).toBeGreaterThanOrEqual(1);
      expect(placed.ticks.length).toBeLessThanOrEqual(7);
    }),
  );
});
