import { defineTexts } from "#i18n/i18n.ts";

/** Beside words that are not in the language of the page. */
export const writtenTexts = defineTexts(
  { in: (language: string) => `(in ${language})` },
  { in: (language) => `(en ${language})` },
);
