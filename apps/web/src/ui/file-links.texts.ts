import { defineTexts } from "#i18n/i18n.ts";

export const fileTexts = defineTexts(
  {
    csv: "Download (CSV)",
    excel: { point: "Excel, decimal point", comma: "Excel, decimal comma" },
    fits: (sign: string, where: string) => `${sign} (${where})`,
    others: (few: string) => `members other than ${few}`,
    data: "Every published figure, with its state",
    index: "The index: score, coverage, range and progress",
    dataOf: (country: string) => `Every published figure of ${country}, with its state`,
    indexOf: (country: string) => `The index of ${country}: score, coverage, range and progress`,
  },
  {
    csv: "Descargar (CSV)",
    excel: { point: "Excel, punto decimal", comma: "Excel, coma decimal" },
    fits: (sign, where) => `${sign} (${where})`,
    others: (few) => `miembros, salvo ${few}`,
    data: "Todas las cifras publicadas, con su estado",
    index: "El índice: puntaje, cobertura, rango y avance",
    dataOf: (country) => `Todas las cifras publicadas de ${country}, con su estado`,
    indexOf: (country) => `El índice de ${country}: puntaje, cobertura, rango y avance`,
  },
);
