import { type CalendarDate, isCalendarDate } from "../round/calendar-date.ts";

/** Numbers and dates as people in the region type them. Typing is not data: what cannot be read stays as `text`, never becomes empty. */

export type UnreadableReason = "not-a-number" | "not-whole" | "negative" | "too-large";

export type ParsedCount =
  | { readonly kind: "empty" }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "invalid"; readonly reason: UnreadableReason; readonly text: string };

/** `value` in whole minor units. `not-whole`: more decimals than the currency has. */
export type ParsedAmount =
  | ParsedCount
  /** Both readings in whole minor units (the second rounded): grouped thousands first, decimals second. Ask which was meant. */
  | { readonly kind: "ambiguous"; readonly readings: readonly [number, number]; readonly text: string };

export type ParsedDate =
  | { readonly kind: "empty" }
  | { readonly kind: "date"; readonly value: CalendarDate }
  | { readonly kind: "invalid"; readonly reason: "not-a-date"; readonly text: string };

/** Largest count a field accepts: more than the persons of any member country. */
export const largestCount = 999_999_999;
/** Largest amount in major units; its minor units are still exact. */
export const largestAmount = 999_999_999_999;

/** Zero-width and direction marks that come along when a figure is pasted. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const grouped = /^([1-9]\d{0,2})([ ,.'])(\d{3}(?:\2\d{3})*)$/;
const groupedWithDecimals = /^([1-9]\d{0,2})([ ,.'])(\d{3}(?:\2\d{3})*)(?!\2)[.,](\d+)$/;
const plainWithDecimals = /^(\d*)[.,](\d+)$/;
const currencyMark = String.raw`(?:[A-Za-z]{0,3}[$₡€]|B\/\.?|[QL]\.?|[A-Z]{3})`;
const currencyBefore = new RegExp(`^${currencyMark} *(?=[-+\\d.,])`);
const currencyAfter = new RegExp(`(?<=\\d) *${currencyMark}$`);

/**
 * A whole number from 0 to 999,999,999. Groups of three may be parted by a comma, point, space (also non-breaking) or apostrophe;
 * "12.0" and "12,0" are 12; full-width digits are read. "1,23" is `not-whole`, "1.2.3" and "abc" are `not-a-number`.
 */
export function parseCount(text: string): ParsedCount {
  const typed = tidy(text);
  if (typed === "") return { kind: "empty" };
  const refuse = (reason: UnreadableReason): ParsedCount => ({ kind: "invalid", reason, text });
  const { negative, digits } = splitSign(typed);
  const parts = readGrouped(digits) ?? readDecimal(digits);
  if (parts === null) return refuse("not-a-number");
  if (/[1-9]/.test(parts.decimals)) return refuse("not-whole");
  const value = Number(parts.whole);
  if (negative && value > 0) return refuse("negative");
  return value > largestCount ? refuse("too-large") : { kind: "number", value };
}

/**
 * An amount in whole minor units; `minorDigits` is that of the currency (2 for most, 0 for some). A currency sign or code before or
 * after is ignored. One separator followed by exactly three digits is `ambiguous` when the currency has decimals.
 */
export function parseAmount(text: string, minorDigits: number): ParsedAmount {
  const typed = tidy(text);
  if (typed === "") return { kind: "empty" };
  const refuse = (reason: UnreadableReason): ParsedAmount => ({ kind: "invalid", reason, text });
  const outer = splitSign(typed);
  const inner = splitSign(outer.digits.replace(currencyBefore, "").replace(currencyAfter, ""));
  const negative = outer.negative || inner.negative;
  const asGroups = readGrouped(inner.digits);
  const asDecimals = readDecimal(inner.digits);
  const parts = asGroups ?? asDecimals;
  if (parts === null) return refuse("not-a-number");
  if (!negative && minorDigits > 0 && asGroups?.decimals === "" && asDecimals?.decimals.length === 3) {
    const decimal = Math.round((Number(asDecimals.whole + asDecimals.decimals) * 10 ** minorDigits) / 1000);
    return { kind: "ambiguous", readings: [Number(asGroups.whole) * 10 ** minorDigits, decimal], text };
  }
  if (/[1-9]/.test(parts.decimals.slice(minorDigits))) return refuse("not-whole");
  if (Number(parts.whole) > largestAmount) return refuse("too-large");
  const value = Number(parts.whole + parts.decimals.slice(0, minorDigits).padEnd(minorDigits, "0"));
  return negative && value > 0 ? refuse("negative") : { kind: "number", value };
}

/** ISO (`2027-04-30`) or day first (`30/4/2027`, also with points or dashes), as the whole region writes it. Years 1900 to 2100. */
export function parseDate(text: string): ParsedDate {
  const typed = tidy(text);
  if (typed === "") return { kind: "empty" };
  const match = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(typed);
  const date = match === null ? typed : `${match[4]}-${match[3]?.padStart(2, "0")}-${match[1]?.padStart(2, "0")}`;
  return isCalendarDate(date) ? { kind: "date", value: date } : { kind: "invalid", reason: "not-a-date", text };
}

interface NumberParts {
  readonly whole: string;
  readonly decimals: string;
}

/** NFKC makes full-width digits and signs plain, and every kind of non-breaking space a space. */
function tidy(text: string): string {
  return text
    .normalize("NFKC")
    .replace(invisible, "")
    .replace(/\s/g, " ")
    .replace(/[’‘´`]/g, "'")
    .replace(/[\u2212\u2013\u2010\u2011]/g, "-")
    .trim();
}

function splitSign(text: string): { readonly negative: boolean; readonly digits: string } {
  return /^[-+]/.test(text)
    ? { negative: text.startsWith("-"), digits: text.slice(1).trimStart() }
    : { negative: false, digits: text };
}

/** Bare digits, or groups of three all parted by the same sign, with or without decimals after another sign. */
function readGrouped(text: string): NumberParts | null {
  if (/^\d+$/.test(text)) return { whole: text, decimals: "" };
  const whole = grouped.exec(text);
  if (whole !== null) return { whole: `${whole[1]}${whole[3]}`.replace(/\D/g, ""), decimals: "" };
  const decimal = groupedWithDecimals.exec(text);
  return decimal === null
    ? null
    : { whole: `${decimal[1]}${decimal[3]}`.replace(/\D/g, ""), decimals: decimal[4] ?? "" };
}

function readDecimal(text: string): NumberParts | null {
  const match = plainWithDecimals.exec(text);
  return match === null ? null : { whole: match[1] || "0", decimals: match[2] ?? "" };
}
