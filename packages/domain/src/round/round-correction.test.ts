import { expect, test } from "vitest";
import { areRoundDates, correctionFault, dueAfterCorrection, isUnused } from "./round-correction.ts";

const zones = ["America/Costa_Rica", "America/New_York"];
const round = { year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30" };
const before = new Date("2026-11-28T15:00:00Z");
const during = new Date("2027-03-10T15:00:00Z");

test.each([
  ["2027-02-01", "2027-04-30", true],
  ["2026-12-01", "2027-04-30", true],
  ["2027-04-30", "2027-04-30", true],
  ["2027-05-01", "2027-04-30", false],
  ["2027-02-01", "2028-02-03", false],
  ["2029-02-01", "2029-04-30", false],
])("a round 2027 from %s to %s: %s", (opensOn, dueOn, isPossible) => {
  expect(areRoundDates(2027, { opensOn, dueOn })).toBe(isPossible);
});

test.each([
  ["nothing new", before, "2027-02-01", "2027-04-30", "same"],
  ["another opening day before it comes", before, "2027-01-15", "2027-04-30", null],
  ["an opening day that has passed", before, "2026-11-27", "2027-04-30", "past"],
  ["another opening day after it came", during, "2027-03-20", "2027-04-30", "opened"],
  ["a later due date", during, "2027-02-01", "2027-06-30", null],
  ["an earlier one that is still to come", during, "2027-02-01", "2027-03-11", null],
  ["one that ends today", during, "2027-02-01", "2027-03-10", "past"],
  ["one that is over", during, "2027-02-01", "2027-02-28", "past"],
  ["dates in disorder", during, "2027-02-01", "2027-01-31", "order"],
] as const)("correcting to %s", (_name, now, opensOn, dueOn, fault) => {
  expect(correctionFault(round, { opensOn, dueOn }, now, zones)).toBe(fault);
});

test("a day that is over somewhere is refused: nobody becomes late, in any capital", () => {
  // In New York the tenth has begun, in San José it has not.
  const now = new Date("2027-03-10T05:30:00Z");
  expect(correctionFault(round, { ...round, dueOn: "2027-03-10" }, now, zones)).toBe("past");
});

test("a country's own date follows unless its first submission was in time by it or an extension reaches further", () => {
  const country = { dueOn: "2027-04-30", extended: false, firstSubmittedAt: null, timeZone: "America/Costa_Rica" };
  expect(dueAfterCorrection(country, "2027-06-30")).toBe("2027-06-30");
  expect(dueAfterCorrection(country, "2027-04-30")).toBeNull();
  expect(dueAfterCorrection({ ...country, firstSubmittedAt: during }, "2027-06-30")).toBeNull();
  // The last moment of the day in San José, and the first moment that is late.
  const sent = (at: string) => dueAfterCorrection({ ...country, firstSubmittedAt: new Date(at) }, "2027-06-30");
  expect(sent("2027-05-01T05:59:59.999Z")).toBeNull();
  expect(sent("2027-05-01T06:00:00Z")).toBe("2027-06-30");
  const extended = { ...country, dueOn: "2027-06-10", extended: true };
  expect(dueAfterCorrection(extended, "2027-05-31")).toBeNull();
  expect(dueAfterCorrection(extended, "2027-06-30")).toBe("2027-06-30");
  expect(dueAfterCorrection(extended, "2027-06-10")).toBe("2027-06-10");
});

test("a round is used as soon as one country did anything in it", () => {
  const idle = { status: "not_started", version: 0, lastActivityAt: null } as const;
  expect(isUnused([])).toBe(true);
  expect(isUnused([idle, { ...idle, status: "exempt" }])).toBe(true);
  expect(isUnused([idle, { ...idle, status: "draft" }])).toBe(false);
  expect(isUnused([idle, { ...idle, lastActivityAt: before }])).toBe(false);
  // Submitted and withdrawn.
  expect(isUnused([idle, { ...idle, version: 1 }])).toBe(false);
});
