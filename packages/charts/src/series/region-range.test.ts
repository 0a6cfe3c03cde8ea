import fc from "fast-check";
import { expect, test } from "vitest";
import { anySeries } from "../../testing/any-series.ts";
import { regionRange } from "./region-range.ts";

test("a range is that of the figures shown for its year, of four countries or more; no stretch bridges another year", () => {
  fc.assert(
    fc.property(anySeries(8), ({ series }) => {
      const runs = regionRange(series);
      const expected = new Map<number, number[]>();
      for (const { points } of series)
        for (const { year, state, value } of points)
          if (state === "reported" && value !== null) expected.set(year, [...(expected.get(year) ?? []), value]);
      const wanted = [...expected].filter(([, values]) => values.length >= 4);
      expect(runs.flat()).toEqual(
        wanted
          .sort(([a], [b]) => a - b)
          .map(([year, values]) => {
            const sorted = values.toSorted((a, b) => a - b);
            return { year, low: sorted[0], high: sorted.at(-1) };
          }),
      );
      for (const run of runs) expect((run.at(-1)?.year ?? 0) - (run[0]?.year ?? 0)).toBe(run.length - 1);
      for (const [n, run] of runs.entries())
        if (n > 0) expect(run[0]?.year).not.toBe((runs[n - 1]?.at(-1)?.year ?? 0) + 1);
    }),
  );
});
