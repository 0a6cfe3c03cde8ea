import type { Language } from "@avances/domain/catalogue";
import { ticketPlaceholder } from "./ticket.ts";

/** What stands in the place of a single-use link where others than its addressee read a message. */
export const linkWords: Readonly<Record<Language, { readonly removed: string; readonly demonstration: string }>> = {
  en: {
    removed: "[link removed: it belongs to the addressee alone]",
    demonstration: "[this link is shown because this is a demonstration; elsewhere only the addressee sees it]",
  },
  es: {
    removed: "[enlace retirado: pertenece solo a quien lo recibe]",
    demonstration: "[este enlace se muestra porque es una demostración; en otro caso solo lo ve quien lo recibe]",
  },
};

/** A text that was not stored, as the secretariat may read it: a link belongs to the addressee alone. */
export function withoutLink(text: string, language: Language): string {
  return text.replaceAll(ticketPlaceholder, () => linkWords[language].removed);
}
