import { type Language, languages } from "../catalogue/language.ts";
import { type CalendarDate, isCalendarDate, isRealDay } from "../round/calendar-date.ts";
import { readTyped } from "./typed-text.ts";

export type DateFault = "not-a-date" | "outside-years" | "several-cells" | "other-weekday";

export type ParsedDate =
  | { readonly kind: "empty" }
  | { readonly kind: "date"; readonly value: CalendarDate }
  /** `outside-years`: before 1900 or after 2100. `other-weekday`: the weekday that was written is not that of the date. */
  | { readonly kind: "invalid"; readonly reason: DateFault; readonly text: string };

/** How people name the months and days of the week: in full and short, without accents. Sunday first, as `getUTCDay` counts. */
const dateNames: Readonly<
  Record<Language, { readonly months: readonly (readonly string[])[]; readonly weekdays: readonly string[] }>
> = {
  en: {
    months: [
      ["january", "jan"],
      ["february", "feb"],
      ["march", "mar"],
      ["april", "apr"],
      ["may"],
      ["june", "jun"],
      ["july", "jul"],
      ["august", "aug"],
      ["september", "sep", "sept"],
      ["october", "oct"],
      ["november", "nov"],
      ["december", "dec"],
    ],
    weekdays: ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"],
  },
  es: {
    months: [
      ["enero", "ene"],
      ["febrero", "feb"],
      ["marzo", "mar"],
      ["abril", "abr"],
      ["mayo", "may"],
      ["junio", "jun"],
      ["julio", "jul"],
      ["agosto", "ago"],
      ["septiembre", "setiembre", "sep", "sept", "set"],
      ["octubre", "oct"],
      ["noviembre", "nov"],
      ["diciembre", "dic"],
    ],
    weekdays: ["domingo", "lunes", "martes", "miercoles", "jueves", "viernes", "sabado"],
  },
};
const namesOfMonths = languages.map((language) => dateNames[language].months);
const namesOfWeekdays = languages.map((language) => dateNames[language].weekdays);

/**
 * A date in figures: ISO (`2027-04-30`, also with slashes), or day first (`30/4/2027`, also with points or dashes), as the whole region
 * writes it. A date in words as the portal itself writes it (`30 de abril de 2027`, `viernes, 30 de abril de 2027`, `30 Apr 2027`), or
 * with the month first where it is a word (`April 30, 2027`). Years 1900 to 2100.
 */
export function parseDate(text: string): ParsedDate {
  const read = readTyped(text);
  if (read.kind === "empty") return read;
  if (read.kind === "unreadable" && read.reason === "several-cells")
    return { kind: "invalid", reason: "several-cells", text };
  const typed = read.kind === "text" ? read.typed : "";
  const { weekday, rest } = splitWeekday(plainWords(typed));
  const value = inFigures(rest) ?? inWords(rest);
  if (value === null || !isRealDay(value)) return { kind: "invalid", reason: "not-a-date", text };
  if (!isCalendarDate(value)) return { kind: "invalid", reason: "outside-years", text };
  if (weekday !== null && weekday !== weekdayOf(value)) return { kind: "invalid", reason: "other-weekday", text };
  return { kind: "date", value };
}

/** Small letters without accents, single spaces. */
function plainWords(typed: string): string {
  return typed
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ \u00a0\u202f]+/g, " ");
}

function splitWeekday(words: string): { readonly weekday: number | null; readonly rest: string } {
  const match = /^([a-z]+),? (?=.*\d)/.exec(words);
  const place = placeIn(namesOfWeekdays, (name) => name === match?.[1]);
  return match === null || place < 0
    ? { weekday: null, rest: words }
    : { weekday: place, rest: words.slice(match[0].length) };
}

function inFigures(typed: string): string | null {
  const yearFirst = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/.exec(typed);
  if (yearFirst !== null) return iso(yearFirst[1], yearFirst[3], yearFirst[4]);
  const dayFirst = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(typed);
  return dayFirst === null ? null : iso(dayFirst[4], dayFirst[3], dayFirst[1]);
}

function inWords(typed: string): string | null {
  const dayFirst = /^(\d{1,2})(?:\.?[ºo]|ro|st|nd|rd|th)?[ -](?:de )?([a-z]+)\.?,?[ -](?:del? )?(\d{4})$/.exec(typed);
  if (dayFirst !== null) return iso(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(typed);
  return monthFirst === null ? null : iso(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
}

/** "1" to "12", or "0" for an unknown name: no date has month 0. */
function monthOf(name: string | undefined): string {
  return String(placeIn(namesOfMonths, (names) => names.some((one) => one === name)) + 1);
}

/** Position in the list of the first language that has it, or -1. */
function placeIn<T>(lists: readonly (readonly T[])[], isMeant: (one: T) => boolean): number {
  return Math.max(...lists.map((list) => list.findIndex(isMeant)));
}

function iso(year = "", month = "", day = ""): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** 0 = Sunday. */
function weekdayOf(date: CalendarDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}
