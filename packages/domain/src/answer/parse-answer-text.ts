import { type TypedCurrency, takeCurrency } from "./currency-mark.ts";
import { type FigureReading, readFigures } from "./read-figures.ts";
import { hasUnusualSigns, readTyped } from "./typed-text.ts";

/**
 * Numbers as people in the region type them. The result is the one reading that these conventions allow, or all possible readings so that
 * the person can be asked, or a refusal with its reason. What cannot be read is kept as `text`; it never becomes an empty answer.
 */

export type UnreadableReason =
  | "not-a-number"
  | "not-whole"
  | "negative"
  | "too-large"
  /** A tab or line break inside: several table cells, which never make one figure. */
  | "several-cells"
  /** Signs that only look like digits or separators. */
  | "unusual-signs"
  /** What stands beside the figures names no currency, or names two. */
  | "unclear-currency";

/** `value`: whole minor units for an amount, the number itself for a count. */
export type ParsedNumber =
  | { readonly kind: "empty" }
  | { readonly kind: "number"; readonly value: number }
  /** Two or more readings, the largest first. Ask which was meant. */
  | { readonly kind: "ambiguous"; readonly readings: readonly number[]; readonly text: string }
  /** `not-whole`: decimals in a count, or more of them than the currency has. */
  | { readonly kind: "invalid"; readonly reason: UnreadableReason; readonly text: string };

/** Largest count a field accepts: more than the population of any member country. */
export const largestCount = 999_999_999;
/** Largest amount in major units; in minor units it is still an exact integer. */
export const largestAmount = 999_999_999_999;

const leadingSign = /^[-+\u2212\u2010-\u2013]/;

/**
 * A whole number from 0 to 999,999,999. Groups of three may be separated by a comma, point, space (also non-breaking) or apostrophe, or as in
 * `1'234,567`; "12.0" and "12,0" are 12. "12.000" is ambiguous: twelve thousand, or twelve with three decimals. "12,000" is not, because
 * the portal itself writes thousands that way.
 */
export function parseCount(text: string): ParsedNumber {
  const read = readTyped(text);
  if (read.kind === "empty") return read;
  if (read.kind === "unreadable") return { kind: "invalid", reason: read.reason, text };
  const { isNegative, figures } = splitSign(read.typed);
  const readings = /^[1-9]\d{0,2}(?:,\d{3})+$/.test(figures)
    ? [{ whole: figures.replaceAll(",", ""), decimals: "", by: "sure" as const }]
    : readFigures(figures);
  return decide(text, figures, readings, { isNegative, minorDigits: 0, largest: largestCount });
}

/**
 * An amount in whole minor units; `minorDigits` are the decimals of the currency (2 for most, 0 for some). A currency beside the figures
 * does not change them; `typedCurrency` says which one it is. One separator followed by exactly three digits is ambiguous if the currency
 * has decimals.
 */
export function parseAmount(text: string, minorDigits: number): ParsedNumber {
  const read = readTyped(text);
  if (read.kind === "empty") return read;
  if (read.kind === "unreadable") return { kind: "invalid", reason: read.reason, text };
  const currency = takeCurrency(read.typed);
  if (currency?.currencies.length === 0) {
    return { kind: "invalid", reason: /\p{N}/u.test(currency.mark) ? "unusual-signs" : "unclear-currency", text };
  }
  const { isNegative, figures } = splitSign(currency?.figures ?? read.typed);
  const halved = currency?.halved ? readFigures(splitSign(currency.halved).figures) : [];
  const readings = [...readFigures(figures, minorDigits === 3), ...halved];
  return decide(text, figures, readings, { isNegative, minorDigits, largest: largestAmount });
}

/** The currency that stands beside an amount, or null when there are only figures (or nothing that can be read). */
export function typedCurrency(text: string): TypedCurrency | null {
  const read = readTyped(text);
  return read.kind === "text" ? takeCurrency(read.typed) : null;
}

interface Bounds {
  readonly isNegative: boolean;
  readonly minorDigits: number;
  /** In major units. */
  readonly largest: number;
}

function decide(
  text: string,
  figures: string,
  readings: readonly FigureReading[],
  { isNegative, minorDigits, largest }: Bounds,
): ParsedNumber {
  const refuse = (reason: UnreadableReason): ParsedNumber => ({ kind: "invalid", reason, text });
  if (!readings.some(({ by }) => by === "sure"))
    return refuse(hasUnusualSigns(figures) ? "unusual-signs" : "not-a-number");
  const fitting = readings.filter(({ decimals }) => !/[1-9]/.test(decimals.slice(minorDigits)));
  // Three decimals where the currency has two: a misplaced separator, or decimals to round? Only the writer knows.
  const isOpen =
    minorDigits > 0 && readings.some(({ decimals, whole }) => decimals.length === 3 && /[1-9]/.test(whole));
  const meant = isOpen ? readings : fitting;
  const values = [...new Set(meant.map((reading) => minorUnits(reading, minorDigits)))].sort((one, two) => two - one);
  const isSure = fitting.some(({ by }) => by === "sure");
  const [value] = values;
  if (value === undefined || (values.length === 1 && !isSure)) return refuse("not-whole");
  if (isNegative && value > 0) return refuse("negative");
  if (meant.some(({ whole }) => Number(whole) > largest)) return refuse("too-large");
  return values.length === 1 ? { kind: "number", value } : { kind: "ambiguous", readings: values, text };
}

/** In whole minor units, rounded half away from zero. Beyond the safe integers only the order of magnitude is right. */
function minorUnits({ whole, decimals }: FigureReading, minorDigits: number): number {
  const digits = Number(`${whole}${decimals.slice(0, minorDigits).padEnd(minorDigits, "0")}`);
  return /^[5-9]/.test(decimals.slice(minorDigits)) ? digits + 1 : digits;
}

function splitSign(typed: string): { readonly isNegative: boolean; readonly figures: string } {
  return leadingSign.test(typed)
    ? { isNegative: !typed.startsWith("+"), figures: typed.slice(1).trimStart() }
    : { isNegative: false, figures: typed };
}
