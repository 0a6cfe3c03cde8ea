import { defineTexts } from "#i18n/i18n.ts";

/** A view of how the own country applies the Regional Guidelines, which waits for its answer. */
export const ownViewsTexts = defineTexts(
  {
    view: (who: string, step: string) => `View on the Regional Guidelines (${who}): ${step}.`,
    waits: (country: string, day: string) =>
      `Besides its own side and ${country} nobody reads it before ${country} has answered or ${day} is over.`,
  },
  {
    view: (who, step) => `Visión sobre los Lineamientos Regionales (${who}): ${step}.`,
    waits: (country, day) =>
      `Fuera de su propia parte y de ${country}, nadie la lee antes de que ${country} responda o termine el ${day}.`,
  },
);
