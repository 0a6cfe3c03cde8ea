import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ticksOf, valueDomain } from "./scale.ts";

const pointAt = (value: number, place: number) => {
  const year = 2020 + place;
  return { year, roundYear: year + 1, value, state: "reported" as const };
};

describe("the axis of values", () => {
  test.each([
    [[126], [0, 150], [0, 50, 100, 150]],
    [[1], [0, 1], [0, 0.25, 0.5, 0.75, 1]],
    [[3], [0, 3], [0, 1, 2, 3]],
    [[9], [0, 10], [0, 5, 10]],
    [[10], [0, 10], [0, 5, 10]],
    [[0.8], [0, 0.8], [0, 0.2, 0.4, 0.6, 0.8]],
    [[100], [0, 100], [0, 25, 50, 75, 100]],
    [[], [0, 1], null],
  ])("%j is drawn from zero to a round number", (values, domain, ticks) => {
    expect(valueDomain([{ country: "X", label: "X", points: values.map(pointAt) }])).toEqual(domain);
    if (ticks) expect(ticksOf(domain as [number, number])).toEqual(ticks);
  });

  const numbers = fc.oneof(
    fc.array(fc.nat({ max: 1_000_000_000 }), { maxLength: 40 }),
    fc.array(fc.nat({ max: 1000 }), { maxLength: 40 }).map((tenths) => tenths.map((one) => one / 10)),
  );

  test("whatever the values, each lies on it, zero too, and its ends are ticks, few enough to be read", () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const [low, high] = valueDomain([{ country: "X", label: "X", points: values.map(pointAt) }]);
        const ticks = ticksOf([low, high]);
        expect(Math.min(0, ...values)).toBeGreaterThanOrEqual(low);
        expect(Math.max(0, ...values)).toBeLessThanOrEqual(high * (1 + 1e-9));
        expect(ticks[0]).toBeCloseTo(low, 8);
        expect(ticks.at(-1)).toBeCloseTo(high, 8);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(7);
      }),
    );
  });
});
