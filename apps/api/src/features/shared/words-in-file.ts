import type { MatterWordsView } from "@avances/contracts";
import type { Language } from "@avances/domain/catalogue";
import type { TranslationState } from "@avances/domain/network";

interface Words {
  readonly languages: Readonly<Record<Language, string>>;
  readonly translations: Readonly<Record<TranslationState, string>>;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    languages: { en: "English", es: "Spanish" },
    translations: {
      original: "original",
      translated: "translation",
      machine: "machine translation",
      outdated: "translation of earlier words",
      missing: "not translated",
    },
  },
  es: {
    languages: { en: "inglés", es: "español" },
    translations: {
      original: "original",
      translated: "traducción",
      machine: "traducción automática",
      outdated: "traducción de un texto anterior",
      missing: "sin traducir",
    },
  },
};

/**
 * The words of a matter in a file in this language: a translation into it if there is one, else as they were written. `writtenIn`: their language, and
 * of a translation which kind of one, as in `Spanish (machine translation)`.
 */
export function wordsInFile(
  of: MatterWordsView,
  language: Language,
): { readonly subject: string; readonly body: string; readonly writtenIn: string } {
  const translated = of.translations.find((one) => one.language === language);
  const said = of.language === language ? of : (translated ?? of);
  const { languages, translations } = words[language];
  const kind = said === translated ? ` (${translations[translated.state]})` : "";
  return { subject: said.subject, body: said.body, writtenIn: languages[said.language] + kind };
}
