import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type EarlierPoint, earlierSeries, placeSeries, presentPoint } from "./earlier-series.ts";

const code = "TIP-PRO-01";
type Earlier = Parameters<typeof earlierSeries>[0][number];
const round = (
  year: number,
  figure: Earlier["figures"][number]["figure"],
  state: "reported" | "not_available" = "reported",
): Earlier => ({
  year,
  referenceYear: year - 1,
  figures: [{ indicatorCode: code, state, figure }],
});
const count = (total: number) => ({ type: "count", total }) as const;

describe("the figures beside a field", () => {
  test("stand oldest first under the round's year; a state is no zero, and an absent answer no state", () => {
    const series = earlierSeries(
      [round(2026, count(0)), round(2025, null, "not_available"), { year: 2024, referenceYear: 2023, figures: [] }],
      code,
    );
    expect(series.map(({ year, number, state }) => [year, number, state])).toEqual([
      [2024, null, "none"],
      [2025, null, "not_available"],
      [2026, 0, "reported"],
    ]);
  });

  test("a share is placed by its share; one of nothing has no place, and is still printed", () => {
    const [half] = earlierSeries([round(2026, { type: "ratio", numerator: 4, denominator: 8 })], code);
    expect(half?.number).toBe(0.5);
    const [none] = earlierSeries([round(2026, { type: "ratio", numerator: 0, denominator: 0 })], code);
    expect(none).toMatchObject({ number: null, figure: { denominator: 0 } });
  });

  test("half-typed values of this round are not drawn", () => {
    expect(presentPoint({ type: "count", total: null, breakdowns: {}, crossTabs: {} }, 2027)).toBeNull();
    expect(presentPoint({ type: "ordinal", level: 2 }, 2027)).toBeNull();
    expect(presentPoint({ type: "count", total: 3, breakdowns: {}, crossTabs: {} }, 2027)?.number).toBe(3);
  });
});

describe("the small line", () => {
  const box = { step: 64, height: 40, margin: 6 };
  const point = (year: number, number: number | null, currency: string | null = null): EarlierPoint => ({
    year,
    number,
    currency,
    figure: null,
    state: "reported",
  });

  test("joins only figures of rounds that follow each other, in the same currency", () => {
    const lines = (...points: readonly EarlierPoint[]) => placeSeries(points, box).lines.length;
    expect(lines(point(2024, 1), point(2025, 2), point(2026, 3))).toBe(2);
    expect(lines(point(2023, 1), point(2025, 2), point(2026, 3))).toBe(1);
    expect(lines(point(2024, 1), point(2025, null), point(2026, 3))).toBe(0);
    expect(lines(point(2025, 100, "CRC"), point(2026, 5, "USD"))).toBe(0);
  });

  test("keeps every point inside its box, and higher figures higher", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 1e9 })), { minLength: 1, maxLength: 4 }), (numbers) => {
        const { dots } = placeSeries(
          numbers.map((number, place) => point(2020 + place, number)),
          box,
        );
        expect(dots.map((dot) => dot === null)).toEqual(numbers.map((number) => number === null));
        dots.forEach((dot, one) => {
          if (dot === null) return;
          expect(dot.y).toBeGreaterThanOrEqual(box.margin);
          expect(dot.y).toBeLessThanOrEqual(box.height - box.margin);
          dots.forEach((other, two) => {
            if (other !== null && (numbers[one] ?? 0) > (numbers[two] ?? 0)) expect(dot.y).toBeLessThanOrEqual(other.y);
          });
        });
      }),
    );
  });
});
