import { addDays, type CalendarDate, daysBetween, isCalendarDate } from "./calendar-date.ts";
import type { DaysOff } from "./sending-window.ts";

/**
 * What the secretariat enters about days of a country: a `holiday` that the list lacks; `quiet` days on which nothing shall go out by itself,
 * such as those of an election or an emergency; or that a listed holiday is not kept (`works`).
 */
export const quietKinds = ["holiday", "quiet", "works"] as const;
export type QuietKind = (typeof quietKinds)[number];

/** Longer than this nothing is kept quiet: that is a hold of a round, or a mistake. */
export const longestQuietDays = 60;

/** The field that is wrong, and why. */
export interface QuietFault {
  readonly field: "firstDay" | "lastDay";
  readonly why: "no-day" | "past" | "too-far" | "before-first" | "too-long" | "no-holiday" | "known";
}

export interface NewQuietPeriod {
  readonly kind: QuietKind;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
}

/**
 * The days on which nothing goes out by itself to a country: its listed holidays without those on which people work, and what was entered.
 * `periods`: those of the country that count.
 */
export function daysOffOf(holidays: Iterable<CalendarDate>, periods: readonly NewQuietPeriod[]): DaysOff {
  const days = new Set(holidays);
  const entered = periods.map((period) => ({ kind: period.kind, days: daysOf(period) }));
  for (const { kind, days: kept } of entered) if (kind === "works") for (const day of kept) days.delete(day);
  for (const { kind, days: off } of entered) if (kind !== "works") for (const day of off) days.add(day);
  return days;
}

/** How far ahead days can be entered. */
const furthestDays = 3 * 366;

/**
 * What is wrong with days that somebody wants to enter; null = nothing. `today` in the country's calendar; `holidays`: the days that count as
 * holidays now. Days that have passed change nothing that was sent, so they are refused.
 */
export function quietFault(
  { kind, firstDay, lastDay }: NewQuietPeriod,
  today: CalendarDate,
  holidays: ReadonlySet<CalendarDate>,
): QuietFault | null {
  const wrong = (field: QuietFault["field"], why: QuietFault["why"]): QuietFault => ({ field, why });
  if (!isCalendarDate(firstDay)) return wrong("firstDay", "no-day");
  if (!isCalendarDate(lastDay)) return wrong("lastDay", "no-day");
  if (firstDay < today) return wrong("firstDay", "past");
  if (lastDay < firstDay) return wrong("lastDay", "before-first");
  if (daysBetween(firstDay, lastDay) >= longestQuietDays) return wrong("lastDay", "too-long");
  if (lastDay > addDays(today, furthestDays)) return wrong("lastDay", "too-far");
  if (kind === "works" && !daysOf({ firstDay, lastDay }).every((day) => holidays.has(day)))
    return wrong("firstDay", "no-holiday");
  if (kind === "holiday" && daysOf({ firstDay, lastDay }).every((day) => holidays.has(day)))
    return wrong("firstDay", "known");
  return null;
}

/** Every day from the first to the last. */
export function daysOf({ firstDay, lastDay }: Pick<NewQuietPeriod, "firstDay" | "lastDay">): readonly CalendarDate[] {
  return Array.from({ length: daysBetween(firstDay, lastDay) + 1 }, (_, index) => addDays(firstDay, index));
}
