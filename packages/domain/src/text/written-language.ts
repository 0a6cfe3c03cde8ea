import { type Language, languages } from "../catalogue/language.ts";

/** Small words that a sentence of one language cannot do without and that the other has not ("no", "a", "me" are in both). */
const smallWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    "the of and to in is was were are be been by for with from on at as that this which not has have had it its or their they we our there than".split(
      " ",
    ),
  ),
  es: new Set(
    "el la los las lo del de y en un una unos unas que se su sus por para con al como más es fue ser son está están entre sobre desde hasta sin ni o pero según cada".split(
      " ",
    ),
  ),
};

/**
 * In which language somebody wrote, as its small words tell; null where they do not: a name, a number, both alike. A page says it of words that are not in
 * its own language, so it is said only where it is plain: one small word may be part of a name ("El Salvador").
 */
export function writtenLanguage(text: string): Language | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counts = languages.map((language) => words.filter((word) => smallWords[language].has(word)).length);
  const isPlain = (count: number, place: number) =>
    count > 1 && counts.every((other, at) => at === place || count > 2 * other);
  return languages[counts.findIndex(isPlain)] ?? null;
}
