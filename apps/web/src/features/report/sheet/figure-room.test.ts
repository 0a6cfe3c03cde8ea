import { expect, test } from "vitest";
import { figureRoom } from "./figure-room.ts";

test("every cell has room for the largest figure of the answer, this year's or last year's", () => {
  expect(figureRoom([])).toBeUndefined();
  expect(figureRoom([null, 999])).toBeUndefined();
  expect(figureRoom([12, 1_000])).toBe("thousands");
  expect(figureRoom([null, 10_892, 3])).toBe("hundreds-of-thousands");
  expect(figureRoom([1_000_000])).toBe("millions");
});
