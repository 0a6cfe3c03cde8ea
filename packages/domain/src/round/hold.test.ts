import { expect, test } from "vitest";
import { holdOf, holdRange, rangeOfRound } from "./hold.ts";

test("reminders can be held from today until the last step of the calendar", () => {
  const round = { dueOn: "2027-04-30", returnDueOn: null };
  expect(holdRange({ today: "2027-03-01", ...round })).toEqual({ earliest: "2027-03-01", latest: "2027-06-14" });
  expect(holdRange({ today: "2027-06-14", ...round })).toEqual({ earliest: "2027-06-14", latest: "2027-06-14" });
});

test("an extension and returned work go further; after the last step there is nothing to hold", () => {
  expect(holdRange({ today: "2027-06-15", dueOn: "2027-04-30", returnDueOn: null })).toBeNull();
  expect(holdRange({ today: "2027-06-15", dueOn: "2027-05-15", returnDueOn: null })?.latest).toBe("2027-06-29");
  expect(holdRange({ today: "2027-06-15", dueOn: "2027-04-30", returnDueOn: "2027-06-30" })?.latest).toBe("2027-07-01");
});

test("of a whole round: from the day that has passed in none of its countries, until the last step of any", () => {
  const ranges = [
    { country: "BLZ", earliest: "2027-03-01", latest: "2027-06-14" },
    { country: "DOM", earliest: "2027-03-02", latest: "2027-06-20" },
  ];
  expect(rangeOfRound(ranges)).toEqual({ earliest: "2027-03-02", latest: "2027-06-20" });
  expect(rangeOfRound([])).toBeNull();
});

test("of several holds the longest counts, of the country or of its round, until the end of its last day", () => {
  const holds = [
    { roundYear: 2027, countryCode: "CRI", lastDay: "2027-03-10" },
    { roundYear: 2027, countryCode: null, lastDay: "2027-03-12" },
    { roundYear: 2026, countryCode: "CRI", lastDay: "2027-03-20" },
    { roundYear: 2027, countryCode: "GTM", lastDay: "2027-03-30" },
  ];
  const held = (country: string, today: string) => holdOf(holds, { roundYear: 2027, country, today })?.lastDay;
  expect(held("CRI", "2027-03-05")).toBe("2027-03-12");
  expect(held("CRI", "2027-03-12")).toBe("2027-03-12");
  expect(held("CRI", "2027-03-13")).toBeUndefined();
  expect(held("GTM", "2027-03-13")).toBe("2027-03-30");
  expect(held("HND", "2027-03-11")).toBe("2027-03-12");
});
