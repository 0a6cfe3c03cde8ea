import type { MatterWordsView, TitleView } from "@avances/contracts";
import { languageFacts, languageLabel, languages } from "@avances/domain/catalogue";
import type { TranslationState } from "@avances/domain/network";
import { useTexts } from "#i18n/i18n.ts";
import { type Language, useLanguage } from "#i18n/language.ts";
import { matterTexts } from "./matter.texts.ts";

export interface ShownWords {
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
  /** How the language that was asked for has these words. */
  readonly state: TranslationState;
}

/** The words for a reader of this language: a translation, or the original in the language in which it was written. */
export function wordsIn(words: MatterWordsView, language: Language): ShownWords {
  if (words.language === language) return { ...words, state: "original" };
  return words.translations.find((one) => one.language === language) ?? { ...words, state: "missing" };
}

/** The same of a title alone. */
export function titleIn(title: TitleView, language: Language): Omit<ShownWords, "body"> {
  if (title.language === language) return { ...title, state: "original" };
  return title.translations.find((one) => one.language === language) ?? { ...title, state: "missing" };
}

/** The title in the language of the page; of one that is not translated the browser and screen readers are told which language it is. */
export function Title({ words }: { readonly words: TitleView }) {
  const lang = useLanguage();
  const { language, subject } = titleIn(words, lang);
  return <span lang={language}>{subject}</span>;
}

/** In which languages it is, and how each has it: "English: original; Spanish: not translated". */
export function LanguagesMark({ words }: { readonly words: MatterWordsView }) {
  const t = useTexts(matterTexts);
  const lang = useLanguage();
  return languages
    .map((language) => t.inLanguage(languageLabel(language, lang), t.translations[wordsIn(words, language).state]))
    .join("; ");
}

/** What a reader must know of words that are not the original in the own language; null = nothing. */
export function WordsNote({ shown }: { readonly shown: ShownWords }) {
  const t = useTexts(matterTexts);
  const lang = useLanguage();
  const notes: Readonly<Record<TranslationState, string | null>> = {
    ...{ original: null, translated: null, machine: t.translations.machine },
    ...{ outdated: t.isOutdated, missing: t.shownInstead(languageFacts[shown.language].called[lang]) },
  };
  return notes[shown.state];
}
