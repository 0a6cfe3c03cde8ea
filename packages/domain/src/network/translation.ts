import { type Language, languages } from "../catalogue/language.ts";
import type { MatterWords } from "./matter.ts";

/** The language into which words are translated; a translation is one other language as long as the portal has two. */
export const otherLanguage = (language: Language): Language => languages.find((one) => one !== language) ?? language;

/** How a language has a matter's words. `outdated`: what was translated has changed since. */
export const translationStates = ["original", "translated", "machine", "outdated", "missing"] as const;
export type TranslationState = (typeof translationStates)[number];

export const translationMakers = ["human", "machine"] as const;
export type TranslationMaker = (typeof translationMakers)[number];

/** Words in another language; they name the revision of the words that they say. */
export interface Translation extends MatterWords {
  readonly textRevision: number;
  readonly madeBy: TranslationMaker;
  readonly at: Date;
}

/** A matter's own words, and which revision they are. */
export interface OriginalWords extends MatterWords {
  readonly textRevision: number;
}

/** The translation that counts: of the latest words that were translated, and of those the newest. */
export function translationIn<T extends Translation>(translations: readonly T[], language: Language): T | null {
  return translations.reduce<T | null>((best, one) => {
    if (one.language !== language) return best;
    if (best === null || one.textRevision > best.textRevision) return one;
    return one.textRevision === best.textRevision && one.at >= best.at ? one : best;
  }, null);
}

export function translationState(
  words: OriginalWords,
  translations: readonly Translation[],
  language: Language,
): TranslationState {
  if (words.language === language) return "original";
  const found = translationIn(translations, language);
  if (found === null) return "missing";
  if (found.textRevision !== words.textRevision) return "outdated";
  return found.madeBy === "machine" ? "machine" : "translated";
}

/**
 * The words for a reader of this language: a translation into it, also an outdated one, or else the original in its own language. `state` says
 * which of these it is, so that the page can.
 */
export function inLanguage(
  words: OriginalWords,
  translations: readonly Translation[],
  language: Language,
): MatterWords & { readonly state: TranslationState } {
  const state = translationState(words, translations, language);
  const { language: written, subject, body } = (state !== "original" && translationIn(translations, language)) || words;
  return { language: written, subject, body, state };
}
