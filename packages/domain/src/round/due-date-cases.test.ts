import { expect, test } from "vitest";
import { reference } from "../../testing/catalogue.ts";
import { timeliness } from "../submission/timeliness.ts";
import { dateRelation } from "./date-relation.ts";
import { endOfDay, localTime } from "./deadline.ts";

/*
 * Due dates in every capital against the IANA database, asked through Intl alone: the instant at which the date there becomes another is searched
 * for, and so are the days on which clocks change. No function of the product helps to find what it shall say.
 */

const minute = 60_000;
const day = 24 * 60 * minute;
const dates = ["2027-02-28", "2027-04-30", "2027-06-30", "2027-12-31", "2028-02-28", "2028-02-29", "2028-12-31"];

const clockOf = (timeZone: string) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium", calendar: "gregory" });
/** `2027-04-30 23:59:59` */
const shown = (at: number, clock: Intl.DateTimeFormat) => clock.format(at);
const dateShown = (at: number, clock: Intl.DateTimeFormat) => shown(at, clock).slice(0, 10);

/** The first instant, to the millisecond, at which `isSo`, which is false before it and true after it. */
function firstInstant(from: number, until: number, isSo: (at: number) => boolean): number {
  let [before, after] = [from, until];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (isSo(middle)) after = middle;
    else before = middle;
  }
  return after;
}

/** The days of 2027 and 2028 that have not 24 hours there. */
function oddDays(clock: Intl.DateTimeFormat): readonly string[] {
  const noon = (index: number) => Date.parse("2027-01-01T18:00:00Z") + index * day;
  return Array.from({ length: 730 }, (_, index) => index)
    .filter((index) => shown(noon(index), clock).slice(11) !== shown(noon(index - 1), clock).slice(11))
    .map((index) => dateShown(noon(index), clock));
}

const cases = reference.countries.flatMap(({ alpha3, timeZone }) => {
  const clock = clockOf(timeZone);
  return [...dates, ...oddDays(clock)].map((due) => ({ alpha3, timeZone, clock, due }));
});

test("there are 85 cases: eleven capitals, the ends of months and years, 29 February, and every change of the clocks", () => {
  expect(cases).toHaveLength(85);
  const odd = cases.filter(({ due }) => !dates.includes(due)).map(({ alpha3, due }) => `${alpha3} ${due}`);
  expect(odd).toHaveLength(8);
  expect(new Set(odd.map((one) => one.slice(0, 3)))).toEqual(new Set(["CAN", "USA"]));
});

test.each(cases)("$alpha3, due $due: to the instant", ({ timeZone, clock, due }) => {
  const utc = Date.parse(`${due}T00:00:00Z`);
  const ends = firstInstant(utc - day, utc + 3 * day, (at) => dateShown(at, clock) > due);
  // What the database says, before the product is asked.
  expect(shown(ends - 1_000, clock)).toBe(`${due} 23:59:59`);
  expect(dateShown(ends, clock) > due).toBe(true);
  expect(endOfDay(due, timeZone).getTime()).toBe(ends);

  const received = (at: number) =>
    timeliness({
      ...{ status: "submitted", obligated: true, exempt: false, dueDate: due, timeZone },
      ...{ firstSubmittedAt: new Date(at), now: new Date(at + day) },
    }).kind;
  expect([received(ends - 1_000), received(ends - 1), received(ends), received(ends + 1_000)]).toEqual([
    "on_time",
    "on_time",
    "received_late",
    "received_late",
  ]);
  const waiting = (at: number) =>
    timeliness({
      ...{ status: "draft", obligated: true, exempt: false, dueDate: due, timeZone },
      ...{ firstSubmittedAt: null, now: new Date(at) },
    });
  expect(waiting(ends - 1_000)).toEqual({ kind: "due_today", daysLate: 0 });
  expect(waiting(ends)).toEqual({ kind: "overdue", daysLate: 1 });
  expect([dateRelation(due, new Date(ends - 1), timeZone), dateRelation(due, new Date(ends), timeZone)]).toEqual([
    "today",
    "past",
  ]);
  const begins = firstInstant(utc - 2 * day, utc + 2 * day, (at) => dateShown(at, clock) >= due);
  expect([dateRelation(due, new Date(begins - 1), timeZone), dateRelation(due, new Date(begins), timeZone)]).toEqual([
    "ahead",
    "today",
  ]);
  // Nine in the morning of that day, when a step of the calendar leaves.
  const nine = firstInstant(begins, ends, (at) => shown(at, clock) >= `${due} 09:00:00`);
  expect(localTime(due, "09:00", timeZone).getTime()).toBe(nine);
});
