import type { AnswerValue } from "@avances/domain/answer";
import type { Indicator, Language } from "@avances/domain/catalogue";
import type { Formats } from "#lib/format.ts";

/** Words the summary needs besides those of the catalogue. */
export interface AnswerWordsTexts {
  readonly yes: string;
  readonly no: string;
  readonly of: (numerator: string, denominator: string, percent: string) => string;
  readonly blank: string;
}

/** A value in one line: the level in words, "24 of 27 (88.9%)", "USD 1,234.50". Null when there is no value. */
export function valueWords(
  indicator: Indicator,
  value: AnswerValue | null,
  language: Language,
  f: Formats,
  texts: AnswerWordsTexts,
): string | null {
  if (value === null) return null;
  const number = (part: number | null) => (part === null ? texts.blank : f.number(part));
  switch (value.type) {
    case "ordinal":
      return indicator.levels?.find(({ level }) => level === value.level)?.label[language] ?? String(value.level);
    case "boolean":
      return value.value ? texts.yes : texts.no;
    case "count":
      return number(value.total);
    case "ratio": {
      const { numerator, denominator } = value;
      const share = numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
      return texts.of(number(numerator), number(denominator), share === null ? "" : f.percent(share));
    }
    case "money":
      return f.money(value.amountMinor, value.currency);
    case "date":
      return f.date(value.date);
    case "text":
      return value.text;
  }
}
