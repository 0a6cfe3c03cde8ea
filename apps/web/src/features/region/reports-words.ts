import { partWords, type Speech } from "#lib/speech.ts";
import { regionTexts } from "./region.texts.ts";

/** "10 of the 11 countries have a published report." for a line that names the round before. */
export function reportsWords(reports: readonly string[], countries: readonly string[], speech: Speech): string {
  return `${partWords(regionTexts[speech.language].reportsOf, reports, countries, speech)}.`;
}
