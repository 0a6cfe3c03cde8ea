import { expect, test } from "vitest";
import { calendarRows, placeOfToday } from "./round-calendar-rows.ts";

const round = { opensOn: "2027-02-01", dueOn: "2027-04-30", notices: [], waiting: [], coming: [] };

test("each step of the dates of the round stands once, in order, with the countries it went to, waits for, and will go to", () => {
  const rows = calendarRows({
    ...round,
    notices: [
      { country: "GTM", step: "opening", state: "sent" },
      { country: "CRI", step: "opening", state: "kept" },
      { country: "CRI", step: "opening", state: "dead" },
      { country: "HND", step: "opening", state: "superseded" },
      { country: "CRI", step: "resend", state: "sent" },
    ],
    waiting: [{ country: "CRI", step: "escalation_30" }],
    coming: [
      { country: "CRI", step: "escalation_30", ownDay: "2027-05-30" },
      { country: "GTM", step: "escalation_30", ownDay: "2027-06-20" },
      { country: "BLZ", step: "escalation_30", ownDay: "2027-06-25" },
      { country: "GTM", step: "returned_before_1", ownDay: "2027-06-01" },
    ],
  });
  expect(rows.map(({ step, day }) => `${day} ${step}`)).toEqual([
    "2027-02-01 opening",
    "2027-03-31 before_30",
    "2027-04-16 before_14",
    "2027-04-23 before_7",
    "2027-04-29 before_1",
    "2027-04-30 due_today",
    "2027-05-01 overdue_1",
    "2027-05-07 overdue_7",
    "2027-05-14 escalation_14",
    "2027-05-30 escalation_30",
    "2027-06-14 closing_45",
  ]);
  expect(rows[0]).toMatchObject({ written: ["CRI", "GTM"], waiting: [], coming: [] });
  expect(rows[9]).toMatchObject({
    written: [],
    waiting: ["CRI"],
    coming: [
      { country: "GTM", day: "2027-06-20" },
      { country: "BLZ", day: "2027-06-25" },
    ],
  });
});

test("a short round has no steps before it opens", () => {
  expect(
    calendarRows({ ...round, opensOn: "2027-04-20" })
      .map(({ step }) => step)
      .slice(0, 3),
  ).toEqual(["opening", "before_7", "before_1"]);
});

test("today's line stands before the first step whose day has not come", () => {
  const rows = calendarRows(round);
  expect(placeOfToday(rows, "2027-01-31")).toBe(0);
  expect(placeOfToday(rows, "2027-02-01")).toBe(1);
  expect(placeOfToday(rows, "2027-05-01")).toBe(7);
  expect(placeOfToday(rows, "2028-01-01")).toBe(rows.length);
});
