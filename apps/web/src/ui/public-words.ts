import type { Language } from "#i18n/language.ts";
import type { PublicVoices } from "#lib/published-queries.ts";

type Words = PublicVoices["voices"][number]["words"];

/** The words in this language, and how it has them; where there is no translation, the original. */
export function publicWordsIn(words: Words, lang: Language) {
  if (words.language === lang) return { ...words, state: "original" as const };
  return words.translations.find(({ language }) => language === lang) ?? { ...words, state: "missing" as const };
}
