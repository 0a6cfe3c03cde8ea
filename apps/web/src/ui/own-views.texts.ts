import { defineTexts } from "#i18n/i18n.ts";

/** A view of how the own country applies the Regional Guidelines, which waits for its answer. */
export const ownViewsTexts = defineTexts(
  {
    view: (who: string, step: string) => `View on the Regional Guidelines (${who}): ${step}.`,
    waits: (country: string, day: string) =>
      `Please answer it by ${day}. Until ${country} has answered or that day is over, only the side that wrote it and ${country} read it.`,
  },
  {
    view: (who, step) => `Visión sobre los Lineamientos Regionales (${who}): ${step}.`,
    waits: (country, day) =>
      `Le rogamos responderla a más tardar el ${day}. Hasta que ${country} responda o termine ese día, solo la leen la parte que la escribió y ${country}.`,
  },
);
