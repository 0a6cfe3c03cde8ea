import { expect, test } from "vitest";
import { noDaysOff } from "../round/sending-window.ts";
import {
  anchorOf,
  heldInAnyRound,
  isStillDue,
  type MatterAskState,
  type MatterStep,
  matterRequestKey,
  matterSteps,
  nextMatterRequest,
  planMatterRequests,
} from "./matter-calendar.ts";

/** Costa Rica was sent something on 1 March 2027 and is to answer by Friday, 30 April. */
const asked: MatterAskState = {
  ...{ stage: "open", replyBy: "2027-04-30", dueOn: null, timeZone: "America/Costa_Rica", daysOff: noDaysOff },
  toldAt: new Date("2027-03-01T15:00:00Z"),
  personSince: new Date("2026-01-01T00:00:00Z"),
  handled: new Set(),
  lastMailAt: null,
};
const owed: MatterAskState = { ...asked, replyBy: null, dueOn: "2027-04-30", toldAt: null };
/** 09:00 in San José. */
const nine = (day: string) => new Date(`${day}T15:00:00Z`);
const planned = (state: MatterAskState, now: Date) =>
  planMatterRequests(state, now).map(({ step, disposition }) => `${step} ${disposition}`);

test.each([
  ["2027-04-22", []],
  ["2027-04-23", ["reply_before_7 send"]],
  ["2027-04-30", ["reply_before_7 send"]],
  // The day after is a Saturday: what has passed is recorded at once, the other leaves on Monday.
  ["2027-05-01", ["reply_before_7 date-passed"]],
  ["2027-05-03", ["reply_before_7 date-passed", "reply_overdue_1 send"]],
  ["2027-05-31", ["reply_before_7 date-passed", "reply_overdue_1 send"]],
  ["2027-06-01", ["reply_before_7 date-passed", "reply_overdue_1 date-passed"]],
])("of an answer that is awaited, at nine on %s: %j", (day, steps) => {
  expect(planned(asked, nine(day))).toEqual(steps);
});

test.each([
  ["2027-04-15", []],
  ["2027-04-16", ["commitment_before_14 send"]],
  ["2027-05-03", ["commitment_before_14 date-passed", "commitment_overdue_1 send"]],
])("of what is owed, at nine on %s: %j", (day, steps) => {
  expect(planned(owed, nine(day))).toEqual(steps);
});

test("what is in the ledger is not planned again; another day has requests of its own", () => {
  const handled = new Set([matterRequestKey("reply_before_7", "2027-04-30")]);
  expect(planned({ ...asked, handled }, nine("2027-04-23"))).toEqual([]);
  expect(planned({ ...asked, handled, replyBy: "2027-04-29" }, nine("2027-04-23"))).toEqual(["reply_before_7 send"]);
});

test("nobody is asked once nothing is owed, and of no day without one", () => {
  for (const stage of ["done", "dropped", "not_recorded"] as const)
    expect(planned({ ...asked, dueOn: "2027-04-30", stage }, nine("2027-05-03"))).toEqual([]);
  expect(planned({ ...asked, replyBy: null }, nine("2027-05-03"))).toEqual([]);
});

test("only in the sending hours of a working day that is neither off nor held, and once a day", () => {
  const day = nine("2027-04-23");
  expect(planned(asked, new Date(day.getTime() - 1))).toEqual([]);
  expect(planned(asked, new Date("2027-04-24T00:00:00Z"))).toEqual([]);
  expect(planned({ ...asked, daysOff: new Set(["2027-04-23"]) }, day)).toEqual([]);
  expect(planned({ ...asked, heldUntil: "2027-04-23" }, day)).toEqual([]);
  expect(planned({ ...asked, heldUntil: "2027-04-22" }, day)).toEqual(["reply_before_7 send"]);
  expect(planned({ ...asked, lastMailAt: nine("2027-04-23") }, new Date("2027-04-23T20:00:00Z"))).toEqual([]);
  expect(planned({ ...asked, lastMailAt: nine("2027-04-22") }, day)).toEqual(["reply_before_7 send"]);
});

test("whoever was told that day or later by hand, and whoever came later, is not told the same again", () => {
  expect(planned({ ...asked, toldAt: nine("2027-04-23") }, nine("2027-04-26"))).toEqual([
    "reply_before_7 told-otherwise",
  ]);
  expect(planned({ ...asked, toldAt: nine("2027-04-22") }, nine("2027-04-26"))).toEqual(["reply_before_7 send"]);
  // What was sent by hand names the day of the answer, not that of the commitment.
  expect(planned({ ...owed, toldAt: nine("2027-04-20") }, nine("2027-04-20"))).toEqual(["commitment_before_14 send"]);
  expect(planned({ ...asked, personSince: nine("2027-04-24") }, nine("2027-04-26"))).toEqual([
    "reply_before_7 told-otherwise",
  ]);
  expect(planned({ ...asked, personSince: nine("2027-04-23") }, nine("2027-04-26"))).toEqual(["reply_before_7 send"]);
});

test("of an answer and a commitment due together, one goes today and the other another day", () => {
  const both = { ...asked, dueOn: "2027-04-30" };
  expect(planned(both, nine("2027-04-26"))).toEqual(["reply_before_7 send"]);
  const handled = new Set([matterRequestKey("reply_before_7", "2027-04-30")]);
  expect(planned({ ...both, handled, lastMailAt: nine("2027-04-26") }, nine("2027-04-27"))).toEqual([
    "commitment_before_14 send",
  ]);
});

test("what comes next is what the planner would send, on the day on which it may leave", () => {
  const next = (state: MatterAskState, now: Date) => {
    const found = nextMatterRequest(state, now);
    return found && `${found.step} ${found.goesAt.toISOString()}`;
  };
  expect(next(asked, nine("2027-03-02"))).toBe("reply_before_7 2027-04-23T15:00:00.000Z");
  expect(next({ ...asked, heldUntil: "2027-05-05" }, nine("2027-04-22"))).toBe(
    "reply_overdue_1 2027-05-06T15:00:00.000Z",
  );
  expect(next({ ...asked, lastMailAt: nine("2027-04-23") }, new Date("2027-04-23T16:00:00Z"))).toBe(
    "reply_before_7 2027-04-26T15:00:00.000Z",
  );
  expect(next({ ...asked, stage: "done" }, nine("2027-03-02"))).toBeNull();
  expect(next(asked, nine("2027-06-02"))).toBeNull();
  // Whatever day it is: what is told to be next is planned at that moment, and nothing before it.
  for (let day = 1; day <= 90; day += 1) {
    const now = new Date(Date.UTC(2027, 2, day, 15));
    const found = nextMatterRequest(asked, now);
    if (found === null) continue;
    expect(planned(asked, found.goesAt)).toContain(`${found.step} send`);
    const before = new Date(found.goesAt.getTime() - 60_000);
    if (before > now) expect(planned(asked, before).filter((one) => one.endsWith("send"))).toEqual([]);
  }
});

test("what holds a country in any round holds its commitments; what holds another does not", () => {
  const holds = [
    { countryCode: "CRI", lastDay: "2027-04-10" },
    { countryCode: "CRI", lastDay: "2027-03-10" },
    { countryCode: null, lastDay: "2027-04-01" },
    { countryCode: "HND", lastDay: "2027-12-01" },
  ];
  expect(heldInAnyRound(holds, "CRI", "2027-03-20")).toBe("2027-04-10");
  expect(heldInAnyRound(holds, "MEX", "2027-03-20")).toBe("2027-04-01");
  expect(heldInAnyRound(holds, "MEX", "2027-04-02")).toBeNull();
});

test.each<[MatterStep, Partial<MatterAskState> & { isFiled?: boolean; awaits?: boolean }, string, string | null]>([
  ["reply_before_7", {}, "2027-04-23", null],
  ["reply_before_7", {}, "2027-04-30", "date"],
  ["reply_before_7", { replyBy: "2027-05-10" }, "2027-04-23", "date"],
  ["reply_before_7", { awaits: false }, "2027-04-23", "settled"],
  ["reply_before_7", { isFiled: false }, "2027-04-23", "settled"],
  ["reply_before_7", { stage: "dropped" }, "2027-04-23", "settled"],
  ["matter_sent", {}, "2027-05-23", null],
  ["matter_sent", { awaits: false }, "2027-04-23", null],
  ["matter_sent", { isFiled: false }, "2027-04-23", "settled"],
  ["matter_resend", { awaits: false }, "2027-04-23", "settled"],
  ["matter_resend", {}, "2027-05-23", null],
  ["commitment_before_14", { dueOn: "2027-04-30", awaits: false }, "2027-04-23", null],
  ["commitment_before_14", { dueOn: null }, "2027-04-23", "date"],
])("%s with %j, at nine on %s: %s", (step, change, day, why) => {
  const { isFiled = true, awaits = true, ...more } = change;
  const state = { ...asked, ...more, isFiled, awaits };
  expect(isStillDue({ step, anchorDate: "2027-04-30", writtenAt: nine("2027-04-20") }, state, nine(day))).toBe(why);
});

test("each step speaks of one day, or is sent by a person", () => {
  expect(matterSteps.map((step) => [step, anchorOf(step)])).toEqual([
    ["matter_sent", null],
    ["matter_resend", null],
    ["reply_before_7", "reply_by"],
    ["reply_overdue_1", "reply_by"],
    ["commitment_before_14", "due_on"],
    ["commitment_overdue_1", "due_on"],
  ]);
});
