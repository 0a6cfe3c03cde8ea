import { addDays, type CalendarDate } from "./calendar-date.ts";

/** Monday to Friday, unless the day is one of `holidays`. */
export function isWorkingDay(date: CalendarDate, holidays: ReadonlySet<CalendarDate> = new Set()): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(date);
}

/** The `count`-th working day after `date` (before it when negative); the date itself for 0. */
export function addWorkingDays(
  date: CalendarDate,
  count: number,
  holidays: ReadonlySet<CalendarDate> = new Set(),
): CalendarDate {
  const direction = count < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, direction);
    if (isWorkingDay(day, holidays)) left -= 1;
  }
  return day;
}
