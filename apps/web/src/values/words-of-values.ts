import type { AnswerValueOf } from "@avances/domain/answer";
import type { Indicator, Language, ValueType } from "@avances/domain/catalogue";
import type { Formats } from "#lib/format.ts";

/** Words a value needs besides those of the catalogue. */
export interface AnswerWordsTexts {
  readonly yes: string;
  readonly no: string;
  readonly of: (numerator: string, denominator: string, percent: string) => string;
  readonly blank: string;
}

/** What is needed to put a report's value into words. */
export interface Saying {
  readonly indicator: Indicator;
  readonly language: Language;
  readonly f: Formats;
  readonly texts: AnswerWordsTexts;
}

/** A value of a report in one line: the level in words, "24 of 27 (88.9%)", "USD 1,234.50". What is published is shown by `cells-of-values.tsx`. */
const wordsOfValues: { readonly [T in ValueType]: (value: AnswerValueOf<T>, saying: Saying) => string } = {
  ordinal: (value, { indicator, language }) =>
    indicator.levels?.find(({ level }) => level === value.level)?.label[language] ?? String(value.level),
  boolean: ({ value }, { texts }) => (value ? texts.yes : texts.no),
  count: ({ total }, { f, texts }) => (total === null ? texts.blank : f.number(total)),
  ratio({ numerator, denominator }, { f, texts }) {
    if (numerator === null && denominator === null) return texts.blank;
    const number = (part: number | null) => (part === null ? texts.blank : f.number(part));
    const share = numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
    return texts.of(number(numerator), number(denominator), share === null ? "" : f.percent(share));
  },
  money: ({ amountMinor, currency }, { f }) => f.moneyWritten(amountMinor, currency),
  date: ({ date }, { f }) => f.date(date),
  text: ({ text }) => text,
};

export function valueWords<T extends ValueType>(value: AnswerValueOf<T>, saying: Saying): string {
  return wordsOfValues[value.type](value, saying);
}
