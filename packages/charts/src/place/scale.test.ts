import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { axisOf, axisOver } from "./scale.ts";

const pointAt = (value: number, place: number) => {
  const year = 2020 + place;
  return { year, roundYear: year + 1, value, state: "reported" as const };
};

describe("the axis of values", () => {
  test.each([
    [[126], [0, 150], [0, 50, 100, 150]],
    [[1], [0, 1], [0, 1]],
    [[3], [0, 3], [0, 1, 2, 3]],
    [[9], [0, 10], [0, 5, 10]],
    [[10], [0, 10], [0, 5, 10]],
    [[0.8], [0, 0.8], [0, 0.2, 0.4, 0.6, 0.8]],
    [[100], [0, 100], [0, 25, 50, 75, 100]],
    [[], [0, 1], [0, 1]],
    [
      [-3, 8],
      [-5, 10],
      [-5, 0, 5, 10],
    ],
  ])("%j is drawn from zero to a round number", (values, domain, ticks) => {
    expect(axisOf([{ country: "X", label: "X", points: values.map(pointAt) }])).toEqual({ domain, ticks });
  });

  test("a share or a score is drawn from 0 to 100", () => {
    expect(axisOver([0, 100])).toEqual({ domain: [0, 100], ticks: [0, 25, 50, 75, 100] });
  });

  const counts = fc.array(fc.integer({ min: -1000, max: 1_000_000_000 }), { maxLength: 40 });
  const tenths = fc.array(fc.nat({ max: 1000 }), { maxLength: 40 }).map((all) => all.map((one) => one / 10));

  test("every value lies on it, zero too; its ends are ticks; ticks are few enough to read, and whole for counts", () => {
    fc.assert(
      fc.property(fc.oneof(counts, tenths), (values) => {
        const { domain, ticks } = axisOf([{ country: "X", label: "X", points: values.map(pointAt) }]);
        expect(Math.min(0, ...values)).toBeGreaterThanOrEqual(domain[0]);
        expect(Math.max(0, ...values)).toBeLessThanOrEqual(domain[1]);
        expect([ticks[0], ticks.at(-1)]).toEqual(domain);
        expect(ticks).toContain(0);
        expect(ticks).toEqual([...new Set(ticks)].toSorted((a, b) => a - b));
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(7);
        if (values.every(Number.isInteger)) expect(ticks.every(Number.isInteger)).toBe(true);
      }),
    );
  });
});
