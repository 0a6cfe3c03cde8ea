import { expect, test } from "vitest";
import { hasOpened } from "./has-opened.ts";

test("a round opens with its day in the first of the capitals", () => {
  const round = { opensOn: "2027-02-01" };
  const zones = ["America/Costa_Rica", "America/Santo_Domingo"];
  expect(hasOpened(round, new Date("2027-02-01T03:59:59Z"), zones)).toBe(false);
  expect(hasOpened(round, new Date("2027-02-01T04:00:00Z"), zones)).toBe(true);
  expect(hasOpened(round, new Date("2027-02-01T04:00:00Z"), ["America/Costa_Rica"])).toBe(false);
  expect(hasOpened(round, new Date("2027-03-01T04:00:00Z"), [])).toBe(false);
});
