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
  // Where nothing can be kept, the address still carries the language.
  writeSetting("language", language);
}

/** For the bare address: the saved choice, else the first language of the browser that we speak, else that of the region. */
export function preferredLanguage(): Language {
  const saved = readSetting("language", languages);
  if (saved !== undefined) return saved;
  for (const tag of navigator.languages) {
    const primary = tag.slice(0, 2).toLowerCase();
    if (isLanguage(primary)) return primary;
  }
  return regionLanguage;
}
