import { isLanguage, type Language, languages, regionLanguage } from "@avances/domain/catalogue";
import { createContext, useContext } from "react";
import { readSetting, writeSetting } from "#lib/setting.ts";

export { isLanguage, type Language };

/** The language of the page, which is the first part of its address. Provided by the shell. */
export const LanguageContext = createContext<Language>(languages[0]);

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

export function saveLanguage(language: Language): void {
  // If it cannot be stored, the address still carries the language.
  writeSetting("language", language);
}

/** For an address without a language: the saved choice, else the browser's first language that the portal has, else that of the region. */
export function preferredLanguage(): Language {
  const saved = readSetting("language", languages);
  if (saved !== undefined) return saved;
  for (const tag of navigator.languages) {
    const primary = tag.slice(0, 2).toLowerCase();
    if (isLanguage(primary)) return primary;
  }
  return regionLanguage;
}
