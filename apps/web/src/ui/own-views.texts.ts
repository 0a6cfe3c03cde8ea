import { defineTexts } from "#i18n/i18n.ts";

/** A view of how the own country applies the Regional Guidelines, which waits for its answer. */
export const ownViewsTexts = defineTexts(
  {
    view: (who: string, step: string) => `View on the Regional Guidelines (${who}): ${step}.`,
    waits: (country: string, day: string) =>
      `Besides its own side ${country} alone reads it, until it answers or, once ${day} is over, the portal opens it by itself; then others read it too.`,
  },
  {
    view: (who, step) => `Visión sobre los Lineamientos Regionales (${who}): ${step}.`,
    waits: (country, day) =>
      `Fuera de su propia parte solo la lee ${country}, hasta que responda o, terminado el ${day}, el portal la abra por sí mismo; después la leen también otros.`,
  },
);
