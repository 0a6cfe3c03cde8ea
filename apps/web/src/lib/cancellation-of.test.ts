import { expect, test } from "vitest";
import { cancellationOf } from "./cancellation-of.ts";

const corrected = { year: 2027, act: "dates_corrected" } as const;
const cancelled = { year: 2027, act: "cancelled" } as const;

test("a round is cancelled if that was the last act on it", () => {
  expect(cancellationOf([corrected, cancelled], 2027)).toBe(cancelled);
  expect(cancellationOf([cancelled], 2028)).toBeNull();
  expect(cancellationOf([corrected], 2027)).toBeNull();
  expect(cancellationOf([], 2027)).toBeNull();
});
