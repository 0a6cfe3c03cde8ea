import { defineTexts } from "#i18n/i18n.ts";

/** The words of the field for the index. Every screen and file uses these and no others. */
export const scoreTexts = defineTexts(
  {
    coverage: (value: string) => `coverage ${value}`,
    range: (floor: string, ceiling: string) => `range ${floor}–${ceiling}`,
    insufficient: "Insufficient data",
    label: (score: string, coverage: string, floor: string, ceiling: string) =>
      `Score ${score} of 100; coverage ${coverage}; range from ${floor} to ${ceiling}`,
    insufficientLabel: (coverage: string, floor: string, ceiling: string) =>
      `Insufficient data: coverage ${coverage}; the score would lie between ${floor} and ${ceiling}`,
  },
  {
    coverage: (value) => `cobertura ${value}`,
    range: (floor, ceiling) => `rango ${floor}–${ceiling}`,
    insufficient: "Datos insuficientes",
    label: (score, coverage, floor, ceiling) =>
      `Puntaje ${score} de 100; cobertura ${coverage}; rango de ${floor} a ${ceiling}`,
    insufficientLabel: (coverage, floor, ceiling) =>
      `Datos insuficientes: cobertura ${coverage}; el puntaje estaría entre ${floor} y ${ceiling}`,
  },
);
