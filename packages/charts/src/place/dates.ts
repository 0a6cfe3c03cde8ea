import type { CalendarDate } from "@avances/domain/round";
import { dateOfDay, dayNumber } from "../series/of-dates.ts";
import type { ThenAndNow } from "../series/then-and-now.ts";
import type { Share } from "./change.ts";
import { scaleOf } from "./scale.ts";

export interface PlacedDate {
  readonly country: string;
  /** Null where no date is shown. */
  readonly at: Share | null;
  /** The first date that the country gave, where it is another one. */
  readonly first: Share | null;
  /** Does the date lie before the last day of the data? On that day itself nothing has passed yet. Null where no date is shown. */
  readonly hasPassed: boolean | null;
}

export interface PlacedDates {
  /** The last day of the data. */
  readonly cutOff: Share;
  /** Beginnings of years. */
  readonly ticks: readonly { readonly year: number; readonly at: Share }[];
  /** In the order given. */
  readonly rows: readonly PlacedDate[];
}

/** Left and right of the picture, so that a mark or a year at the end of the axis is whole. */
const margin = 4;
const mostTicks = 6;

/** Dates on one line of time, from the first year that occurs to the last, with the last day of the data between them. */
export function placeDates(countries: readonly ThenAndNow[], lastDay: CalendarDate): PlacedDates {
  const cutOff = dayNumber(lastDay);
  const days = countries.flatMap(({ now, first }) =>
    now?.value == null ? [] : [now.value, first?.value ?? now.value],
  );
  const yearOf = (day: number) => Number(dateOfDay(day).slice(0, 4));
  const years = [cutOff, ...days].map(yearOf);
  const [from, to] = [Math.min(...years), Math.max(...years) + 1];
  const beginOf = (year: number) => dayNumber(`${year}-01-01`);
  const x = scaleOf([beginOf(from), beginOf(to)], [margin, 100 - margin]);
  const step = [1, 2, 5, 10, 20, 50].find((one) => (to - from) / one < mostTicks) ?? 100;
  return {
    cutOff: x(cutOff),
    ticks: Array.from({ length: to - from + 1 }, (_, n) => from + n)
      .filter((year) => year % step === 0)
      .map((year) => ({ year, at: x(beginOf(year)) })),
    rows: countries.map(({ country, now, first }) => {
      const day = now?.value ?? null;
      if (day === null) return { country, at: null, first: null, hasPassed: null };
      const isOther = first?.value != null && first.value !== day;
      return { country, at: x(day), first: isOther ? x(first.value) : null, hasPassed: day < cutOff };
    }),
  };
}
