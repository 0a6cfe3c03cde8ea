import { defineTexts } from "#i18n/i18n.ts";

/** What countries tell of their progress, beside figures: for those who read the Network. */
export const toldBesideTexts = defineTexts(
  {
    ofIndicator: "Progress that countries tell and that speaks of this indicator",
    ofCountry: "Progress that the country tells",
    note: "Told by countries for a meeting of the Network, in their own words, and no part of the figures. You see what you may read; visitors do not see this list.",
    invented: "Invented for this demonstration.",
    one: (who: string, protocol: string, meeting: string) => `${who}, ${protocol}, for: ${meeting}.`,
  },
  {
    ofIndicator: "Avances que cuentan los países y que hablan de este indicador",
    ofCountry: "Avances que cuenta el país",
    note: "Los cuentan los países para una reunión de la Red, con sus palabras, y no forman parte de las cifras. Usted ve lo que puede leer; quien visita el sitio no ve esta lista.",
    invented: "Inventado para esta demostración.",
    one: (who, protocol, meeting) => `${who}, ${protocol}, para: ${meeting}.`,
  },
);
