import { expect, test } from "vitest";
import { letterCode, letterKinds } from "./letter.ts";

const owed = {
  ...{ isReturned: false, owesReport: true, wasReceived: false, opensOn: "2027-02-01", date: "2027-04-30" },
} as const;

test("letters are numbered by year", () => {
  expect([letterCode(2026, 7), letterCode(2027, 12_345)]).toEqual(["AV-2026-0007", "AV-2027-12345"]);
});

test("a letter has a text of this side of the date, from the day of its step on", () => {
  const kinds = (today: string, isReturned = false) => letterKinds({ ...owed, isReturned, today });
  expect(kinds("2027-02-01")).toEqual(["resend_before", "opening"]);
  expect(kinds("2027-04-20")).toEqual(["resend_before", "opening", "before_30", "before_14"]);
  expect(kinds("2027-04-30")).toContain("due_today");
  expect(kinds("2027-05-01")).toEqual(["resend_overdue", "overdue_1"]);
  expect(kinds("2027-05-31")).not.toContain("closing_45");
  expect(kinds("2027-06-14")).toContain("closing_45");
  expect(kinds("2027-04-29", true)).toEqual(["resend_returned", "returned_before_5", "returned_before_1"]);
  expect(letterKinds({ ...owed, isReturned: true, today: "2027-05-01", date: null })).toEqual([]);
});

test("no letter calls past due, or listed as not received, what nobody owes or what was received once", () => {
  for (const today of ["2027-05-31", "2027-06-30"]) {
    expect(letterKinds({ ...owed, owesReport: false, today })).toEqual(["resend_overdue"]);
    expect(letterKinds({ ...owed, wasReceived: true, today })).toEqual(["resend_overdue"]);
  }
  expect(letterKinds({ ...owed, owesReport: false, today: "2027-04-20" })).toEqual(["resend_before", "opening"]);
  expect(letterKinds({ ...owed, wasReceived: true, today: "2027-04-20" })).toContain("before_14");
  // Of returned work everybody has the date.
  expect(letterKinds({ ...owed, owesReport: false, isReturned: true, today: "2027-05-01" })).toEqual([
    "resend_returned_overdue",
    "returned_overdue_1",
  ]);
});
