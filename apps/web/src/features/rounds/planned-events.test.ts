import { noDaysOff } from "@avances/domain/round";
import { expect, test } from "vitest";
import { plannedEvents } from "./planned-events.ts";

const countries = [{ alpha3: "CRI", name: { en: "Costa Rica", es: "Costa Rica" }, timeZone: "America/Costa_Rica" }];
const plan = { opensOn: "2027-02-01", dueOn: "2027-04-30", obligatedCountries: ["CRI"] };
const kinds = (part: Partial<typeof plan>, now = "2027-01-10T15:00:00Z", daysOff = noDaysOff) =>
  plannedEvents({ ...plan, ...part }, countries, new Date(now), daysOff).map(
    ({ kind, days }) => `${kind} ${days.join(" ")}`,
  );

test("a round of the usual length has every step on its day", () => {
  expect(kinds({})).toEqual([
    "opening 2027-02-01",
    "before 2027-03-31 2027-04-16 2027-04-23 2027-04-29",
    "dueToday 2027-04-30",
    "due 2027-04-30",
    "after 2027-05-03 2027-05-07",
    "escalation 2027-05-14",
    "presidency 2027-05-31",
    "closing 2027-06-14",
    "closes 2027-06-14",
  ]);
});

test("a step leaves on the next day on which something may, and what is untrue by then does not", () => {
  const holyWeek = new Set(["2027-03-25", "2027-03-26"]);
  expect(kinds({ dueOn: "2027-03-26" }, "2027-03-20T15:00:00Z", holyWeek)).toEqual([
    "before 2027-03-22",
    "due 2027-03-26",
    "after 2027-03-29 2027-04-02",
    "escalation 2027-04-09",
    "presidency 2027-04-26",
    "closing 2027-05-10",
    "closes 2027-05-10",
  ]);
});

test("of a short round only the reminders are foretold that lie between opening and due date", () => {
  expect(kinds({ dueOn: "2027-02-10" }).slice(0, 3)).toEqual([
    "opening 2027-02-01",
    "before 2027-02-03 2027-02-09",
    "dueToday 2027-02-10",
  ]);
});

test("a round that is opened late begins with what is still true to say, in the next hours of sending", () => {
  expect(kinds({}, "2027-04-18T02:00:00Z").slice(0, 3)).toEqual([
    "before 2027-04-19 2027-04-23 2027-04-29",
    "dueToday 2027-04-30",
    "due 2027-04-30",
  ]);
  expect(kinds({}, "2027-07-01T15:00:00Z")).toEqual(["due 2027-04-30", "closes 2027-06-14", "closing 2027-07-01"]);
});
