import { expect, test } from "vitest";
import {
  attendanceViews,
  type DatedMeeting,
  daysUntil,
  hasBegun,
  mayBeHeld,
  meetingFaults,
  meetingStanding,
  newNotes,
  nextMeeting,
  roundOfMeeting,
  tidyPlan,
} from "./meeting.ts";

const known = new Set(["CRI", "HND", "IOM"]);
const plan = { heldOn: "2026-12-16", untilOn: null, place: "San José", host: "CRI" };

test.each([
  [{}, []],
  [{ untilOn: "2026-12-18" }, []],
  [{ untilOn: "2026-12-16" }, []],
  [{ host: null }, []],
  [{ host: "IOM" }, []],
  [{ untilOn: "2026-12-15" }, ["order"]],
  [{ untilOn: "2027-01-15" }, []],
  [{ untilOn: "2027-01-16" }, ["too_long"]],
  [{ place: "  " }, ["place"]],
  [{ place: "x".repeat(201) }, ["place"]],
  [{ host: "ZZZ" }, ["host"]],
  [{ untilOn: "2026-01-01", place: "", host: "ZZZ" }, ["order", "place", "host"]],
])("of a plan with %j: %j", (change, faults) => {
  expect(meetingFaults({ ...plan, ...change }, known)).toEqual(faults);
});

test("a meeting of one day has no last day, and its place no blanks around it", () => {
  expect(tidyPlan({ ...plan, untilOn: "2026-12-16", place: " San José " })).toEqual(plan);
  expect(tidyPlan({ ...plan, untilOn: "2026-12-17" })).toEqual({ ...plan, untilOn: "2026-12-17" });
});

const meeting: DatedMeeting = {
  ...{ heldOn: "2026-12-16", untilOn: "2026-12-17", state: "planned", timeZone: "America/Costa_Rica" },
};

// Costa Rica is six hours behind UTC: its days begin at 06:00Z.
test.each([
  ["2026-12-16T05:59:00Z", "to_come", false, false, 1],
  ["2026-12-16T06:00:00Z", "under_way", true, false, 0],
  ["2026-12-17T05:59:00Z", "under_way", true, false, 0],
  ["2026-12-17T06:00:00Z", "under_way", true, true, -1],
  ["2026-12-18T05:59:00Z", "under_way", true, true, -1],
  ["2026-12-18T06:00:00Z", "not_recorded", true, true, -2],
] as const)("at %s a planned meeting stands %s", (at, standing, begun, mayHold, days) => {
  const now = new Date(at);
  expect(meetingStanding(meeting, now)).toBe(standing);
  expect([hasBegun(meeting, now), mayBeHeld(meeting, now), daysUntil(meeting, now)]).toEqual([begun, mayHold, days]);
  for (const state of ["held", "cancelled"] as const) expect(meetingStanding({ ...meeting, state }, now)).toBe(state);
});

test("the next meeting is the earliest that has not passed, was not cancelled and was not held", () => {
  const now = new Date("2026-12-16T12:00:00Z");
  const on = (heldOn: string, more: Partial<DatedMeeting> = {}) => ({ ...meeting, heldOn, untilOn: null, ...more });
  const meetings = [
    ...[on("2027-03-01"), on("2027-01-10", { state: "cancelled" }), on("2027-02-01"), on("2026-12-15")],
    on("2026-12-16", { state: "held" }),
  ];
  expect(nextMeeting(meetings, now)?.heldOn).toBe("2027-02-01");
  expect(nextMeeting([...meetings, on("2026-12-16")], now)?.heldOn).toBe("2026-12-16");
  expect(nextMeeting([on("2026-12-15")], now)).toBeNull();
});

test("what is not on record is neither yes nor no, and one fact does not follow from the other", () => {
  const notes = [
    { participant: "MEX", fact: "attended", holds: true },
    { participant: "CRI", fact: "attended", holds: true },
    { participant: "CRI", fact: "shared_progress", holds: true },
    { participant: "BLZ", fact: "attended", holds: false },
    { participant: "IOM", fact: "shared_progress", holds: true },
  ] as const;
  expect(attendanceViews(notes, ["BLZ", "CRI", "HND", "MEX"])).toEqual([
    { participant: "BLZ", attended: false, sharedProgress: null, sharedFrom: null },
    { participant: "CRI", attended: true, sharedProgress: true, sharedFrom: "record" },
    { participant: "HND", attended: null, sharedProgress: null, sharedFrom: null },
    { participant: "MEX", attended: true, sharedProgress: null, sharedFrom: null },
    { participant: "IOM", attended: null, sharedProgress: true, sharedFrom: "record" },
  ]);
});

test("only what says something else is new", () => {
  const note = { participant: "CRI", fact: "attended", holds: true } as const;
  expect(newNotes([note], [note])).toEqual([]);
  expect(newNotes([{ ...note, holds: false }], [note])).toEqual([{ ...note, holds: false }]);
  expect(newNotes([{ ...note, fact: "shared_progress" }], [note])).toHaveLength(1);
});

test("the round of a meeting is the last that had opened by then, and none that is long over", () => {
  const rounds = [{ opensOn: "2025-02-01" }, { opensOn: "2026-02-01" }, { opensOn: "2027-02-01" }];
  const now = new Date("2026-11-20T12:00:00Z");
  expect(roundOfMeeting(meeting, rounds, now)).toBe(rounds[1]);
  expect(roundOfMeeting({ ...meeting, heldOn: "2026-01-20", untilOn: null }, rounds, now)).toBe(rounds[0]);
  expect(roundOfMeeting({ ...meeting, heldOn: "2013-11-18", untilOn: null }, rounds, now)).toBeNull();
  // To come in a year whose round has not opened: the one before is still what was asked for, until it is over a year old.
  expect(roundOfMeeting({ ...meeting, heldOn: "2027-03-01", untilOn: null }, rounds, now)).toBeNull();
  expect(roundOfMeeting({ ...meeting, heldOn: "2027-01-20", untilOn: null }, rounds, now)).toBe(rounds[1]);
});
