import type { Text } from "../catalogue/language.ts";
import { textFaults } from "../catalogue/text-faults.ts";
import { type CalendarDate, isCalendarDate } from "../round/calendar-date.ts";
import type { CountryCode } from "./country.ts";

/** A day on which the offices of a country are closed by its law. */
export interface Holiday {
  readonly country: CountryCode;
  readonly day: CalendarDate;
  readonly name: Text;
  /** The law that names it. */
  readonly source: string;
  /** The day was computed from a rule of that law (Easter, a weekday, a day that is moved), so a decree may still set another. */
  readonly computed: boolean;
}

/** `holidays.json` as it is written: under `days` what a law names by its date, under `computed` what follows from a rule. */
export interface HolidayFile {
  readonly asOf: CalendarDate;
  /** The years whose days are in it; of others nothing is known. */
  readonly years: readonly number[];
  readonly note: Text;
  readonly countries: readonly {
    readonly country: CountryCode;
    readonly source: string;
    readonly holidays: readonly {
      readonly name: Text;
      readonly days: readonly CalendarDate[];
      readonly computed: readonly CalendarDate[];
    }[];
  }[];
}

/** Every holiday of the file, by country and day; where two fall on one day, both. */
export function holidaysOf({ countries }: HolidayFile): readonly Holiday[] {
  return countries
    .flatMap(({ country, source, holidays }) =>
      holidays.flatMap(({ name, days, computed }) => [
        ...days.map((day): Holiday => ({ country, day, name, source, computed: false })),
        ...computed.map((day): Holiday => ({ country, day, name, source, computed: true })),
      ]),
    )
    .sort((one, other) => one.country.localeCompare(other.country) || one.day.localeCompare(other.day));
}

/** What is wrong with the file, in sentences; empty when sound. Each country has days in each of its years. */
export function holidayFaults(file: HolidayFile, countries: readonly CountryCode[]): string[] {
  const faults = textFaults(file);
  const holidays = holidaysOf(file);
  for (const country of countries) {
    const own = holidays.filter((one) => one.country === country);
    for (const year of file.years) {
      if (!own.some(({ day }) => day.startsWith(`${year}-`))) faults.push(`${country}: no holiday in ${year}`);
    }
  }
  for (const { country, day, name, source } of holidays) {
    if (!countries.includes(country)) faults.push(`${country} is not a member country`);
    if (!isCalendarDate(day) || !file.years.includes(Number(day.slice(0, 4)))) {
      faults.push(`${country}: ${day} (${name.en}) is not a day of the years of the file`);
    }
    if (source.trim() === "") faults.push(`${country}: no source`);
  }
  return faults;
}
