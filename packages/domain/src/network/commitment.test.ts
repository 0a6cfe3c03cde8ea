import { expect, test } from "vitest";
import {
  type CommitmentStage,
  carriedOver,
  commitmentFaults,
  commitmentStages,
  dispatchFaults,
  lastSentTo,
  moveFaults,
  outcomeFaults,
  overdueDays,
  replyOf,
} from "./commitment.ts";
import { tallyOf } from "./commitment-sentence.ts";
import type { DatedMeeting } from "./meeting.ts";

const owed = { stage: "open", dueOn: "2027-04-30", timeZone: "America/Costa_Rica" } as const;

// Costa Rica is six hours behind UTC: its days end at 06:00Z.
test.each([
  ["2027-04-30T12:00:00Z", {}, null],
  ["2027-05-01T05:59:59Z", {}, null],
  ["2027-05-01T06:00:00Z", {}, 1],
  ["2027-05-10T12:00:00Z", {}, 10],
  ["2027-05-10T12:00:00Z", { stage: "in_progress" }, 10],
  ["2027-05-10T12:00:00Z", { stage: "done" }, null],
  ["2027-05-10T12:00:00Z", { stage: "dropped" }, null],
  ["2027-05-10T12:00:00Z", { stage: "not_recorded" }, null],
  ["2027-05-10T12:00:00Z", { dueOn: null }, null],
] as const)("at %s a commitment with %j is late by %s days", (at, change, days) => {
  expect(overdueDays({ ...owed, ...change }, new Date(at))).toBe(days);
});

const meeting = (id: string, heldOn: string, more: object = {}) =>
  ({ id, heldOn, untilOn: null, body: "LON", state: "held", ...more }) as const;
const madeAt = meeting("one", "2026-05-10", { untilOn: "2026-05-11" });

test("it is carried over each later meeting of its body that was held, as long as it is owed", () => {
  const meetings = [
    meeting("four", "2027-05-10"),
    meeting("two", "2026-05-11"),
    meeting("three", "2026-11-10"),
    meeting("planned", "2027-06-10", { state: "planned" }),
    meeting("cancelled", "2027-01-10", { state: "cancelled" }),
    meeting("other", "2027-01-11", { body: "RCGM" }),
    meeting("before", "2025-05-10"),
    madeAt,
  ];
  const over = (stage: CommitmentStage) => carriedOver({ stage, madeAt }, meetings).map(({ id }) => id);
  expect(commitmentStages.map((stage) => [stage, over(stage)])).toEqual([
    ["open", ["three", "four"]],
    ["in_progress", ["three", "four"]],
    ["done", []],
    ["dropped", []],
    ["not_recorded", []],
  ]);
  expect(carriedOver({ stage: "open", madeAt: null }, meetings)).toEqual([]);
});

const draft = { point: "3b", dueOn: "2027-01-10", stage: "open", isInReport: false } as const;
const made = { heldOn: "2026-05-10", untilOn: null, publicSource: null };
const told = { ...made, publicSource: "RCM-LON-2013" };

test.each([
  [{}, made, []],
  [{ dueOn: null, point: "" }, null, []],
  [{ stage: "in_progress" }, made, []],
  [{ point: "3b\n4" }, made, ["point"]],
  [{ point: "x".repeat(21) }, made, ["point"]],
  [{ dueOn: "2027-02-30" }, made, ["due_on"]],
  [{ dueOn: "2026-05-09" }, made, ["due_before_meeting"]],
  [{ dueOn: "2026-05-10" }, made, []],
  [{ isInReport: true }, told, []],
  [{ isInReport: true }, made, ["report_missing"]],
  [{ isInReport: true }, null, ["report_missing"]],
  [{ isInReport: true, stage: "not_recorded" }, told, []],
  // That nothing is on record of what became of it is said of a report, not of an own promise.
  [{ stage: "not_recorded" }, told, ["stage"]],
  [{ stage: "done" }, made, ["stage"]],
  [{ stage: "dropped" }, made, ["stage"]],
] as const)("entered with %j at %j: %j", (change, of, faults) => {
  expect(commitmentFaults({ ...draft, ...change }, of)).toEqual(faults);
});

test.each([
  ["open", "done", "", null, []],
  ["open", "open", " ", null, ["same"]],
  ["open", "open", "We wait for a law", null, []],
  ["open", "dropped", "no", null, ["reason"]],
  ["open", "dropped", "The body decided so", null, []],
  ["done", "open", "", null, []],
  ["open", "not_recorded", "", null, ["stage"]],
  ["open", "not_recorded", "", "RCM-LON-2013", []],
  ["not_recorded", "done", "", "RCM-LON-2013", []],
] as const)("from %s to %s with %j, source %j: %j", (from, stage, note, publicSource, faults) => {
  expect(moveFaults({ stage: from, publicSource }, { stage, note })).toEqual(faults);
});

test("only a later meeting that has begun, and was not cancelled, can have said what became of it", () => {
  const later: DatedMeeting = { heldOn: "2027-03-10", untilOn: null, state: "planned", timeZone: "UTC" };
  const now = new Date("2027-03-10T00:00:00Z");
  expect(outcomeFaults(made, later, now)).toEqual([]);
  expect(outcomeFaults(made, later, new Date("2027-03-09T23:59:00Z"))).toEqual(["meeting_to_come"]);
  expect(outcomeFaults(made, { ...later, state: "cancelled" }, now)).toEqual(["meeting_to_come"]);
  expect(outcomeFaults(made, { ...later, heldOn: made.heldOn }, now)).toEqual(["meeting_not_later"]);
  expect(outcomeFaults(null, later, now)).toEqual([]);
});

test.each([
  [{}, []],
  [{ replyBy: null }, []],
  [{ replyBy: "2027-03-09" }, ["reply_by"]],
  [{ replyBy: "2027-13-09" }, ["reply_by"]],
  [{ to: [] }, ["to_nobody"]],
  [{ to: ["CRI", "RCM-TS"] }, ["to_itself"]],
  [{ stage: "done" }, ["closed"]],
  [{ stage: "not_recorded" }, ["closed"]],
] as const)("sent with %j: %j", (change, faults) => {
  const sent = { author: "RCM-TS", stage: "open", to: ["CRI"], replyBy: "2027-03-10" } as const;
  expect(dispatchFaults({ ...sent, ...change }, "2027-03-10")).toEqual(faults);
});

test("an answer is one to what was sent last: what was said before that is none", () => {
  const at = (day: number) => new Date(Date.UTC(2027, 2, day));
  const dispatches = [
    { at: at(1), to: ["CRI", "HND"] },
    { at: at(10), to: ["CRI"] },
  ];
  const said = (id: string, participant: string, day: number) => ({ id, participant, at: at(day) });
  expect(lastSentTo("CRI", dispatches)).toEqual(at(10));
  expect(lastSentTo("HND", dispatches)).toEqual(at(1));
  expect(lastSentTo("MEX", dispatches)).toBeNull();
  const replies = [said("a", "CRI", 5), said("b", "HND", 5), said("c", "HND", 12), said("d", "MEX", 12)];
  expect(replyOf("CRI", dispatches, replies)).toBeNull();
  expect(replyOf("HND", dispatches, replies)?.id).toBe("c");
  expect(replyOf("MEX", dispatches, replies)).toBeNull();
  expect(replyOf("CRI", dispatches, [...replies, said("e", "CRI", 10)])?.id).toBe("e");
});

test("what is counted: each is in one stage, and may be late or carried over besides", () => {
  const one = (stage: CommitmentStage, overdue: number | null = null, over: readonly string[] = []) => ({
    ...{ stage, overdueDays: overdue, carriedOver: over },
  });
  const all = [
    one("open", 3, ["x"]),
    one("in_progress"),
    one("done"),
    one("dropped"),
    one("not_recorded"),
    one("open"),
  ];
  expect(tallyOf(all)).toEqual({ all: 6, owed: 3, overdue: 1, carriedOver: 1, done: 1, dropped: 1, notRecorded: 1 });
  expect(tallyOf([])).toEqual({ all: 0, owed: 0, overdue: 0, carriedOver: 0, done: 0, dropped: 0, notRecorded: 0 });
});
