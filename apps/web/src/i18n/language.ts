import type { Language } from "@avances/domain/catalogue";
import { createContext, useContext } from "react";
import { readSetting, writeSetting } from "#lib/setting.ts";

export type { Language };

/** Each language by its own name, as a reader who knows no other would look for it. */
export const languageNames: Readonly<Record<Language, string>> = { en: "English", es: "Español" };

export function isLanguage(text: string | undefined): text is Language {
  return text === "en" || text === "es";
}

export function otherLanguage(language: Language): Language {
  return language === "en" ? "es" : "en";
}

/** The language of the page, which is the first part of its address. Provided by the shell. */
export const LanguageContext = createContext<Language>("en");

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

export function saveLanguage(language: Language): void {
  // Where nothing can be kept, the address still carries the language.
  writeSetting("language", language);
}

/** For the bare address: the saved choice, else the first language of the browser that we speak, else Spanish (the region's own). */
export function preferredLanguage(): Language {
  const saved = readSetting("language", Object.keys(languageNames));
  if (isLanguage(saved)) return saved;
  for (const tag of navigator.languages) {
    const primary = tag.slice(0, 2).toLowerCase();
    if (isLanguage(primary)) return primary;
  }
  return "es";
}
