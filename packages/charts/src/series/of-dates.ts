import type { Language } from "@avances/domain/catalogue";
import { addDays, type CalendarDate, daysBetween } from "@avances/domain/round";
import { toIndicatorSeries } from "./of-indicator.ts";
import type { PublicIndicator } from "./published.ts";
import type { CountrySeries } from "./series.ts";

const start = "1970-01-01";

/** A day as a number, so that days have places on a line: days since the start of 1970. */
export function dayNumber(date: CalendarDate): number {
  return daysBetween(start, date);
}

export function dateOfDay(day: number): CalendarDate {
  return addDays(start, day);
}

/** One series per country, with a point for every round: the day that was given, as a number, or the mark that says why there is none. */
export function toDateSeries(data: PublicIndicator, language: Language, today: string): CountrySeries[] {
  return toIndicatorSeries(data, language, today, ({ value }) =>
    value?.type === "date" ? dayNumber(value.date) : null,
  );
}
