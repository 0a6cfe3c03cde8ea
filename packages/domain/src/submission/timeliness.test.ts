import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { submissionStatuses } from "./submission-status.ts";
import { type TimelinessInput, timeliness, timelinessKinds } from "./timeliness.ts";

/** San José: the due day ends at 06:00Z on 1 May. */
const base: TimelinessInput = {
  status: "draft",
  dueDate: "2027-04-30",
  timeZone: "America/Costa_Rica",
  firstSubmittedAt: null,
  now: new Date("2027-04-10T12:00:00Z"),
  obligated: true,
  exempt: false,
};
const at = (text: string) => new Date(text);

describe("late is derived", () => {
  test.each([
    ["2027-04-10T12:00:00Z", "not_due", -20],
    ["2027-04-30T05:59:59Z", "not_due", -1],
    ["2027-04-30T06:00:00Z", "due_today", 0],
    ["2027-05-01T05:59:59.999Z", "due_today", 0],
    ["2027-05-01T06:00:00Z", "overdue", 1],
    ["2027-05-15T18:00:00Z", "overdue", 15],
  ])("nothing submitted at %s: %s, %d days", (now, kind, daysLate) => {
    expect(timeliness({ ...base, now: at(now) })).toEqual({ kind, daysLate });
  });

  test.each([
    ["2027-04-10T12:00:00Z", "on_time", -20],
    ["2027-05-01T05:59:59.999Z", "on_time", 0],
    ["2027-05-01T06:00:00Z", "received_late", 1],
  ])("first submitted at %s: %s, %d days, whatever came later", (submitted, kind, daysLate) => {
    for (const status of ["submitted", "returned", "accepted", "published", "draft"] as const) {
      const now = at("2027-08-01T00:00:00Z");
      expect(timeliness({ ...base, status, firstSubmittedAt: at(submitted), now })).toEqual({ kind, daysLate });
    }
  });

  test("the exempt and the voluntary are never late", () => {
    const now = at("2027-08-01T00:00:00Z");
    for (const status of ["exempt", "draft", "not_started"] as const)
      expect(timeliness({ ...base, status, exempt: true, now })).toEqual({ kind: "exempt", daysLate: 0 });
    for (const status of ["submitted", "returned", "accepted", "published"] as const)
      expect(timeliness({ ...base, status, exempt: true, firstSubmittedAt: now, now })).toEqual({
        kind: "voluntary",
        daysLate: 0,
      });
    expect(timeliness({ ...base, obligated: false, now })).toEqual({ kind: "voluntary", daysLate: 0 });
  });

  test("the sign of the days agrees with the kind", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...submissionStatuses),
        fc.option(fc.integer({ min: -90, max: 90 })),
        fc.integer({ min: -2160, max: 2160 }),
        fc.boolean(),
        fc.boolean(),
        (status, submittedDays, hours, obligated, exempt) => {
          const due = Date.parse("2027-05-01T06:00:00Z");
          const firstSubmittedAt = submittedDays === null ? null : new Date(due + submittedDays * 86_400_000);
          const { kind, daysLate } = timeliness({
            ...base,
            status,
            firstSubmittedAt,
            now: new Date(due + hours * 3_600_000),
            obligated,
            exempt,
          });
          expect(timelinessKinds).toContain(kind);
          if (kind === "overdue" || kind === "received_late") expect(daysLate).toBeGreaterThan(0);
          if (kind === "not_due") expect(daysLate).toBeLessThan(0);
          if (kind === "on_time") expect(daysLate).toBeLessThanOrEqual(0);
          if (kind === "due_today" || kind === "exempt" || kind === "voluntary") expect(daysLate).toBe(0);
        },
      ),
    );
  });
});
