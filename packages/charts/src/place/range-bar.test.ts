import fc from "fast-check";
import { expect, test } from "vitest";
import { placeProfileBar, placeRangeBar } from "./range-bar.ts";

const tenths = fc.nat({ max: 1000 }).map((one) => one / 10);

test("a range is seen however narrow it is, within 0 to 100, and the score is in it", () => {
  fc.assert(
    fc.property(fc.array(tenths, { minLength: 3, maxLength: 3 }), (three) => {
      const [floor = 0, score = 0, ceiling = 0] = three.toSorted((a, b) => a - b);
      const placed = placeRangeBar({ published: true, score, coverage: 80, range: { floor, ceiling } });
      const { x, width } = placed.band;
      expect(width).toBeGreaterThanOrEqual(0.8);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(100 + 1e-9);
      expect(placed.score).toBeGreaterThanOrEqual(x);
      expect(placed.score).toBeLessThanOrEqual(x + width + 1e-9);
    }),
  );
});

test("below the threshold the range stands alone", () => {
  const placed = placeRangeBar({ published: false, coverage: 30, range: { floor: 20, ceiling: 70 } });
  expect(placed).toEqual({ band: { x: 20, width: 50 }, score: null });
});

test("in front of other countries: a range that is the score itself is not drawn, one without a score is", () => {
  const [floor, ceiling] = [60, 60];
  const whole = placeProfileBar({ published: true, score: 60, coverage: 100, range: { floor, ceiling } }, null);
  expect(whole).toEqual({ score: 60, range: null, others: null });
  const open = placeProfileBar({ published: false, coverage: 0, range: { floor, ceiling } }, { from: 100, to: 100 });
  expect(open).toEqual({ score: null, range: { x: 60, width: 0.8 }, others: { x: 99.2, width: 0.8 } });
});
