import { addDays, daysBetween } from "@avances/domain/round";
import { expect, test } from "vitest";
import { planFaults } from "./plan-faults.ts";
import { proposedDates, proposedYear } from "./proposed-round.ts";

test("on every day of the year the proposed days are not in the past, and the proposal can be opened", () => {
  for (let today = "2026-01-01"; today < "2028-03-01"; today = addDays(today, 1)) {
    for (const newest of [undefined, 2019, 2026, 2027]) {
      const year = proposedYear(newest, today);
      const { opensOn, dueOn } = proposedDates(year, today);
      expect([today, opensOn >= today, daysBetween(opensOn, dueOn) >= 30]).toEqual([today, true, true]);
      const plan = {
        year,
        opensOn,
        dueOn,
        obligatedGroup: "CA-MEX",
        obligatedCountries: ["CRI"],
        signatureRequired: false,
      };
      expect([today, newest, planFaults(plan, null)]).toEqual([today, newest, {}]);
      if (newest !== undefined) expect(year).toBeGreaterThan(newest);
    }
  }
});

test("the usual days are proposed while they are ahead", () => {
  expect(proposedYear(undefined, "2026-11-28")).toBe(2027);
  expect(proposedYear(undefined, "2027-01-15")).toBe(2027);
  expect(proposedDates(2027, "2026-11-28")).toEqual({ opensOn: "2027-02-01", dueOn: "2027-04-30" });
  expect(proposedDates(2027, "2027-03-10")).toEqual({ opensOn: "2027-03-10", dueOn: "2027-04-30" });
  expect(proposedDates(2027, "2027-04-20")).toEqual({ opensOn: "2027-04-20", dueOn: "2027-07-17" });
});
