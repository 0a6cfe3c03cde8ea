import { defineTexts } from "#i18n/i18n.ts";

export const panelTexts = defineTexts(
  {
    rangeKey:
      "The bar behind a point is its range: the score if every missing answer were the worst or the best. Dashed: insufficient data for a score.",
    ownScale: "Each panel has its own scale: heights cannot be compared between panels.",
    regionKey: (least: number) =>
      `Grey band: from the lowest to the highest figure shown, in years in which at least ${least} countries show one.`,
  },
  {
    rangeKey:
      "La franja tras cada punto es su rango: el puntaje si toda respuesta que falta fuera la peor o la mejor. Con línea discontinua: datos insuficientes para un puntaje.",
    ownScale: "Cada panel tiene su propia escala: las alturas no se pueden comparar entre paneles.",
    regionKey: (least) =>
      `Franja gris: de la menor a la mayor cifra mostrada, en los años en que al menos ${least} países muestran una.`,
  },
);
