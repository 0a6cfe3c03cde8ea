import { defineTexts } from "#i18n/i18n.ts";
import type { Language } from "#i18n/language.ts";
import type { Formats } from "#lib/format.ts";
import type { Difference } from "./difference.ts";

/** The signed number first: figures of a column line up. */
const differenceTexts = defineTexts(
  {
    new: "new",
    hadNoValue: "had no value",
    levels: (by: string, one: boolean) => `${by} ${one ? "level" : "levels"}`,
    points: (by: string) => `${by} points`,
    parts: "same total, other parts",
    currency: "other currency",
    later: (days: string) => `${days} later`,
    earlier: (days: string) => `${days} earlier`,
    other: "changed",
  },
  {
    new: "nuevo",
    hadNoValue: "no tenía valor",
    levels: (by, one) => `${by} ${one ? "nivel" : "niveles"}`,
    points: (by) => `${by} puntos`,
    parts: "mismo total, otras partes",
    currency: "otra moneda",
    later: (days) => `${days} después`,
    earlier: (days) => `${days} antes`,
    other: "cambió",
  },
);

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
      return signed(difference.byMinor, f.money(Math.abs(difference.byMinor), difference.currency));
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
