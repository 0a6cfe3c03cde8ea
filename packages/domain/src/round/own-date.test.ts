import { expect, test } from "vitest";
import { isWithin, ownDateRange } from "./own-date.ts";

test.each([
  // today, due date of the round, later than, earliest, latest
  ["2027-02-10", "2027-04-30", undefined, "2027-02-11", "2028-04-29"],
  ["2027-02-10", "2027-04-30", "2027-04-30", "2027-05-01", "2028-04-29"],
  ["2027-06-01", "2027-04-30", "2027-04-30", "2027-06-02", "2028-05-31"],
  ["2027-06-01", "2027-04-30", "2027-06-30", "2027-07-01", "2028-05-31"],
])("today %s, round due %s, after %s: from %s to %s", (today, roundDueOn, after, earliest, latest) => {
  const range = ownDateRange({ today, roundDueOn, ...(after && { after }) });
  expect(range).toEqual({ earliest, latest });
  expect([earliest, latest].every((day) => isWithin(day, range))).toBe(true);
  expect(isWithin(today, range)).toBe(false);
  expect(isWithin("2099-01-01", range)).toBe(false);
});
