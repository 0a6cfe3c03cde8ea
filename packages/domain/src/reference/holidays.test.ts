import { describe, expect, test } from "vitest";
import file from "../../catalogue/holidays.json" with { type: "json" };
import { reference } from "../../testing/catalogue.ts";
import { type HolidayFile, holidayFaults, holidaysOf } from "./holidays.ts";

const members = reference.countries.map(({ alpha3 }) => alpha3);
const holidays = holidaysOf(file);
const named = (name: string) => holidays.filter((one) => one.name.en === name);
const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();

/** Easter Sunday of these years, from the tables of the United States Naval Observatory. */
const easter: Readonly<Record<string, string>> = { 2026: "2026-04-05", 2027: "2027-03-28", 2028: "2028-04-16" };
const before = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

describe("the holidays of the member countries", () => {
  test("the file is sound, and every country has its days in every year", () => {
    expect(holidayFaults(file, members)).toEqual([]);
  });

  test.each([
    ["Good Friday", 2],
    ["Maundy Thursday", 3],
    ["Holy Saturday", 1],
    ["Carnival Tuesday", 47],
    ["Corpus Christi", -60],
  ] as const)("%s follows Easter", (name, days) => {
    const own = named(name);
    expect(own.length).toBeGreaterThan(2);
    for (const { day } of own) expect([name, day]).toEqual([name, before(easter[day.slice(0, 4)] ?? "", days)]);
  });

  test("what a law names by its date has that date each year, and is not called computed", () => {
    const fixed = Map.groupBy(
      holidays.filter(({ computed, name }) => !computed && name.en !== "Celebrations of San Salvador"),
      ({ country, name }) => `${country} ${name.en}`,
    );
    expect(fixed.size).toBeGreaterThan(80);
    for (const [name, own] of fixed) {
      expect([name, new Set(own.map(({ day }) => day.slice(5))).size]).toEqual([name, 1]);
    }
    expect(named("Good Friday").every(({ computed }) => computed)).toBe(true);
  });

  test("days of a weekday are on it", () => {
    for (const name of [
      "Memorial Day",
      "Victoria Day",
      "Thanksgiving Day",
      "Constitution Day",
      "Martin Luther King Jr. Day",
    ]) {
      for (const { country, day, computed } of named(name).filter((one) => one.computed)) {
        const expected = name === "Thanksgiving Day" && country === "USA" ? 4 : 1;
        expect([country, name, day, computed, weekday(day)]).toEqual([country, name, day, true, expected]);
      }
    }
  });

  test("a file with a faulty day, an unknown country, a missing text or a year without days is refused in sentences", () => {
    const faulty: HolidayFile = {
      ...file,
      countries: [
        {
          country: "CRI",
          source: "",
          holidays: [{ name: { en: "A day", es: "" }, days: ["2026-02-30"], computed: [] }],
        },
        {
          country: "XXX",
          source: "A law",
          holidays: [{ name: { en: "B", es: "B" }, days: ["2031-01-01"], computed: [] }],
        },
      ],
    };
    expect(holidayFaults(faulty, ["CRI"])).toEqual([
      "/countries/0/holidays/0/name: no text in es",
      "CRI: no holiday in 2027",
      "CRI: no holiday in 2028",
      "CRI: 2026-02-30 (A day) is not a day of the years of the file",
      "CRI: no source",
      "XXX is not a member country",
      "XXX: 2031-01-01 (B) is not a day of the years of the file",
    ]);
  });
});
