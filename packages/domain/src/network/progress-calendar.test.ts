import { expect, test } from "vitest";
import { noDaysOff } from "../round/sending-window.ts";
import {
  type AskingMeeting,
  asksForProgress,
  awaitedBy,
  awaitedSince,
  bodyMembersOn,
  type FiledProgress,
  isProgressDue,
  nextProgressRequest,
  type ProgressAskState,
  planProgressRequests,
  progressRequestKey,
  stillAwaited,
  toldBy,
} from "./progress-calendar.ts";

/** A meeting in Ottawa on Wednesday, 10 March 2027, known since the year before; Costa Rica is to tell by Wednesday, 24 February. */
const knownAt = new Date("2026-10-01T15:00:00Z");
const meeting: AskingMeeting = {
  ...{ body: "LON", state: "planned", heldOn: "2027-03-10", untilOn: "2027-03-11", timeZone: "America/Toronto" },
  dayKnownAt: knownAt,
};
const asked: ProgressAskState = {
  ...{ meeting, awaited: ["TIP", "SOM"], awaitedSince: null, timeZone: "America/Costa_Rica", daysOff: noDaysOff },
  ...{ toldAt: null, personSince: knownAt, handled: new Set<string>(), written: new Set<string>(), lastMailAt: null },
};
/** 09:00 in San José. */
const nine = (day: string) => new Date(`${day}T15:00:00Z`);
const planned = (state: ProgressAskState, now: Date) =>
  planProgressRequests(state, now).map(({ step, disposition }) => `${step} ${disposition}`);
const next = (state: ProgressAskState, now: Date) => {
  const found = nextProgressRequest(state, now);
  return found && `${found.step} ${found.goesAt.toISOString()}`;
};
const key = (step: Parameters<typeof progressRequestKey>[0], at = knownAt) => progressRequestKey(step, at);

test.each([
  ["2027-02-02", []],
  ["2027-02-03", ["progress_asked send"]],
  ["2027-02-21", []],
  // Of several that were missed the latest leaves.
  ["2027-02-22", ["progress_asked later-step", "progress_before_3 send"]],
  ["2027-02-24", ["progress_asked later-step", "progress_before_3 send"]],
  ["2027-02-25", ["progress_asked date-passed", "progress_before_3 date-passed", "progress_overdue_1 send"]],
  ["2027-03-09", ["progress_asked date-passed", "progress_before_3 date-passed", "progress_overdue_1 send"]],
  ["2027-03-10", []],
])("at nine on %s of what nobody was asked for: %j", (day, steps) => {
  expect(planned(asked, nine(day))).toEqual(steps);
});

test("nothing leaves at night, on a day off, while it is held, or beside another message", () => {
  expect(planned(asked, new Date("2027-02-03T14:59:59Z"))).toEqual([]);
  expect(planned(asked, new Date("2027-02-04T00:00:00Z"))).toEqual([]);
  expect(planned({ ...asked, daysOff: new Set(["2027-02-03"]) }, nine("2027-02-03"))).toEqual([]);
  expect(planned({ ...asked, heldUntil: "2027-02-03" }, nine("2027-02-03"))).toEqual([]);
  expect(planned({ ...asked, lastMailAt: nine("2027-02-03") }, nine("2027-02-03"))).toEqual([]);
  expect(planned({ ...asked, heldUntil: "2027-02-03" }, nine("2027-02-04"))).toEqual(["progress_asked send"]);
});

test("nobody is asked who has filed, or for a meeting that was cancelled, held, or of another body", () => {
  const day = nine("2027-02-03");
  expect(planned({ ...asked, awaited: [] }, day)).toEqual([]);
  expect(planned({ ...asked, awaited: ["SOM"] }, day)).toEqual(["progress_asked send"]);
  for (const other of [{ state: "cancelled" }, { state: "held" }, { body: "RCGM" }] as const)
    expect(planned({ ...asked, meeting: { ...meeting, ...other } }, day)).toEqual([]);
});

test("it ends with the first instant of the meeting, by the clocks of its host", () => {
  expect(asksForProgress(meeting, new Date("2027-03-10T04:59:59Z"))).toBe(true);
  expect(asksForProgress(meeting, new Date("2027-03-10T05:00:00Z"))).toBe(false);
});

test("once the meeting has moved everybody is asked anew, also when it moved back", () => {
  const handled = new Set([key("progress_asked")]);
  expect(planned({ ...asked, handled }, nine("2027-02-04"))).toEqual([]);
  const moved = { ...meeting, heldOn: "2027-03-17", dayKnownAt: nine("2027-02-04") };
  expect(planned({ ...asked, handled, meeting: moved }, nine("2027-02-09"))).toEqual([]);
  expect(planned({ ...asked, handled, meeting: moved }, nine("2027-02-10"))).toEqual(["progress_asked send"]);
  const back = { ...meeting, dayKnownAt: nine("2027-02-05") };
  expect(planned({ ...asked, handled, meeting: back }, nine("2027-02-05"))).toEqual(["progress_asked send"]);
});

test("where the meeting is entered late the first request goes at once, and of a day that had come nobody is late", () => {
  const late = { ...meeting, dayKnownAt: nine("2027-02-20") };
  // A Saturday: on Monday the reminder is due as well, of which one leaves.
  expect(next({ ...asked, meeting: late }, nine("2027-02-20"))).toBe("progress_before_3 2027-02-22T15:00:00.000Z");
  expect(planned({ ...asked, meeting: late }, nine("2027-02-22"))).toEqual([
    "progress_asked later-step",
    "progress_before_3 send",
  ]);
  const short = { ...meeting, dayKnownAt: nine("2027-02-24") };
  expect(awaitedBy(short, "America/Costa_Rica")).toBeNull();
  expect(planned({ ...asked, meeting: short }, nine("2027-02-24"))).toEqual(["progress_asked send"]);
  expect(planned({ ...asked, meeting: short }, nine("2027-03-09"))).toEqual(["progress_asked send"]);
  const again = { ...asked, meeting: short, handled: new Set([key("progress_asked", short.dayKnownAt)]) };
  expect(next(again, nine("2027-02-25"))).toBeNull();
});

test("what was said by hand is not said again on that day; who came later is asked unless a colleague was", () => {
  const day = nine("2027-02-22");
  expect(planned({ ...asked, toldAt: day }, day)).toEqual([
    "progress_asked told-otherwise",
    "progress_before_3 told-otherwise",
  ]);
  const came = { ...asked, personSince: nine("2027-02-10") };
  expect(planned(came, nine("2027-02-10"))).toEqual(["progress_asked send"]);
  expect(planned({ ...came, written: new Set([key("progress_asked")]) }, nine("2027-02-10"))).toEqual([
    "progress_asked told-otherwise",
  ]);
});

test("who takes back what was filed is not asked for what went by meanwhile, but by the next step", () => {
  const taken = { ...asked, awaited: ["TIP"], awaitedSince: nine("2027-02-12") } as const;
  expect(planned(taken, nine("2027-02-12"))).toEqual([]);
  expect(next(taken, nine("2027-02-12"))).toBe("progress_before_3 2027-02-22T15:00:00.000Z");
});

test("what comes next keeps the days of the country, and nothing comes once the meeting begins", () => {
  expect(next(asked, nine("2027-01-04"))).toBe("progress_asked 2027-02-03T15:00:00.000Z");
  expect(next({ ...asked, heldUntil: "2027-02-25" }, nine("2027-02-03"))).toBe(
    "progress_overdue_1 2027-02-26T15:00:00.000Z",
  );
  expect(next({ ...asked, lastMailAt: nine("2027-02-25") }, nine("2027-02-25"))).toBe(
    "progress_overdue_1 2027-02-26T15:00:00.000Z",
  );
  const all = new Set([key("progress_asked"), key("progress_before_3"), key("progress_overdue_1")]);
  expect(next({ ...asked, handled: all }, nine("2027-02-26"))).toBeNull();
  expect(next({ ...asked, heldUntil: "2027-03-09" }, nine("2027-03-01"))).toBeNull();
});

const told = (more: Partial<FiledProgress>): FiledProgress => ({
  ...{ author: "CRI", instrument: "TIP", state: "filed", visibility: "members", withdrawnAt: null },
  ...more,
});

test("how a country stands is said for each Protocol; who told the Secretariat alone is not pressed", () => {
  const at = nine("2027-02-12");
  const withdrawn = { state: "withdrawn", withdrawnAt: at } as const;
  expect(toldBy("CRI", [])).toEqual({ TIP: "nothing", SOM: "nothing" });
  expect(toldBy("CRI", [told({}), told({ instrument: "SOM", ...withdrawn }), told({ author: "HND" })])).toEqual({
    ...{ TIP: "shared", SOM: "withdrawn" },
  });
  expect(toldBy("CRI", [told(withdrawn), told({ visibility: "secretariat" })])).toEqual({
    ...{ TIP: "secretariat", SOM: "nothing" },
  });
  expect(stillAwaited({ TIP: "secretariat", SOM: "withdrawn" })).toEqual(["SOM"]);
  expect(stillAwaited({ TIP: "nothing", SOM: "shared" })).toEqual(["TIP"]);
  expect(awaitedSince("CRI", [told(withdrawn), told({ instrument: "SOM" })])).toEqual(at);
  // Of the other nothing was ever filed: that was awaited all along.
  expect(awaitedSince("CRI", [told(withdrawn)])).toBeNull();
  expect(awaitedSince("CRI", [told({}), told({ instrument: "SOM" })])).toBeNull();
});

test("members are asked, unless the record says that they were not members of the body on that day", () => {
  const term = (participant: string, untilOn: string | null, role: "member" | "observer" = "member") => ({
    ...{ participant, role, fromOn: "2020-01-01", untilOn, knownOn: null },
  });
  const terms = [
    term("CRI", null),
    term("HND", "2026-12-31"),
    term("GTM", "2026-12-31", "observer"),
    { ...term("MEX", null), fromOn: null, knownOn: "2013-11-18" },
  ];
  expect(bodyMembersOn(["CRI", "GTM", "HND", "MEX", "SLV"], terms, "2027-03-10")).toEqual(["CRI", "GTM", "MEX", "SLV"]);
});

test.each([
  ["progress_before_3", {}, "2027-02-23", null],
  ["progress_before_3", {}, "2027-02-25", "date"],
  ["progress_before_3", { awaited: [] }, "2027-02-23", "settled"],
  ["progress_before_3", { meeting: { ...meeting, state: "cancelled" } }, "2027-02-23", "settled"],
  [
    "progress_before_3",
    { meeting: { ...meeting, heldOn: "2027-03-17", dayKnownAt: nine("2027-02-22") } },
    "2027-02-23",
    "date",
  ],
  ["progress_by_hand", {}, "2027-02-25", null],
  [
    "progress_by_hand",
    { meeting: { ...meeting, heldOn: "2027-03-17", dayKnownAt: nine("2027-02-22") } },
    "2027-02-23",
    "date",
  ],
  ["progress_by_hand", {}, "2027-03-10", "settled"],
] as const)("%s that was written on 22 February is no longer due with %j on %s: %s", (step, more, day, why) => {
  const request = { step, dayKnownAt: knownAt, writtenAt: nine("2027-02-22") };
  expect(isProgressDue(request, { ...asked, ...more }, nine(day))).toBe(why);
});
