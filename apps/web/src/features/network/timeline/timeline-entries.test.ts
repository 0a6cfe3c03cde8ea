import type { TimelineView } from "@avances/contracts";
import { expect, test } from "vitest";
import type { PublicMatrix } from "#lib/published-queries.ts";
import { byYear, entriesOf, firstHeld } from "./timeline-entries.ts";

const now = new Date("2027-03-10T15:00:00Z");
const nothing: TimelineView = {
  ...{ today: "2027-03-10", meetings: [], offices: [], reports: [], activities: [], commitments: [] },
};
const unpublished: PublicMatrix = { edition: null, countries: [], rounds: [], mainRound: null, cells: [] };
type Meeting = TimelineView["meetings"][number];
const meeting = (id: string, heldOn: string, more: Partial<Meeting> = {}): Meeting => ({
  ...{ id, body: "LON", heldOn, untilOn: null, timeZone: "America/Costa_Rica", place: "San José", host: "CRI" },
  ...{ state: "planned", publicSource: null, invented: false, ...more },
});
const office: TimelineView["offices"][number] = {
  ...{ id: "o", body: "COALITION", participant: "CRI", role: "secretariat", invented: false },
  ...{ fromOn: null, untilOn: null, knownOn: null },
};
const told = (timeline: Partial<TimelineView>, matrix = unpublished) =>
  entriesOf({ ...nothing, ...timeline }, matrix, now).map((entry) => [entry.key, entry.day, entry.isToCome]);

test("a portal in which nothing was entered has no entry, no year and no first meeting", () => {
  expect([told({}), byYear([]), firstHeld([])]).toEqual([[], [], null]);
});

test("the latest comes first; a meeting is to come until its first day begins by its own clocks, and never again", () => {
  const meetings = [
    meeting("ahead", "2027-03-11"),
    meeting("today", "2027-03-10"),
    meeting("unsaid", "2027-03-09"),
    meeting("cancelled", "2027-04-01", { state: "cancelled" }),
  ];
  expect(told({ meetings })).toEqual([
    ["meeting cancelled", "2027-04-01", false],
    ["meeting ahead", "2027-03-11", true],
    ["meeting today", "2027-03-10", false],
    ["meeting unsaid", "2027-03-09", false],
  ]);
  // Neither the one that nobody said was held nor the one that was cancelled is the first.
  const held = meeting("held", "2027-03-01", { state: "held" });
  expect(firstHeld([...meetings, held])?.id).toBe("held");
  expect(firstHeld(meetings)).toBeNull();
});

test("of an office what is known: since when, until when, or one day on which it was so, and no day that nobody knows", () => {
  const days = (more: Partial<typeof office>) => told({ offices: [{ ...office, ...more }] });
  expect(days({ knownOn: "2013-11-18" })).toEqual([["office o known", "2013-11-18", false]]);
  expect(days({ fromOn: "2020-01-01", untilOn: "2028-01-01" })).toEqual([
    ["office o ends", "2028-01-01", true],
    ["office o begins", "2020-01-01", false],
  ]);
  // Beside a first day, a day on which it was so says nothing more.
  expect(days({ fromOn: "2020-01-01", knownOn: "2021-01-01" })).toEqual([["office o begins", "2020-01-01", false]]);
  expect(days({ fromOn: "2027-03-11" })).toEqual([["office o begins", "2027-03-11", true]]);
});

test("of a round only what is public: its days, and from when to when the reports date that are public now", () => {
  const rounds = [
    { roundYear: 2026, referenceYear: 2025, opensOn: "2026-02-01", dueOn: "2026-04-30", catalogueVersion: "1" },
    { roundYear: 2027, referenceYear: 2026, opensOn: "2027-02-01", dueOn: "2027-04-30", catalogueVersion: "1" },
  ];
  const cell = (country: string, publishedAt: string | null) => ({
    ...{ country, roundYear: 2026, referenceYear: 2025, state: "published" as const, obligated: true },
    ...{ publishedAt, version: 1, coverage: 90 },
  });
  const cells = [cell("CRI", "2026-06-02T15:00:00Z"), cell("HND", "2026-05-02T15:00:00Z"), cell("MEX", null)];
  const entries = entriesOf(nothing, { ...unpublished, rounds, cells }, now);
  expect(entries.map(({ key, day, isToCome }) => [key, day, isToCome])).toEqual([
    ["round 2027 due", "2027-04-30", true],
    ["round 2027 opens", "2027-02-01", false],
    ["round 2026 published", "2026-05-02", false],
    ["round 2026 due", "2026-04-30", false],
    ["round 2026 opens", "2026-02-01", false],
  ]);
  expect(entries[2]).toMatchObject({ countries: 2, lastOn: "2026-06-02", body: null, invented: false });
});

test("between the first year and the last none is passed over in silence", () => {
  const meetings = [meeting("a", "2013-11-18"), meeting("b", "2015-01-01"), meeting("c", "2026-01-01")];
  const groups = byYear(entriesOf({ ...nothing, meetings }, unpublished, now));
  expect(
    groups.map((group) => ("year" in group ? [group.year, group.entries.length] : [group.from, group.until])),
  ).toEqual([
    [2026, 1],
    [2016, 2025],
    [2015, 1],
    [2014, 2014],
    [2013, 1],
  ]);
});
