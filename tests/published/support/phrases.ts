import type { Language } from "@avances/domain/catalogue";

/** `within`: the name of a class of the element of the words, or of one around it. `under`: what the head of the column says. */
export interface Where {
  readonly within?: string;
  readonly under?: RegExp;
}

/** Words around numbers that say what the numbers are. */
export interface Phrase<Kind extends string = string> {
  readonly kind: Kind;
  readonly form: Readonly<Record<Language, RegExp>>;
  /** Where the words must stand; anywhere if undefined. */
  readonly at: Where | undefined;
}

/** "1,234", "−1.5", "+3". */
export const number = String.raw`[+−-]?\d[\d,]*(?:\.\d+)?`;
const one = `(?<![\\d.,])(${number})(?![\\d,.]*\\d)`;

/**
 * In a form, `#` is a number to read, and `Y` a year of data or of a round, which the reader of lines has put in its place. Without a Spanish form it is
 * the same.
 */
export function phrase<Kind extends string>(kind: Kind, en: string, es = en, at?: Where): Phrase<Kind> {
  const form = (text: string) => new RegExp(text.replaceAll("#", one), "gu");
  return { kind, form: { en: form(en), es: form(es) }, at };
}

const months = {
  en: "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?",
  es: "ene(?:ro)?|feb(?:rero)?|mar(?:zo)?|abr(?:il)?|may(?:o)?|jun(?:io)?|jul(?:io)?|ago(?:sto)?|sept?(?:iembre)?|oct(?:ubre)?|nov(?:iembre)?|dic(?:iembre)?",
};
const day = String.raw`\b[0-3]?\d`;
/** What stands in an address of the portal: codes of indicators and objectives, articles, years, words. */
const named = String.raw`[A-Z]{3}-[A-Z]{3}-\d+|(?:tip|som|untoc)-\d+[a-z]?|Y|[A-Za-z,]+`;

/**
 * Numbers that cannot carry a figure of a report. A number that is none of these, and that nothing else reads, fails the test: whoever writes a new
 * sentence says here or in `told-phrases.ts` what its numbers mean.
 */
export const furniture = [
  // The address of the page, which names it on paper: codes, articles and years.
  phrase("address", `https://[\\w.]+(?:/(?:${named}))*(?:[?&]\\w+=(?:${named}))*(?![\\w/?&=])`),
  // A name that the catalogue makes.
  phrase("code", String.raw`\b[A-Z]{3}-[A-Z]{3}-\d+`),
  phrase(
    "article",
    String.raw`\bArt(?:icle|s?\.) \d+(?:\(\w+\))*(?:(?:, | and )\d+(?:\(\w+\))*)*`,
    String.raw`\b[Aa]rt(?:ículo|s?\.) \d+(?:\(\w+\))*(?:(?:, | y )\d+(?:\(\w+\))*)*`,
  ),
  // The day of a treaty, of an edition, of an answer that is a date: no count.
  phrase(
    "day",
    `${day} (?:${months.en})(?: (?:\\d{4}|Y))\\b`,
    `${day} (?:de )?(?:${months.es})\\.?(?: (?:de )?(?:\\d{4}|Y))\\b`,
  ),
  phrase("edition", "with edition \\d+", "con la edición \\d+"),
  // Constants of the method and of the pages.
  phrase(
    "scale of scores",
    "(?:from )?(?<![\\d.])0 to 100(?![\\d.])|Distance to 100|points are of 100|score of 100",
    "de 0 a 100(?![\\d.])|Distancia a 100|los puntos son de 100|puntaje de 100",
  ),
  phrase("shades of scores", "^[\\d.]+–[\\d.]+$", undefined, { within: "swatch" }),
  phrase(
    "goalposts",
    "[\\d.]+% scores 0, [\\d.]+% scores 100",
    "[\\d.]+ % da 0, [\\d.]+ % da 100|no da menos de 0 ni más de 100",
  ),
  phrase("resolution", "resolution 55/25 \\(2000\\)", "resolución 55/25 \\(2000\\)"),
  phrase("sheet", "Sheet 1 of 1", "Hoja 1 de 1"),
  phrase("ages", "\\(0-17\\)"),
  phrase("sign of few cases", "^<5$", undefined, { within: "letter" }),
  phrase("unit of rates", "(?:[Pp]er|por) 100,000 inhabitants", "[Pp]or cada 100,000 habitantes"),
  phrase(
    "least first figure",
    "below 20 no change in percent is drawn",
    "menor que 20 no se dibuja un cambio en porcentaje",
  ),
  phrase("longest arrow", "more than 200% above", "más de 200 % por encima"),
  phrase("whole amounts", "Amounts of 100 or more", "Los montos de 100 o más"),
] as const;
