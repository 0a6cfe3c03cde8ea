import { defineTexts } from "#i18n/i18n.ts";
import { gapWords, type Speech } from "#lib/speech.ts";

const texts = defineTexts(
  { mixed: "Amounts in more than one currency, so no line is drawn" },
  { mixed: "Montos en más de una moneda, por lo que no se dibuja una línea" },
);

/** "Amounts in more than one currency, so no line is drawn: Costa Rica and Panama." */
export function mixedSentence(countries: readonly string[], speech: Speech): string {
  return gapWords([{ why: "mixed", countries }], texts[speech.language], speech);
}
