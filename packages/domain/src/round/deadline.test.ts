import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reference } from "../../testing/catalogue.ts";
import { addDays } from "./calendar-date.ts";
import { endOfDay, localClock, localDate, localTime } from "./deadline.ts";
import { addWorkingDays, isWorkingDay } from "./working-days.ts";

const iso = (instant: Date) => instant.toISOString();

describe("the end of the due day in each capital", () => {
  test.each([
    ["BLZ", "2027-05-01T06:00:00.000Z"],
    ["CAN", "2027-05-01T04:00:00.000Z"],
    ["CRI", "2027-05-01T06:00:00.000Z"],
    ["DOM", "2027-05-01T04:00:00.000Z"],
    ["SLV", "2027-05-01T06:00:00.000Z"],
    ["GTM", "2027-05-01T06:00:00.000Z"],
    ["HND", "2027-05-01T06:00:00.000Z"],
    ["MEX", "2027-05-01T06:00:00.000Z"],
    ["NIC", "2027-05-01T06:00:00.000Z"],
    ["PAN", "2027-05-01T05:00:00.000Z"],
    ["USA", "2027-05-01T04:00:00.000Z"],
  ])("30 April 2027 ends in %s at %s", (alpha3, instant) => {
    const timeZone = reference.countries.find((country) => country.alpha3 === alpha3)?.timeZone ?? "";
    expect(iso(endOfDay("2027-04-30", timeZone))).toBe(instant);
  });

  test("in every capital and on every day, the last millisecond belongs to the day and the next one does not", () => {
    const zones = reference.countries.map(({ timeZone }) => timeZone);
    fc.assert(
      fc.property(fc.constantFrom(...zones, "America/Havana"), fc.integer({ min: 0, max: 3650 }), (timeZone, days) => {
        const date = addDays("2024-01-01", days);
        const end = endOfDay(date, timeZone);
        expect(localDate(end, timeZone)).toBe(addDays(date, 1));
        expect(localDate(new Date(end.getTime() - 1), timeZone)).toBe(date);
      }),
      { numRuns: 2000 },
    );
  });

  test("year end and 29 February", () => {
    expect(iso(endOfDay("2027-12-31", "America/Guatemala"))).toBe("2028-01-01T06:00:00.000Z");
    expect(iso(endOfDay("2028-02-28", "America/Panama"))).toBe("2028-02-29T05:00:00.000Z");
    expect(iso(endOfDay("2028-02-29", "America/Panama"))).toBe("2028-03-01T05:00:00.000Z");
  });

  test("days of 23 and 25 hours", () => {
    const length = (date: string) =>
      endOfDay(date, "America/New_York").getTime() - endOfDay(addDays(date, -1), "America/New_York").getTime();
    expect(length("2027-03-14")).toBe(23 * 3_600_000);
    expect(length("2027-11-07")).toBe(25 * 3_600_000);
  });

  test("where daylight saving skips midnight, the next day begins at one o'clock", () => {
    // Cuba, 14 March 2027: clocks go from 00:00 to 01:00 at 05:00Z.
    expect(iso(endOfDay("2027-03-13", "America/Havana"))).toBe("2027-03-14T05:00:00.000Z");
    expect(iso(localTime("2027-03-14", "00:30", "America/Havana"))).toBe("2027-03-14T05:00:00.000Z");
    expect(iso(localTime("2027-03-14", "01:00", "America/Havana"))).toBe("2027-03-14T05:00:00.000Z");
  });

  test("where midnight comes twice, the first one begins the day", () => {
    // Cuba, 7 November 2027: at 01:00 clocks go back to 00:00.
    expect(iso(endOfDay("2027-11-06", "America/Havana"))).toBe("2027-11-07T04:00:00.000Z");
    expect(iso(endOfDay("2027-11-07", "America/Havana"))).toBe("2027-11-08T05:00:00.000Z");
  });
});

describe("nine in the morning", () => {
  test("is an hour earlier in UTC while daylight saving lasts", () => {
    expect(iso(localTime("2027-03-13", "09:00", "America/Toronto"))).toBe("2027-03-13T14:00:00.000Z");
    expect(iso(localTime("2027-03-14", "09:00", "America/Toronto"))).toBe("2027-03-14T13:00:00.000Z");
    expect(iso(localTime("2027-11-07", "09:00", "America/Toronto"))).toBe("2027-11-07T14:00:00.000Z");
  });

  test("a skipped time is the first instant after the gap; a time that comes twice is the first", () => {
    expect(iso(localTime("2027-03-14", "02:30", "America/New_York"))).toBe("2027-03-14T07:00:00.000Z");
    expect(iso(localTime("2027-11-07", "01:30", "America/New_York"))).toBe("2027-11-07T05:30:00.000Z");
  });
});

test("the local day is that of the capital, to the millisecond", () => {
  expect(localDate(new Date("2027-05-01T05:59:59.999Z"), "America/Mexico_City")).toBe("2027-04-30");
  expect(localDate(new Date("2027-05-01T06:00:00.000Z"), "America/Mexico_City")).toBe("2027-05-01");
  expect(localDate(new Date("1969-12-31T23:59:59.999Z"), "UTC")).toBe("1969-12-31");
});

describe("working days", () => {
  test("leave out Saturday, Sunday and holidays", () => {
    expect(addWorkingDays("2027-04-30", 0)).toBe("2027-04-30");
    expect(addWorkingDays("2027-04-30", 1)).toBe("2027-05-03");
    expect(addWorkingDays("2027-04-30", 5)).toBe("2027-05-07");
    expect(addWorkingDays("2027-05-01", 1)).toBe("2027-05-03");
    expect(addWorkingDays("2027-05-03", -1)).toBe("2027-04-30");
    expect(addWorkingDays("2027-04-30", 1, new Set(["2027-05-03"]))).toBe("2027-05-04");
    expect(isWorkingDay("2027-05-01")).toBe(false);
  });
});

test("what is remembered of a minute is what the zone says, in whatever order it is asked, minute by minute around each change of its clocks", () => {
  const zones = [
    "America/New_York",
    "America/St_Johns",
    "America/Havana",
    "Asia/Gaza",
    "Australia/Lord_Howe",
    "America/Costa_Rica",
  ];
  const hour = 3_600_000;
  let changes = 0;
  for (const zone of zones) {
    const shown = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
    const offset = (at: number) => Date.parse(`${localClock(new Date(at), zone).replace(" ", "T")}Z`) - at;
    for (let at = Date.UTC(2009, 0, 1); at < Date.UTC(2012, 0, 1); at += 6 * hour) {
      if (offset(at) === offset(at + 6 * hour)) continue;
      changes += 1;
      const instants = Array.from({ length: 6 * 60 }, (_, minute) =>
        [0, 29_999, 59_999].map((ms) => at + minute * 60_000 + ms),
      ).flat();
      for (const instant of [...instants.toReversed(), ...instants])
        expect(`${zone} ${localClock(new Date(instant), zone)}`).toBe(`${zone} ${shown.format(instant)}`);
    }
  }
  expect(changes).toBeGreaterThan(20);
});
