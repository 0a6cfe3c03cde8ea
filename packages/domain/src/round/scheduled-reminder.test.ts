import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "./calendar-date.ts";
import { confirmedSteps } from "./confirmed-step.ts";
import { localClock, localDate } from "./deadline.ts";
import { noticeKey } from "./due-notices.ts";
import { noticeCalendar } from "./notice-calendar.ts";
import {
  instantOf,
  isClockTime,
  isTimeZone,
  lastDayToAsk,
  momentFault,
  type ScheduledState,
  scheduledLeaving,
} from "./scheduled-reminder.ts";
import { maySend } from "./sending-window.ts";

const zone = "America/Costa_Rica";
const asked = { timeZone: zone, opensOn: "2027-02-01", dueOn: "2027-04-30", returnDueOn: null };
const now = new Date("2027-04-06T16:00:00Z");

/** Costa Rica at ten o'clock on Tuesday 6 April 2027; everything of the calendar until then is in the ledger. */
const state: ScheduledState = {
  ...asked,
  ...{ obligated: true, exempt: false, status: "draft", firstSubmittedAt: null, dueToldAt: null, returnToldAt: null },
  ...{ daysOff: new Set(["2027-04-12"]), heldUntil: null, promisedOn: null },
  handled: new Set(["opening|2027-02-01", "before_30|2027-04-30"]),
  confirmation: { needed: confirmedSteps([]), decided: new Map() },
  ...{ lastSentAt: null, lastByHandAt: null, isAskUnderWay: false },
};
const at = (day: string, time: string) => instantOf({ day, time, timeZone: null }, zone);
const leaves = (day: string, time: string, patch: Partial<ScheduledState> = {}, on = now) => {
  const { goesAt, moved } = scheduledLeaving(at(day, time), { ...state, ...patch }, on);
  return `${localClock(goesAt, zone)} ${moved}`;
};

describe("when it leaves", () => {
  test.each([
    ["at its moment", "2027-04-08", "10:30", {}, "2027-04-08 10:30 null"],
    ["before nine", "2027-04-08", "07:00", {}, "2027-04-08 09:00 hours"],
    ["the last minute", "2027-04-08", "17:59", {}, "2027-04-08 17:59 null"],
    ["after six", "2027-04-08", "18:00", {}, "2027-04-09 09:00 hours"],
    ["on a Saturday", "2027-04-10", "10:00", { daysOff: new Set<string>() }, "2027-04-12 09:00 weekend"],
    ["on a Saturday before a day off", "2027-04-10", "10:00", {}, "2027-04-13 09:00 weekend"],
    ["on a day off", "2027-04-12", "10:00", {}, "2027-04-13 09:00 day_off"],
    ["while held", "2027-04-08", "10:00", { heldUntil: "2027-04-13" }, "2027-04-14 09:00 held"],
    ["before the day that was named", "2027-04-08", "10:00", { promisedOn: "2027-04-14" }, "2027-04-15 09:00 promised"],
    ["on the day of a step", "2027-04-16", "10:00", {}, "2027-04-19 09:00 another_message"],
    [
      "on the day of a message that has left",
      "2027-04-06",
      "15:00",
      { lastSentAt: now },
      "2027-04-07 09:00 another_message",
    ],
    [
      "on the day of a reminder by hand",
      "2027-04-06",
      "15:00",
      { lastByHandAt: now },
      "2027-04-07 09:00 another_message",
    ],
    [
      "while a message waits to be sent",
      "2027-04-06",
      "15:00",
      { isAskUnderWay: true },
      "2027-04-07 09:00 another_message",
    ],
  ] as const)("%s", (_, day, time, patch, expected) => {
    expect(leaves(day, time, patch as Partial<ScheduledState>)).toBe(expected);
  });

  test("a step that waits for a person takes no day", () => {
    const handled = new Set(
      ["before_14", "before_7", "before_1", "due_today", "overdue_1", "overdue_7", "escalation_14"].map(
        (step) => `${step}|2027-04-30`,
      ),
    );
    const late = new Date("2027-05-20T16:00:00Z");
    const own = { handled: new Set([...state.handled, ...handled]) };
    expect(leaves("2027-05-31", "10:00", own, late)).toBe("2027-05-31 10:00 null");
    const free = { needed: new Set<never>(), decided: new Map() };
    expect(leaves("2027-05-31", "10:00", { ...own, confirmation: free }, late)).toBe(
      "2027-06-01 09:00 another_message",
    );
  });

  test("one whose moment has passed leaves now, or says what it waited for", () => {
    const later = new Date("2027-04-09T16:00:00Z");
    expect(leaves("2027-04-08", "10:00", {}, later)).toBe("2027-04-09 10:00 null");
    expect(leaves("2027-04-08", "20:00", {}, later)).toBe("2027-04-09 10:00 hours");
    expect(leaves("2027-04-08", "10:00", { heldUntil: "2027-04-13" }, later)).toBe("2027-04-14 09:00 held");
    expect(leaves("2027-04-08", "10:00", { lastSentAt: later }, later)).toBe("2027-04-13 09:00 another_message");
  });

  test("always at or after its moment, in the hours of the country, on a day without another message, and again the same", () => {
    const day = fc.integer({ min: -5, max: 80 }).map((days) => addDays("2027-04-06", days));
    const time = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map(([h, m]) => `${h}`.padStart(2, "0").concat(":", `${m}`.padStart(2, "0")));
    const some = fc.record({
      heldUntil: fc.option(day, { nil: null }),
      promisedOn: fc.option(day, { nil: null }),
      daysOff: fc.array(day).map((days) => new Set(days)),
      lastSentAt: fc.option(fc.constant(now), { nil: null }),
      timeZone: fc.constantFrom(zone, "America/Tijuana", "Asia/Kolkata", "Pacific/Auckland"),
    });
    fc.assert(
      fc.property(day, time, some, (onDay, atTime, patch) => {
        const own = { ...state, ...patch };
        const sendAt = instantOf({ day: onDay, time: atTime, timeZone: null }, own.timeZone);
        const { goesAt, moved } = scheduledLeaving(sendAt, own, now);
        expect(goesAt >= sendAt && goesAt >= now).toBe(true);
        expect(maySend(goesAt, own)).toBe(true);
        if (own.lastSentAt !== null) expect(localDate(goesAt, own.timeZone)).not.toBe(localDate(now, own.timeZone));
        if (moved === null) expect(goesAt.getTime()).toBe(Math.max(sendAt.getTime(), now.getTime()));
        // Asked again at that instant, with all that the calendar sent until then in the ledger, it leaves.
        const handled = new Set(noticeCalendar.map((rule) => noticeKey(rule.step, "2027-04-30")));
        const then = { ...own, lastSentAt: null, handled };
        expect(scheduledLeaving(sendAt, then, goesAt).goesAt.getTime()).toBe(goesAt.getTime());
      }),
      { numRuns: 200 },
    );
  });
});

describe("which moments can be named", () => {
  const fault = (day: string, time: string, timeZone: string | null = null, patch = {}) =>
    momentFault({ day, time, timeZone }, { ...asked, ...patch }, now);

  test.each([
    ["now, to the minute", "2027-04-06", "10:00", null, "past"],
    ["a minute later", "2027-04-06", "10:01", null, null],
    ["by other clocks", "2027-04-06", "10:01", "America/New_York", "past"],
    ["the last minute of the last day", "2027-06-14", "23:59", null, null],
    ["a minute later", "2027-06-15", "00:00", null, "after_round"],
    ["the last minute by the clocks of Madrid", "2027-06-15", "07:59", "Europe/Madrid", null],
    ["a minute later there", "2027-06-15", "08:00", "Europe/Madrid", "after_round"],
    ["a zone that is none", "2027-04-08", "10:00", "America/San_Jose", "unknown_zone"],
    ["an offset", "2027-04-08", "10:00", "+02:00", "unknown_zone"],
    ["nothing", "2027-04-08", "10:00", "", "unknown_zone"],
  ] as const)("%s", (_, day, time, timeZone, expected) => {
    expect(fault(day, time, timeZone)).toBe(expected);
  });

  test("not before the opening day, and until the last step of returned work", () => {
    expect(fault("2027-04-08", "10:00", null, { opensOn: "2027-04-09" })).toBe("before_opening");
    expect(fault("2027-04-09", "00:00", null, { opensOn: "2027-04-09" })).toBeNull();
    expect(lastDayToAsk({ ...asked, returnDueOn: "2027-08-20" }, now)).toBe("2027-08-21");
    expect(lastDayToAsk(asked, new Date("2027-06-15T06:00:00Z"))).toBeNull();
  });

  test("hours of a day, and zones of the IANA database", () => {
    expect(["00:00", "09:30", "23:59"].map(isClockTime)).toEqual([true, true, true]);
    expect(["24:00", "9:30", "09:60", "09:30:00", ""].some(isClockTime)).toBe(false);
    expect(["UTC", "America/Costa_Rica", "America/Argentina/Buenos_Aires"].every(isTimeZone)).toBe(true);
    expect(["Mars/Base", "CST6", "-06:00", "Etc/GMT+99"].some(isTimeZone)).toBe(false);
  });
});
