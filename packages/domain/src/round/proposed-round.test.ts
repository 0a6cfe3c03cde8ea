import { expect, test } from "vitest";
import { proposedDates, proposedYear } from "./proposed-round.ts";

test("the year after the newest round is proposed, unless its usual due date leaves less than a month", () => {
  expect(proposedYear(undefined, "2026-11-30")).toBe(2027);
  expect(proposedYear(undefined, "2026-03-01")).toBe(2026);
  expect(proposedYear(undefined, "2026-04-15")).toBe(2027);
  expect(proposedYear(2026, "2026-11-30")).toBe(2027);
  expect(proposedYear(2027, "2026-11-30")).toBe(2028);
  expect(proposedYear(2024, "2026-11-30")).toBe(2027);
});

test("the usual dates are proposed, and no day that has passed", () => {
  // 1 February 2027 is a Monday, 30 April a Friday.
  expect(proposedDates(2027, "2026-11-30")).toEqual({ opensOn: "2027-02-01", dueOn: "2027-04-30" });
  expect(proposedDates(2026, "2026-02-13")).toEqual({ opensOn: "2026-02-13", dueOn: "2026-04-30" });
  expect(proposedDates(2026, "2026-04-20")).toEqual({ opensOn: "2026-04-20", dueOn: "2026-07-17" });
  // 29 May 2027 is a Saturday.
  expect(proposedDates(2027, "2027-05-29")).toEqual({ opensOn: "2027-05-31", dueOn: "2027-08-25" });
});

test("the dates of the round that is copied are proposed for the year, on working days", () => {
  const copied = { year: 2026, opensOn: "2026-02-02", dueOn: "2026-05-01" };
  // 1 May 2027 is a Saturday: the next working day is the 3rd.
  expect(proposedDates(2027, "2026-11-30", { copied })).toEqual({ opensOn: "2027-02-02", dueOn: "2027-05-03" });
});

test("29 February is the 28th in a year that has none", () => {
  const copied = { year: 2028, opensOn: "2028-02-29", dueOn: "2028-05-31" };
  // 28 February 2029 is a Wednesday.
  expect(proposedDates(2029, "2028-11-30", { copied })).toEqual({ opensOn: "2029-02-28", dueOn: "2029-05-31" });
});

test("days off of the countries are passed over, and where none suits all the day that suits most is taken", () => {
  const daysOff = [new Set(["2027-04-30"]), new Set(["2027-04-30", "2027-05-03"]), new Set<string>()];
  expect(proposedDates(2027, "2026-11-30", { daysOff }).dueOn).toBe("2027-05-04");
  const always = new Set(Array.from({ length: 30 }, (_, index) => `2027-04-${String(index + 1).padStart(2, "0")}`));
  const may = new Set(Array.from({ length: 31 }, (_, index) => `2027-05-${String(index + 1).padStart(2, "0")}`));
  expect(
    proposedDates(2027, "2026-11-30", { daysOff: [new Set([...always, ...may]), new Set(["2027-04-30"])] }).dueOn,
  ).toBe("2027-05-03");
});
