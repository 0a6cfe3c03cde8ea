import { describe, expect, test } from "vitest";
import { reference } from "../../testing/catalogue.ts";
import { closesOn } from "./closes-on.ts";
import { closingFault, isClosedFor } from "./closing-by-hand.ts";
import { localDate } from "./deadline.ts";
import { nextByItself, planNotices } from "./due-notices.ts";
import { promiseRange } from "./exchange.ts";
import { holdOf, holdRange } from "./hold.ts";
import type { CountryNoticeState } from "./notice-state.ts";
import { daysOf } from "./quiet-period.ts";
import { instantOf, momentFault, type ScheduledState, scheduledLeaving } from "./scheduled-reminder.ts";
import { sendingTime } from "./sending-window.ts";

/*
 * What the desk does with days, on the days on which clocks change: in 2027 those of Washington, Ottawa and the border of the United States with Mexico go forward on Sunday 14 March at 02:00
 * (five hours behind universal time, then four; on the border of the west eight, then seven) and back on Sunday 7 November at 02:00. Those of Mexico City and of every other capital stay. The
 * instants are written out by hand from that.
 */
const washington = "America/New_York";
const zones = reference.countries.map(({ timeZone }) => timeZone);
const at = (text: string) => new Date(text);

const state: CountryNoticeState & ScheduledState = {
  ...{ country: "USA", timeZone: washington, daysOff: new Set<string>(), heldUntil: null, promisedOn: null },
  ...{ obligated: true, exempt: false, status: "draft", firstSubmittedAt: null, dueToldAt: null, returnToldAt: null },
  ...{ opensOn: "2027-02-01", dueOn: "2027-04-30", returnDueOn: null, handled: new Set<string>() },
  confirmation: { needed: new Set<never>(), decided: new Map() },
  ...{ lastSentAt: null, lastByHandAt: null, isAskUnderWay: false },
};

describe("a hold", () => {
  const held = (lastDay: string, now: string, timeZone = washington) =>
    holdOf([{ roundYear: 2027, countryCode: null, lastDay }], {
      ...{ roundYear: 2027, country: "USA" },
      today: localDate(at(now), timeZone),
    }) !== undefined;

  test.each([
    ["the short day, to its last second", washington, "2027-03-14", "2027-03-15T03:59:59Z", "2027-03-15T04:00:00Z"],
    ["the day before it", washington, "2027-03-13", "2027-03-14T04:59:59Z", "2027-03-14T05:00:00Z"],
    ["the long day", washington, "2027-11-07", "2027-11-08T04:59:59Z", "2027-11-08T05:00:00Z"],
    ["the day before it", "America/Toronto", "2027-11-06", "2027-11-07T03:59:59Z", "2027-11-07T04:00:00Z"],
    [
      "the same day where no clock changes",
      "America/Mexico_City",
      "2027-11-07",
      "2027-11-08T05:59:59Z",
      "2027-11-08T06:00:00Z",
    ],
    ["on the border in the west", "America/Tijuana", "2027-03-14", "2027-03-15T06:59:59Z", "2027-03-15T07:00:00Z"],
  ] as const)("until %s (%s)", (_, timeZone, lastDay, last, first) => {
    expect([held(lastDay, last, timeZone), held(lastDay, first, timeZone)]).toEqual([true, false]);
  });

  test("the first day that can be named is that of the capital, an hour before and after midnight", () => {
    const first = (now: string) =>
      holdRange({ today: localDate(at(now), washington), dueOn: "2027-04-30", returnDueOn: null })?.earliest;
    expect([first("2027-03-15T03:30:00Z"), first("2027-03-15T04:30:00Z")]).toEqual(["2027-03-14", "2027-03-15"]);
    expect([first("2027-11-08T04:30:00Z"), first("2027-11-08T05:30:00Z")]).toEqual([undefined, undefined]);
  });

  test.each([
    ["forward", "2027-03-14", "2027-03-13T16:00:00Z", "2027-03-15T13:00:00.000Z"],
    ["back", "2027-11-07", "2027-11-05T16:00:00Z", "2027-11-08T14:00:00.000Z"],
  ] as const)(
    "over the night on which they go %s: what is due leaves at nine by the clocks of then",
    (_, day, now, leaves) => {
      const ends = (patch: object) => sendingTime(localDate(at(now), washington), at(now), { ...state, ...patch });
      expect(ends({ heldUntil: day }).toISOString()).toBe(leaves);
      // A day that the country named, and one that is kept quiet, end as a hold does.
      expect(ends({ promisedOn: day }).toISOString()).toBe(leaves);
      const quiet = { firstDay: localDate(at(now), washington), lastDay: day };
      const off = new Set(daysOf(quiet));
      expect(ends({ daysOff: off }).toISOString()).toBe(leaves);
    },
  );
});

test("the days that a country may name for its report are sixty whole days of the calendar, over either change", () => {
  for (const [spokenOn, latest] of [
    ["2027-01-20", "2027-03-21"],
    ["2027-03-14", "2027-05-13"],
    ["2027-10-01", "2027-11-30"],
    ["2027-11-07", "2028-01-06"],
  ] as const)
    expect(promiseRange(spokenOn)).toEqual({ earliest: spokenOn, latest });
});

describe("the closing of a round that was due on such a day", () => {
  const round = (dueOn: string) => ({ dueOn, closesByItselfOn: "2027-12-22", closedAt: null });

  test.each([
    ["2027-03-14", "2027-03-15T05:59:59Z", "2027-03-15T06:00:00Z"],
    ["2027-11-07", "2027-11-08T05:59:59Z", "2027-11-08T06:00:00Z"],
  ])("%s: from the end of that day in the last capital, whose clocks stay", (dueOn, before, from) => {
    expect(closingFault(round(dueOn), at(before), zones)).toBe("not_due");
    expect(closingFault(round(dueOn), at(from), zones)).toBeNull();
  });

  test.each([
    ["USA", washington, "2027-03-14", "2027-03-15T03:59:59Z", "2027-03-15T04:00:00Z"],
    ["CAN", "America/Toronto", "2027-11-07", "2027-11-08T04:59:59Z", "2027-11-08T05:00:00Z"],
    ["MEX", "America/Mexico_City", "2027-11-07", "2027-11-08T05:59:59Z", "2027-11-08T06:00:00Z"],
  ])("for %s its own date has passed only when its day has ended there", (_, timeZone, dueOn, before, from) => {
    expect(isClosedFor({ dueOn, timeZone }, at(before))).toBe(false);
    expect(isClosedFor({ dueOn, timeZone }, at(from))).toBe(true);
  });

  test("the day on which it was closed is that of the reader's capital", () => {
    const closed = { dueOn: "2027-03-14", closedAt: "2027-03-15T03:30:00Z" };
    expect([closesOn(closed, washington), closesOn(closed, "America/Santo_Domingo")]).toEqual([
      "2027-03-14",
      "2027-03-14",
    ]);
    const later = { ...closed, closedAt: "2027-03-15T04:00:00Z" };
    expect([closesOn(later, washington), closesOn(later, "America/Mexico_City")]).toEqual(["2027-03-15", "2027-03-14"]);
  });
});

describe("a reminder that is set", () => {
  const leaves = (
    day: string,
    time: string,
    timeZone: string | null,
    now: string,
    patch: Partial<ScheduledState> = {},
  ) => {
    const own = { ...state, handled: stepsGone, ...patch };
    const { goesAt, moved } = scheduledLeaving(instantOf({ day, time, timeZone }, own.timeZone), own, at(now));
    return `${goesAt.toISOString()} ${moved}`;
  };
  const stepsGone = new Set(["opening|2027-02-01", "before_30|2027-04-30", "before_14|2027-04-30"]);
  const winter = "2027-03-10T15:00:00Z";
  const inFall = "2027-11-03T15:00:00Z";
  const late = { opensOn: "2027-09-01", dueOn: "2027-12-15", handled: new Set(["opening|2027-09-01"]) };

  test.each([
    [
      "the last Friday of winter, in its last minute",
      "2027-03-12",
      "17:59",
      null,
      winter,
      {},
      "2027-03-12T22:59:00.000Z null",
    ],
    ["a minute later", "2027-03-12", "18:00", null, winter, {}, "2027-03-15T13:00:00.000Z hours"],
    ["an hour that the clocks leap over", "2027-03-14", "02:30", null, winter, {}, "2027-03-15T13:00:00.000Z weekend"],
    ["the first Monday of summer", "2027-03-15", "09:00", null, winter, {}, "2027-03-15T13:00:00.000Z null"],
    [
      "by clocks that stay: eight there, nine in the country only in summer",
      "2027-03-12",
      "07:00",
      "America/Costa_Rica",
      winter,
      {},
      "2027-03-12T14:00:00.000Z hours",
    ],
    [
      "the same hour by them a week later",
      "2027-03-19",
      "07:00",
      "America/Costa_Rica",
      winter,
      {},
      "2027-03-19T13:00:00.000Z null",
    ],
    [
      "by the clocks of Los Angeles",
      "2027-03-15",
      "06:00",
      "America/Los_Angeles",
      winter,
      {},
      "2027-03-15T13:00:00.000Z null",
    ],
    [
      "by those of the border",
      "2027-03-15",
      "07:00",
      "America/Ciudad_Juarez",
      winter,
      {},
      "2027-03-15T13:00:00.000Z null",
    ],
    ["an hour that comes twice", "2027-11-07", "01:30", null, inFall, late, "2027-11-08T14:00:00.000Z weekend"],
    ["the first Monday of winter", "2027-11-08", "17:59", null, inFall, late, "2027-11-08T22:59:00.000Z null"],
    ["a minute later", "2027-11-08", "18:00", null, inFall, late, "2027-11-09T14:00:00.000Z hours"],
    [
      "a country whose clocks stay",
      "2027-03-15",
      "09:00",
      null,
      winter,
      { timeZone: "America/Mexico_City" },
      "2027-03-15T15:00:00.000Z null",
    ],
  ] as const)("%s", (_, day, time, timeZone, now, patch, expected) => {
    expect(leaves(day, time, timeZone, now, patch as Partial<ScheduledState>)).toBe(expected);
  });

  test("an hour that comes twice is its first: after that it has passed", () => {
    const fault = (now: string) =>
      momentFault({ day: "2027-11-07", time: "01:30", timeZone: null }, { ...state, ...late }, at(now));
    expect([fault("2027-11-07T05:29:59Z"), fault("2027-11-07T05:30:00Z")]).toEqual([null, "past"]);
  });
});

describe("a step that was held for thirty days", () => {
  // Its own day is Monday 11 October at nine, thirteen hours universal time; the clocks go back in between.
  const due = { opensOn: "2027-07-01", dueOn: "2027-10-10", status: "not_started" as const };
  const handled = new Set([
    "opening|2027-07-01",
    ...["before_30", "before_14", "before_7", "before_1", "due_today"].map((step) => `${step}|2027-10-10`),
    // Later steps are none of its own here.
    ...["overdue_7", "escalation_14", "escalation_30", "closing_45"].map((step) => `${step}|2027-10-10`),
  ]);
  const held = { ...state, ...due, handled, heldUntil: "2027-11-09" };

  test("leaves on the thirtieth day, whatever the clocks did, at the hour that was foretold and a minute after it", () => {
    const foretold = nextByItself(held, at("2027-10-20T15:00:00Z"));
    expect([foretold?.step, foretold?.goesAt.toISOString()]).toEqual(["overdue_1", "2027-11-10T14:00:00.000Z"]);
    for (const now of ["2027-11-10T14:00:00Z", "2027-11-10T14:01:00Z", "2027-11-10T22:59:00Z"])
      expect(planNotices({ now: at(now), countries: [held] }).map((one) => `${one.step} ${one.disposition}`)).toEqual([
        "overdue_1 send",
      ]);
    const after = { ...held, heldUntil: "2027-11-10" };
    expect(planNotices({ now: at("2027-11-11T14:00:00Z"), countries: [after] }).map((one) => one.disposition)).toEqual([
      "too-late",
    ]);
  });
});
