import type { Language } from "#i18n/language.ts";
import type { Formats } from "#lib/format.ts";
import { differenceTexts } from "./difference.texts.ts";
import type { Difference } from "./difference.ts";

export function differenceWords(difference: Difference, lang: Language, f: Formats): string {
  const t = differenceTexts[lang];
  const signed = (by: number, words: string) => `${by === 0 ? "" : by < 0 ? "−" : "+"}${words}`;
  switch (difference.kind) {
    case "new":
      return t.new;
    case "had-no-value":
      return t.hadNoValue;
    case "levels":
      return t.levels(signed(difference.by, f.number(Math.abs(difference.by))), Math.abs(difference.by) === 1);
    case "count":
      return signed(difference.by, f.number(Math.abs(difference.by)));
    case "points":
      return t.points(signed(difference.by, f.score(Math.abs(difference.by))));
    case "parts":
      return t.parts;
    case "money":
      return signed(difference.byMinor, f.moneyWritten(Math.abs(difference.byMinor), difference.currency));
    case "currency":
      return t.currency;
    case "days": {
      const days = f.days(Math.abs(difference.by));
      return difference.by < 0 ? t.earlier(days) : t.later(days);
    }
    case "other":
      return t.other;
  }
}
