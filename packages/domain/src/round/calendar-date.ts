/** A day without time or zone: `2027-04-30`. */
export type CalendarDate = string;

/** First and last year that a date of the portal may have. */
export const firstYear = 1900;
export const lastYear = 2100;

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Is this a day of the calendar from 1900 to 2100 (29 February only in leap years)? */
export function isCalendarDate(text: string): text is CalendarDate {
  const year = Number(text.slice(0, 4));
  return isRealDay(text) && year >= firstYear && year <= lastYear;
}

/** Is this a day of the calendar of any year from 0000 to 9999? */
export function isRealDay(text: string): boolean {
  const match = shape.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The day `days` later (or earlier when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
