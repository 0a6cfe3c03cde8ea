import { defineTexts } from "#i18n/i18n.ts";

/** A view of how the own country applies the Regional Guidelines, which waits for its answer. */
export const ownViewsTexts = defineTexts(
  {
    view: (who: string, step: string) => `View on the Regional Guidelines (${who}): ${step}.`,
    waits: (country: string, day: string) =>
      `So far ${country} alone reads it, besides the side that wrote it. It opens to others with the answer, or without one after the last day for it: ${day}.`,
  },
  {
    view: (who, step) => `Visión sobre los Lineamientos Regionales (${who}): ${step}.`,
    waits: (country, day) =>
      `Hasta ahora, fuera de la parte que la escribió, solo la lee ${country}. Se abre a otros con la respuesta o, sin ella, después del último día para darla: ${day}.`,
  },
);
