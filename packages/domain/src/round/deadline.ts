import { addDays, type CalendarDate } from "./calendar-date.ts";

/** By zone, as it was written: a reader may name one in any case, so they are forgotten when they are more than there are zones. */
const formatters = new Map<string, Intl.DateTimeFormat>();
const mostFormatters = 1_000;

/**
 * By zone and minute, what clocks show there less the universal time: asking `Intl` is a thousand times dearer, and a planner asks of 195 countries what day it
 * is. No clock of a zone has changed within a minute since `minutesSince`. Forgotten together when they are many.
 */
const offsets = new Map<string, number>();
const mostOffsets = 20_000;
const minuteMs = 60_000;
const minutesSince = Date.UTC(2000, 0, 1);

/** First instant of the next local day. A submission received before it is on time. Methodology §8. */
export function endOfDay(date: CalendarDate, timeZone: string): Date {
  return localTime(addDays(date, 1), "00:00", timeZone);
}

/** The local date at this instant in this IANA time zone. */
export function localDate(instant: Date, timeZone: string): CalendarDate {
  return new Date(wallClock(instant.getTime(), timeZone)).toISOString().slice(0, 10);
}

/** What clocks in this zone show at this instant: `2026-04-30 09:00`. */
export function localClock(instant: Date, timeZone: string): string {
  return new Date(wallClock(instant.getTime(), timeZone)).toISOString().slice(0, 16).replace("T", " ");
}

/**
 * The first instant at which clocks in this zone show this day and time (`HH:MM`), or a later one when that time is skipped
 * (daylight saving begins, at midnight in some countries). A time that happens twice means its first occurrence.
 */
export function localTime(date: CalendarDate, time: string, timeZone: string): Date {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  const day = 86_400_000;
  const nearby = [wanted - day, wanted + day].map((instant) => wallClock(instant, timeZone) - instant);
  const candidates = nearby.map((offset) => wanted - offset).sort((one, other) => one - other) as [number, number];
  const exact = candidates.find((candidate) => wallClock(candidate, timeZone) === wanted);
  return new Date(exact ?? firstAtOrAfter(wanted, candidates, timeZone));
}

/** When the time is skipped, the two candidates lie on either side of the clock change; halving finds the first instant after it. */
function firstAtOrAfter(wanted: number, [before, after]: readonly [number, number], timeZone: string): number {
  let [low, high] = [before, after];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (wallClock(middle, timeZone) >= wanted) high = middle;
    else low = middle;
  }
  return high;
}

/** What the clocks show, written as if it were UTC so that it can be compared and subtracted. Milliseconds are kept. */
function wallClock(instant: number, timeZone: string): number {
  if (!(instant >= minutesSince)) return askedClock(instant, timeZone);
  const key = `${timeZone} ${Math.floor(instant / minuteMs)}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    offset = askedClock(instant, timeZone) - instant;
    if (offsets.size >= mostOffsets) offsets.clear();
    offsets.set(key, offset);
  }
  return instant + offset;
}

function askedClock(instant: number, timeZone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatterFor(timeZone).formatToParts(instant)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((instant % 1000) + 1000) % 1000);
}

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    if (formatters.size >= mostFormatters) formatters.clear();
    formatters.set(timeZone, formatter);
  }
  return formatter;
}
