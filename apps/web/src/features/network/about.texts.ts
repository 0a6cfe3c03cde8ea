import { defineTexts } from "#i18n/i18n.ts";

/** How it is chosen what something is about. */
export const aboutTexts = defineTexts(
  {
    choose: "Choose",
    remove: (what: string) => `Take off ${what}`,
    groups: { indicator: "Indicators", objective: "Objectives", article: "Articles", country: "Countries" },
  },
  {
    choose: "Elija",
    remove: (what) => `Quitar ${what}`,
    groups: { indicator: "Indicadores", objective: "Objetivos", article: "Artículos", country: "Países" },
  },
);
