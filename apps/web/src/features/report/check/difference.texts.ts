import { defineTexts } from "#i18n/i18n.ts";

/** The signed number first: figures of a column line up. */
export const differenceTexts = defineTexts(
  {
    new: "new",
    hadNoValue: "had no value",
    levels: (by: string, one: boolean) => `${by} ${one ? "level" : "levels"}`,
    points: (by: string) => `${by} points`,
    parts: "same total, other parts",
    currency: "other currency",
    later: (days: string) => `${days} later`,
    earlier: (days: string) => `${days} earlier`,
    other: "changed",
  },
  {
    new: "nuevo",
    hadNoValue: "no tenía valor",
    levels: (by, one) => `${by} ${one ? "nivel" : "niveles"}`,
    points: (by) => `${by} puntos`,
    parts: "mismo total, otras partes",
    currency: "otra moneda",
    later: (days) => `${days} después`,
    earlier: (days) => `${days} antes`,
    other: "cambió",
  },
);
