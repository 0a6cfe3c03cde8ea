import type { Language } from "#i18n/language.ts";
import { quotedTexts } from "./quoted.texts.ts";

/** Words of others in the quotation marks of the page's language; their own full stop gives way to that of the sentence around them. */
export function quoted(text: string, language: Language): string {
  return quotedTexts[language].around(withoutStop(text));
}

/** Without the full stop at its end, for a sentence that brings its own. What was left open (“…”, “...”) stays. */
export function withoutStop(text: string): string {
  return text.trim().replace(/(?<!\.)\.$/, "");
}
