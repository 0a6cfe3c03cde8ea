import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";

export const indicatorsTexts = defineTexts(
  {
    title: "Indicators",
    description:
      "The public indicators on trafficking in persons and migrant smuggling on which the countries of the Regional Conference on Migration report each year, by objective of the Palermo Protocols.",
    eyebrow: "What the countries report each year",
    lead: "Grouped by the objectives of the two Protocols. Each indicator opens with its chart by country and year, its table, definition, articles and file.",
    instrument: "Protocol",
    dimension: "Dimension",
    all: "All",
    allDimensions: "All",
    search: "Search by name or code",
    found: (n: number) =>
      pluralEn(n, { one: "# indicator", other: "# indicators", zero: "No indicator fits this choice" }),
    folded: "Open an objective to see its indicators.",
    inProtocol: (indicators: number, objectives: number) =>
      `${pluralEn(indicators, { one: "# indicator", other: "# indicators" })}, ${pluralEn(objectives, { one: "# objective", other: "# objectives" })}`,
    latest: (reported: number, published: number) =>
      `${reported} of ${pluralEn(published, { one: "# report", other: "# reports" })}`,
    latestHead: (round: string) => `Answered, ${round}`,
    latestHeadNone: "Answered",
    scoredHead: "In the index",
    scored: "Scored",
    context: "Context",
    indicator: "Indicator",
    objective: (code: string) => `Objective ${code}`,
    onlyObjective: (name: string) => `Only the objective: ${name}`,
    allObjectives: "All objectives",
    caption: (objective: string) => `Indicators of the objective: ${objective}`,
    none: "Nothing published",
    clear: "Show all indicators",
  },
  {
    title: "Indicadores",
    description:
      "Los indicadores públicos sobre trata de personas y tráfico ilícito de migrantes que los países de la Conferencia Regional sobre Migración informan cada año, por objetivo de los Protocolos de Palermo.",
    eyebrow: "Lo que los países informan cada año",
    lead: "Agrupados por los objetivos de los dos Protocolos. Cada indicador se abre con su gráfico por país y año, su tabla, definición, artículos y archivo.",
    instrument: "Protocolo",
    dimension: "Dimensión",
    all: "Todos",
    allDimensions: "Todas",
    search: "Buscar por nombre o código",
    found: (n) =>
      pluralEs(n, {
        one: "# indicador",
        other: "# indicadores",
        zero: "Ningún indicador corresponde a esta selección",
      }),
    folded: "Abra un objetivo para ver sus indicadores.",
    inProtocol: (indicators, objectives) =>
      `${pluralEs(indicators, { one: "# indicador", other: "# indicadores" })}, ${pluralEs(objectives, { one: "# objetivo", other: "# objetivos" })}`,
    latest: (reported, published) => `${reported} de ${pluralEs(published, { one: "# informe", other: "# informes" })}`,
    latestHead: (round) => `Respondido, ${round}`,
    latestHeadNone: "Respondido",
    scoredHead: "En el índice",
    scored: "Puntuado",
    context: "Contexto",
    indicator: "Indicador",
    objective: (code) => `Objetivo ${code}`,
    onlyObjective: (name) => `Solo el objetivo: ${name}`,
    allObjectives: "Todos los objetivos",
    caption: (objective) => `Indicadores del objetivo: ${objective}`,
    none: "Nada publicado",
    clear: "Mostrar todos los indicadores",
  },
);
