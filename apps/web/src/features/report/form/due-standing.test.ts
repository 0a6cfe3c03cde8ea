import { describe, expect, test } from "vitest";
import { dueStanding } from "./due-standing.ts";

const facts = {
  status: "draft",
  exempt: false,
  dueOn: "2027-04-30",
  returnDueOn: null,
  submittedAt: null,
  timeZone: "America/Costa_Rica",
  now: "2027-04-18T12:00:00Z",
} as const;

describe("what the date of a report means today", () => {
  test("days are counted by the calendar of the capital, with the server's clock", () => {
    expect(dueStanding(facts)).toEqual({ kind: "open", day: "2027-04-30", days: 12 });
    // Already the first of May in Greenwich, still the thirtieth in San José.
    expect(dueStanding({ ...facts, now: "2027-05-01T05:59:00Z" })).toEqual({
      kind: "open",
      day: "2027-04-30",
      days: 0,
    });
    expect(dueStanding({ ...facts, now: "2027-05-01T06:00:00Z" })).toEqual({ kind: "passed", day: "2027-04-30" });
    expect(dueStanding({ ...facts, now: undefined })).toEqual({ kind: "open", day: "2027-04-30", days: null });
  });

  test("returned work has its own date", () => {
    const returned = { ...facts, status: "returned", returnDueOn: "2027-05-19", now: "2027-05-18T12:00:00Z" } as const;
    expect(dueStanding(returned)).toEqual({ kind: "returned", day: "2027-05-19", days: 1 });
    expect(dueStanding({ ...returned, now: "2027-06-01T12:00:00Z" })).toEqual({ kind: "passed", day: "2027-05-19" });
  });

  test("what was sent says when, by the capital's day; of an exempt country nothing is expected", () => {
    const sent = { ...facts, status: "submitted", submittedAt: "2027-04-21T03:00:00Z" } as const;
    expect(dueStanding(sent)).toEqual({ kind: "sent", day: "2027-04-20" });
    expect(dueStanding({ ...facts, exempt: true })).toEqual({ kind: "none" });
  });
});
