import type { Formats } from "./format.ts";

type Days = Pick<Formats, "number" | "date" | "dayMonth" | "weekday">;

/** What a date says after its day and month: " 2027", " de 2027". */
function yearOf(f: Days, day: string): string {
  const [whole, part] = [f.date(day), f.dayMonth(day)];
  return whole.startsWith(part) ? whole.slice(part.length) : "";
}

/** The first day of several, without what the last one says too: "1 to 3 April 2027", "30 April to 2 May 2027". */
export function firstDay(f: Days, from: string, until: string): string {
  if (from.slice(0, 7) === until.slice(0, 7)) return f.number(Number(from.slice(8)));
  return from.slice(0, 4) === until.slice(0, 4) ? f.dayMonth(from) : f.date(from);
}

/** The same with the day of the week: only a year in common is left out. */
export function firstWeekday(f: Days, from: string, until: string): string {
  const whole = f.weekday(from);
  const year = from.slice(0, 4) === until.slice(0, 4) ? yearOf(f, from) : "";
  return year !== "" && whole.endsWith(year) ? whole.slice(0, -year.length) : whole;
}
