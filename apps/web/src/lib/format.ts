import { languageFacts, shownDecimals } from "@avances/domain/catalogue";
import { roundForDisplay } from "@avances/domain/progress-index";
import { minorDigits } from "@avances/domain/reference";
import { useMemo } from "react";
import { type Language, useLanguage } from "#i18n/language.ts";

const made = new Map<string, unknown>();
function once<T>(key: string, make: () => T): T {
  let value = made.get(key) as T | undefined;
  if (value === undefined) {
    value = make();
    made.set(key, value);
  }
  return value;
}

const numberFormat = (language: Language, options: Intl.NumberFormatOptions) =>
  once(`n${language}${JSON.stringify(options)}`, () => new Intl.NumberFormat(languageFacts[language].numbers, options));
const dateFormat = (language: Language, options: Intl.DateTimeFormatOptions) =>
  once(`d${language}${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(languageFacts[language].dates, options));

/** Scores, points and shares look alike. Rounded by the rule of the methodology, which first drops the noise of binary arithmetic. */
const asShown = (language: Language, value: number, options: Intl.NumberFormatOptions = {}) =>
  numberFormat(language, {
    minimumFractionDigits: shownDecimals,
    maximumFractionDigits: shownDecimals,
    ...options,
  }).format(roundForDisplay(value, shownDecimals));

/** The number of decimals is always given here, because platforms disagree on it. */
const currencyFormat = (language: Language, currency: string, digits: number) =>
  numberFormat(language, {
    style: "currency",
    currency,
    currencyDisplay: "code",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });

/** Amounts from here on are read in whole units; smaller ones keep the decimals of their currency, so that none reads as zero. */
export const wholeAmountsFrom = 100;

/** Decimals of an amount for reading, in whole units of a currency that has `digits`. */
const amountDigits = (amount: number, digits: number) => (Math.abs(amount) < wholeAmountsFrom ? digits : 0);

/** A calendar date has no zone: it is read and written in UTC so that no reader's clock can shift it. */
const dayOf = (date: string) => new Date(`${date}T00:00:00Z`);

/** All formatting for a language. In components: `const f = useFormat()`. */
export function formatsFor(language: Language) {
  return {
    /** 1234.5 → "1,234.5". At most `decimals` (3). */
    number: (value: number, decimals = 3) => numberFormat(language, { maximumFractionDigits: decimals }).format(value),
    /** Points of the index: always one decimal, half away from zero. */
    score: (value: number) => asShown(language, value),
    /** Change in points: "+2.3", "−1.0", "0.0". */
    change: (value: number) => asShown(language, value, { signDisplay: "exceptZero" }).replace("-", "−"),
    /** A share from 0 to 1, with one decimal like a score: 0.765 → "76.5%", in Spanish "76.5 %" with a non-breaking space. */
    percent: (share: number) => `${asShown(language, share * 100)}${languageFacts[language].beforePercent}%`,
    /** A change in percent, whole: "+12%", "−5%", "0%". */
    signedPercent: (share: number) =>
      `${numberFormat(language, { maximumFractionDigits: 0, signDisplay: "exceptZero" })
        .format(share * 100)
        .replace("-", "−")}${languageFacts[language].beforePercent}%`,
    /** A rate per inhabitants: two decimals, so that figures of small and large countries line up. */
    rate: (value: number) =>
      numberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value),
    /** Whole minor units of an ISO 4217 currency, with all its decimals. */
    money: (amountMinor: number, currency: string) =>
      currencyFormat(language, currency, minorDigits(currency)).format(amountMinor / 10 ** minorDigits(currency)),
    /** Money for reading: whole units, half away from zero, from `wholeAmountsFrom` on. The exact amount is in the files. */
    amount: (amountMinor: number, currency: string) => {
      const digits = minorDigits(currency);
      const amount = amountMinor / 10 ** digits;
      return currencyFormat(language, currency, amountDigits(amount, digits)).format(amount);
    },
    /** An amount of a report to the last unit that was written; without ".00", which nobody wrote. */
    moneyWritten: (amountMinor: number, currency: string) => {
      const digits = minorDigits(currency);
      const amount = amountMinor / 10 ** digits;
      const shown = Number.isInteger(amount) ? amountDigits(amount, digits) : digits;
      return currencyFormat(language, currency, shown).format(amount);
    },
    /** The same in whole units, without the currency, where that stands beside it. No currency has more than three decimals. */
    amountAlone: (amount: number) =>
      numberFormat(language, { maximumFractionDigits: amountDigits(amount, 3) }).format(amount),
    /** "2027-04-30" → "30 April 2027" / "30 de abril de 2027". */
    date: (date: string) =>
      dateFormat(language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(dayOf(date)),
    /** "30 Apr 2027": for tables. */
    shortDate: (date: string) =>
      dateFormat(language, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(dayOf(date)),
    /** "30 April", where the page makes the year clear. */
    dayMonth: (date: string) =>
      dateFormat(language, { day: "numeric", month: "long", timeZone: "UTC" }).format(dayOf(date)),
    /** "Friday, 30 April 2027". */
    weekday: (date: string) =>
      dateFormat(language, { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
        dayOf(date),
      ),
    /** An instant (ISO or Date) as day and time, always with the name of the zone: `timeZone` if given, else the reader's. */
    instant: (instant: string | Date, timeZone?: string) =>
      dateFormat(language, {
        day: "numeric",
        month: "short",
        year: "numeric",
        hour: "2-digit",
        minute: "2-digit",
        hour12: false,
        timeZoneName: "short",
        ...(timeZone === undefined ? {} : { timeZone }),
      }).format(new Date(instant)),
    /** The day of an instant, for tables, by the reader's clocks: "30 Apr 2027". */
    shortDay: (instant: string) =>
      dateFormat(language, { day: "numeric", month: "short", year: "numeric" }).format(new Date(instant)),
    /** Only the time of an instant: "10:42". */
    time: (instant: string | Date, timeZone?: string) =>
      dateFormat(language, {
        hour: "2-digit",
        minute: "2-digit",
        hour12: false,
        ...(timeZone === undefined ? {} : { timeZone }),
      }).format(new Date(instant)),
    /** −3 → "3 days ago", 0 → "today", 18 → "in 18 days". */
    relativeDays: (days: number) =>
      once(
        `r${language}`,
        () => new Intl.RelativeTimeFormat(languageFacts[language].numbers, { numeric: "auto" }),
      ).format(days, "day"),
    /** 12 → "12 days" / "12 días". */
    days: (days: number) => numberFormat(language, { style: "unit", unit: "day", unitDisplay: "long" }).format(days),
    bytes: (bytes: number) =>
      bytes < 1_000_000
        ? numberFormat(language, { style: "unit", unit: "kilobyte", maximumFractionDigits: 0 }).format(
            Math.max(1, bytes / 1000),
          )
        : numberFormat(language, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 }).format(
            bytes / 1_000_000,
          ),
    /** "Belize, Panama and Mexico". */
    list: (items: readonly string[]) =>
      once(`l${language}`, () => new Intl.ListFormat(languageFacts[language].dates, { type: "conjunction" })).format(
        items,
      ),
    /** Alphabetical in the reader's language: `countries.sort((a, b) => f.compare(a.name, b.name))`. */
    compare: (a: string, b: string) => once(`c${language}`, () => new Intl.Collator(language)).compare(a, b),
  };
}

export type Formats = ReturnType<typeof formatsFor>;

/** Numbers, dates and lists in the language of the page. */
export function useFormat(): Formats {
  const language = useLanguage();
  return useMemo(() => formatsFor(language), [language]);
}
