import fc from "fast-check";
import { expect, test } from "vitest";
import { spread } from "./label.ts";

const frame = { gap: 17, top: 24, bottom: 300 };

test("labels keep their order and their distance, between top and bottom, and stay where they want when they may", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -50, max: 400, noNaN: true }), { maxLength: 17 }), (wanted) => {
      const placed = spread(wanted, frame);
      const order = wanted.map((at, n) => [at, placed[n] ?? 0] as const).toSorted(([a], [b]) => a - b);
      for (const [n, [, at]] of order.entries()) {
        expect(at).toBeGreaterThanOrEqual(frame.top - 1e-9);
        expect(at).toBeLessThanOrEqual(frame.bottom + 1e-9);
        const next = order[n + 1]?.[1];
        if (next !== undefined) expect(next - at).toBeGreaterThanOrEqual(frame.gap - 1e-9);
      }
    }),
  );
  expect(spread([100, 30, 250], frame)).toEqual([100, 30, 250]);
});
