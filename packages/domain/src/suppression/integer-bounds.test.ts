import { describe, expect, it } from "vitest";
import { linearSystem } from "./integer-bounds.ts";

describe("the smallest and largest value under linear constraints", () => {
  it("of two parts of a total lie between nothing and the total", () => {
    const coefficients = [
      [0, 1],
      [1, 1],
    ] as const;
    const system = linearSystem(2, [{ equality: true, coefficients, limit: 7 }]);
    expect(system.bound(0, "largest", 3)).toEqual({ outer: 7, attained: 7, proof: [0] });
    expect(system.bound(0, "smallest", 3)).toEqual({ outer: 0, attained: 0, proof: [] });
  });

  it("has no limit where nothing limits it", () => {
    const coefficients = [
      [0, 1],
      [1, -1],
    ] as const;
    const system = linearSystem(2, [{ equality: false, coefficients, limit: 0 }]);
    expect(system.bound(1, "largest", 3)).toEqual({ outer: null, attained: null, proof: [] });
  });

  it("names a lower limit that comes from another figure", () => {
    const system = linearSystem(1, [{ equality: false, coefficients: [[0, -1]], limit: -4 }]);
    expect(system.bound(0, "smallest", 6)).toEqual({ outer: 4, attained: 4, proof: [0] });
  });

  it("counts a fractional corner as possible only as far as whole numbers were found", () => {
    // a + b, b + c and a + c are each at most 3, the sum is s: in fractions s reaches 4.5, in whole numbers 4.
    const pair = (x: number, y: number) => ({
      equality: false,
      coefficients: [
        [x, 1],
        [y, 1],
      ] as const,
      limit: 3,
    });
    const sum = {
      equality: true,
      coefficients: [
        [0, 1],
        [1, 1],
        [2, 1],
        [3, -1],
      ] as const,
      limit: 0,
    };
    const { outer, attained } = linearSystem(4, [pair(0, 1), pair(1, 2), pair(0, 2), sum]).bound(3, "largest", 3);
    expect(outer).toBe(4);
    expect(attained).toBeGreaterThanOrEqual(3);
    expect(attained).toBeLessThanOrEqual(4);
  });

  it("proves nothing with numbers too large to be exact", () => {
    const coefficients = [[0, 1]] as const;
    const huge = Number.MAX_SAFE_INTEGER;
    const system = linearSystem(2, [
      {
        equality: true,
        coefficients: [
          [0, huge],
          [1, 3],
        ],
        limit: huge,
      },
      { equality: false, coefficients, limit: 5 },
    ]);
    expect(system.bound(0, "largest", 1)).toEqual({ outer: null, attained: 1, proof: [0, 1] });
    expect(system.bound(0, "smallest", 1)).toEqual({ outer: 0, attained: 1, proof: [0, 1] });
  });
});
