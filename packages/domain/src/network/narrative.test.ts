import { describe, expect, test } from "vitest";
import { attendanceViews, bodyCodes, meetingStates } from "./index.ts";
import {
  invitesToTell,
  isShared,
  leftToTell,
  narrativeInstruments,
  progressDueOn,
  takesProgress,
} from "./narrative.ts";
import { visibilities } from "./visibility.ts";

test("progress is shared for meetings of the Network that will be or have been", () => {
  const taken = bodyCodes.flatMap((body) =>
    meetingStates.filter((state) => takesProgress({ body, state })).map((state) => `${body} ${state}`),
  );
  expect(taken).toEqual(["LON planned", "LON held"]);
});

test("a country is invited to tell it until the last day is over where the meeting is, and not once it was held or cancelled", () => {
  const days = { heldOn: "2027-03-10", untilOn: "2027-03-11", timeZone: "America/Toronto" };
  const meeting = { ...days, body: "LON", state: "planned" } as const;
  const lastMinute = new Date("2027-03-12T04:59:59Z");
  expect(invitesToTell(meeting, new Date("2026-12-01T15:00:00Z"))).toBe(true);
  expect(invitesToTell(meeting, lastMinute)).toBe(true);
  expect(invitesToTell(meeting, new Date("2027-03-12T05:00:00Z"))).toBe(false);
  for (const other of [{ state: "held" }, { state: "cancelled" }, { body: "RCGM" }] as const)
    expect(invitesToTell({ ...meeting, ...other }, lastMinute)).toBe(false);
});

test("it is awaited two weeks before, also across a year", () => {
  expect(progressDueOn({ heldOn: "2027-03-10" })).toBe("2027-02-24");
  expect(progressDueOn({ heldOn: "2027-01-08" })).toBe("2026-12-25");
});

test("what the Secretariat alone reads was not shared", () => {
  expect(visibilities.filter(isShared)).toEqual(["members", "network", "public"]);
});

test("a country tells of each Protocol once for a meeting; what it withdrew it may tell again", () => {
  const told = (author: string, instrument: "TIP" | "SOM", state: "draft" | "filed" | "withdrawn") => ({
    ...{ id: `${author}-${instrument}`, author, instrument, state },
  });
  expect(leftToTell([], "HND")).toEqual(narrativeInstruments);
  expect(leftToTell([told("HND", "TIP", "draft"), told("CRI", "SOM", "filed")], "HND")).toEqual(["SOM"]);
  expect(leftToTell([told("HND", "TIP", "withdrawn")], "HND")).toEqual(narrativeInstruments);
  // Its own words do not stand in its way.
  expect(leftToTell([told("HND", "TIP", "filed")], "HND", "HND-TIP")).toEqual(narrativeInstruments);
  expect(leftToTell([], null)).toEqual([]);
});

describe("who shared its progress", () => {
  const notes = [
    { participant: "HND", fact: "shared_progress", holds: false },
    { participant: "MEX", fact: "shared_progress", holds: true },
  ] as const;

  test("follows from what it filed, whatever was recorded; of others it is as recorded", () => {
    const views = attendanceViews(notes, ["BLZ", "HND", "MEX"], ["HND", "PER"]);
    expect(
      views.map(({ participant, sharedProgress, sharedFrom }) => [participant, sharedProgress, sharedFrom]),
    ).toEqual([
      ["BLZ", null, null],
      ["HND", true, "narrative"],
      ["MEX", true, "record"],
      ["PER", true, "narrative"],
    ]);
    expect(views.map(({ attended }) => attended)).toEqual([null, null, null, null]);
  });
});
