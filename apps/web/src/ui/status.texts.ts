import { statusWords } from "@avances/domain/submission";
import { defineTexts } from "#i18n/i18n.ts";

/** The words of the field for statuses and the index (those of value states: `value-state.texts.ts`). Every screen, file and mail uses these and no others. */
export const statusTexts = defineTexts(
  {
    ...statusWords.en,
    mark: {
      late: "Late",
      lateDays: (days: string) => `${days} late`,
      receivedLate: "Received late",
      extended: "Extended",
      extendedTo: (date: string) => `Extended to ${date}`,
      exempt: "Exempt, voluntary report",
      withdrawn: "Sent, then taken back to change it",
      withdrawnLate: "Sent late, taken back to change it",
    },
    state: {
      reported: "Reported",
      zero: "Zero, reported",
      not_reported: "Not reported",
      not_available: "Not available",
      not_applicable: "Not applicable",
      small_base: "Too few cases",
      suppressed: "Hidden to protect persons",
    },
    stateHelp: {
      reported: "A value was reported.",
      zero: "The country reported zero. This is a figure, not a gap.",
      not_reported: "No answer yet.",
      not_available: "The country says this is not collected.",
      not_applicable: "It cannot or did not arise in this country.",
      small_base: "A share of fewer than five cases says nothing reliable.",
      suppressed: "A value exists. It is not shown because it could point at a person, or reveal a figure that does.",
    },
    legend: "Marks used here",
    score: {
      coverage: (value: string) => `coverage ${value}`,
      range: (floor: string, ceiling: string) => `range ${floor}–${ceiling}`,
      insufficient: "Insufficient data",
      label: (score: string, coverage: string, floor: string, ceiling: string) =>
        `Score ${score} of 100; coverage ${coverage}; range from ${floor} to ${ceiling}`,
      insufficientLabel: (coverage: string, floor: string, ceiling: string) =>
        `Insufficient data: coverage ${coverage}; the score would lie between ${floor} and ${ceiling}`,
    },
  },
  {
    ...statusWords.es,
    mark: {
      late: "Fuera de plazo",
      lateDays: (days) => `${days} fuera de plazo`,
      receivedLate: "Recibido fuera de plazo",
      extended: "Con prórroga",
      extendedTo: (date) => `Prórroga hasta el ${date}`,
      exempt: "Exento, informe voluntario",
      withdrawn: "Enviado y luego retirado para cambiarlo",
      withdrawnLate: "Enviado fuera de plazo, retirado para cambiarlo",
    },
    state: {
      reported: "Informado",
      zero: "Cero, informado",
      not_reported: "No informado",
      not_available: "No disponible",
      not_applicable: "No aplica",
      small_base: "Muy pocos casos",
      suppressed: "Oculto para proteger a personas",
    },
    stateHelp: {
      reported: "Se informó un valor.",
      zero: "El país informó cero. Es una cifra, no un vacío.",
      not_reported: "Aún no hay respuesta.",
      not_available: "El país indica que este dato no se recopila.",
      not_applicable: "No puede darse o no se dio en este país.",
      small_base: "Una proporción de menos de cinco casos no dice nada fiable.",
      suppressed: "Existe un valor. No se muestra porque podría señalar a una persona o revelar una cifra que lo haga.",
    },
    legend: "Marcas usadas aquí",
    score: {
      coverage: (value) => `cobertura ${value}`,
      range: (floor, ceiling) => `rango ${floor}–${ceiling}`,
      insufficient: "Datos insuficientes",
      label: (score, coverage, floor, ceiling) =>
        `Puntaje ${score} de 100; cobertura ${coverage}; rango de ${floor} a ${ceiling}`,
      insufficientLabel: (coverage, floor, ceiling) =>
        `Datos insuficientes: cobertura ${coverage}; el puntaje estaría entre ${floor} y ${ceiling}`,
    },
  },
);
