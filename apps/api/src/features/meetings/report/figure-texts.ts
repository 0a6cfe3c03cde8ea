import type { Language } from "@avances/domain/catalogue";

interface Words {
  readonly round: (roundYear: number, referenceYear: number) => string;
  readonly head: (roundYear: number, referenceYear: number) => string;
  readonly country: string;
  readonly indicator: string;
  readonly answersOf: (country: string) => string;
  readonly caption: (title: string, rest: string) => string;
  readonly overTime: string;
  readonly inRound: (round: string) => string;
  readonly score: string;
  readonly coverage: string;
  readonly range: string;
  readonly from: (low: string, high: string) => string;
  readonly withScore: (score: string, coverage: string, range: string) => string;
  readonly behind: (title: string, round: string) => string;
  readonly level: (level: string, words: string) => string;
  readonly others: string;
  readonly everybody: string;
  readonly unit: (unit: string) => string;
  readonly source: (edition: number, day: string) => string;
  readonly noEdition: string;
  readonly nothing: string;
  readonly noRounds: string;
  readonly unpublished: (count: number) => string;
  readonly charts: string;
}

/** The words around the charts and tables of a report. */
export const figureTexts: Readonly<Record<Language, Words>> = {
  en: {
    round: (roundYear, referenceYear) => `round ${roundYear} (data for ${referenceYear})`,
    head: (roundYear, referenceYear) => `Round ${roundYear} (data for ${referenceYear})`,
    country: "Country",
    indicator: "Indicator",
    answersOf: (country) => `${country}: published answers`,
    caption: (title, rest) => `${title}, ${rest}`,
    overTime: "by year of the data",
    inRound: (round) => round,
    score: "Score",
    coverage: "Coverage",
    range: "Range",
    from: (low, high) => `${low} to ${high}`,
    withScore: (score, coverage, range) => `${score} (coverage ${coverage}, range ${range})`,
    behind: (title, round) => `${title}: score, coverage and range, ${round}`,
    level: (level, words) => `${level}: ${words}`,
    others: "Other countries",
    everybody: "Each line is a country",
    unit: (unit) => `Unit: ${unit}.`,
    source: (edition, day) => `Source: public file of this portal, edition ${edition} of ${day}.`,
    noEdition: "Nothing had been published when this was made.",
    nothing: "Nothing is published of this.",
    noRounds: "No report of this country is public.",
    unpublished: (count) =>
      count === 1
        ? "One chart or table that was asked for is left out: nothing of it is published."
        : `${count} charts or tables that were asked for are left out: nothing of them is published.`,
    charts: "Charts and tables",
  },
  es: {
    round: (roundYear, referenceYear) => `ronda ${roundYear} (datos de ${referenceYear})`,
    head: (roundYear, referenceYear) => `Ronda ${roundYear} (datos de ${referenceYear})`,
    country: "País",
    indicator: "Indicador",
    answersOf: (country) => `${country}: respuestas publicadas`,
    caption: (title, rest) => `${title}, ${rest}`,
    overTime: "por año de los datos",
    inRound: (round) => round,
    score: "Puntaje",
    coverage: "Cobertura",
    range: "Rango",
    from: (low, high) => `${low} a ${high}`,
    withScore: (score, coverage, range) => `${score} (cobertura ${coverage}, rango ${range})`,
    behind: (title, round) => `${title}: puntaje, cobertura y rango, ${round}`,
    level: (level, words) => `${level}: ${words}`,
    others: "Otros países",
    everybody: "Cada línea es un país",
    unit: (unit) => `Unidad: ${unit}.`,
    source: (edition, day) => `Fuente: archivo público de este portal, edición ${edition} del ${day}.`,
    noEdition: "Nada se había publicado cuando se hizo esto.",
    nothing: "De esto no hay nada publicado.",
    noRounds: "Ningún informe de este país es público.",
    unpublished: (count) =>
      count === 1
        ? "Un gráfico o cuadro que se pidió no está: de eso no hay nada publicado."
        : `${count} gráficos o cuadros que se pidieron no están: de eso no hay nada publicado.`,
    charts: "Gráficos y cuadros",
  },
};
