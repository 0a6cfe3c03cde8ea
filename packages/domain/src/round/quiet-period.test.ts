import { expect, test } from "vitest";
import { daysOf, type NewQuietPeriod, quietFault } from "./quiet-period.ts";

const today = "2027-03-01";
const holidays = new Set(["2027-03-25", "2027-03-26"]);
const days: NewQuietPeriod = { kind: "quiet", firstDay: "2027-03-10", lastDay: "2027-03-12" };
const fault = (more: Partial<NewQuietPeriod>) => {
  const found = quietFault({ ...days, ...more }, today, holidays);
  return found === null ? null : `${found.field} ${found.why}`;
};

test("days from today on can be entered, one or several", () => {
  expect(fault({})).toBeNull();
  expect(fault({ firstDay: today, lastDay: today })).toBeNull();
  expect(daysOf(days)).toEqual(["2027-03-10", "2027-03-11", "2027-03-12"]);
  expect(daysOf({ firstDay: "2028-02-28", lastDay: "2028-03-01" })).toEqual(["2028-02-28", "2028-02-29", "2028-03-01"]);
});

test("days that have passed, are in the wrong order, are too many or far away, or none of the calendar are refused at their field", () => {
  expect(fault({ firstDay: "2027-02-28" })).toBe("firstDay past");
  expect(fault({ lastDay: "2027-03-09" })).toBe("lastDay before-first");
  expect(fault({ lastDay: "2027-05-08" })).toBeNull();
  expect(fault({ lastDay: "2027-05-09" })).toBe("lastDay too-long");
  expect(fault({ firstDay: "2031-01-01", lastDay: "2031-01-01" })).toBe("lastDay too-far");
  expect(fault({ firstDay: "2027-02-30" })).toBe("firstDay no-day");
  expect(fault({ lastDay: "2027-3-12" })).toBe("lastDay no-day");
});

test("a holiday is entered once, and only a holiday can be one on which people work", () => {
  const holiday = { firstDay: "2027-03-25", lastDay: "2027-03-26" };
  expect(fault({ kind: "holiday", ...holiday })).toBe("firstDay known");
  expect(fault({ kind: "holiday", firstDay: "2027-03-24", lastDay: "2027-03-25" })).toBeNull();
  expect(fault({ kind: "works", ...holiday })).toBeNull();
  expect(fault({ kind: "works", firstDay: "2027-03-24", lastDay: "2027-03-25" })).toBe("firstDay no-holiday");
});
