import type { Language } from "@avances/domain/catalogue";

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
