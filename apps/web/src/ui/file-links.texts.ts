import { defineTexts } from "#i18n/i18n.ts";

export const fileTexts = defineTexts(
  {
    csv: "Download (CSV)",
    excel: "Download for Excel",
    data: "Every published figure, with its state",
    index: "The index: score, coverage, range and progress",
    dataOf: (country: string) => `Every published figure of ${country}, with its state`,
    indexOf: (country: string) => `The index of ${country}: score, coverage, range and progress`,
  },
  {
    csv: "Descargar (CSV)",
    excel: "Descargar para Excel",
    data: "Todas las cifras publicadas, con su estado",
    index: "El índice: puntaje, cobertura, rango y avance",
    dataOf: (country) => `Todas las cifras publicadas de ${country}, con su estado`,
    indexOf: (country) => `El índice de ${country}: puntaje, cobertura, rango y avance`,
  },
);
