import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";

export const regionTexts = defineTexts(
  {
    title: "The region's progress",
    eyebrow: "Regional Conference on Migration · Palermo Protocols",
    intro:
      "Each year the countries report what they have put in place against trafficking in persons and migrant smuggling. Each is compared with its own past, never ranked.",
    answer: (year: number, published: number, expected: number, more: number) =>
      `For ${year}, ${published} of ${expected} countries expected to report have published${more > 0 ? `, and ${pluralEn(more, { one: "# more country", other: "# more countries" })} reported voluntarily` : ""}.`,
    missing: (names: string) => `Not published yet: ${names}.`,
    nothing: "Nothing has been published yet",
    nothingBody:
      "The first figures will appear here when the Technical Secretariat publishes a country's accepted report.",
    reporting: "Who has reported, and when",
    reportingCaption: "Published reports by country and year of the round",
    country: "Country",
    rounds: "Published",
    ofRounds: (published: number, rounds: number) => `${published} of ${rounds}`,
    published: (coverage: string) => `Published; ${coverage} of the scored indicators answered`,
    not_published: "Expected, not published yet",
    exempt: "Exempt in this round",
    none: "Not expected, nothing published",
    legend: { published: "Published", not_published: "Expected, not published yet", exempt: "Exempt" },
    progress: {
      heading: "Progress by country",
      question: "Is each country further than before?",
      sentence: (rose: number, same: number, first: string) =>
        `Of the ${pluralEn(same, { one: "# country", other: "# countries" })} with a published index in two years or more, ${rose} ${rose === 1 ? "stands" : "stand"} higher now than in their first (${first}).`,
      label: "Overall index by country over the years, one small panel for each country",
      caption: "Overall index by country and year, with coverage and range",
      notes:
        "0 to 100: how far what the two Protocols ask for is in place and applied. Counts of victims, cases and convictions are not scored. A gap means that nothing was published or coverage was too low.",
      source: "reports of the countries, as published by the Technical Secretariat.",
      more: "The index by dimension, with coverage and range",
    },
    objectives: {
      heading: "What is measured",
      body: "Sixty indicators follow the objectives of the two Protocols. Open one to see it by country and year.",
      all: "All indicators",
    },
    take: {
      heading: "Take it into your meeting",
      body: "Every chart has its table and its file. The whole published file is one CSV.",
      csv: "All published data (CSV)",
      api: "Documentation of the data service",
    },
    edition: (id: number, date: string) => `${id}, published on ${date}`,
  },
  {
    title: "Los avances de la región",
    eyebrow: "Conferencia Regional sobre Migración · Protocolos de Palermo",
    intro:
      "Cada año los países informan lo que han puesto en marcha contra la trata de personas y el tráfico ilícito de migrantes. Cada país se compara con su propio pasado; no hay clasificación.",
    answer: (year, published, expected, more) =>
      `Para ${year} han publicado ${published} de ${expected} países que debían informar${more > 0 ? `, y ${pluralEs(more, { one: "# país más informó", other: "# países más informaron" })} voluntariamente` : ""}.`,
    missing: (names) => `Aún sin publicar: ${names}.`,
    nothing: "Todavía no se ha publicado nada",
    nothingBody:
      "Las primeras cifras aparecerán aquí cuando la Secretaría Técnica publique el informe aceptado de un país.",
    reporting: "Quién ha informado y cuándo",
    reportingCaption: "Informes publicados por país y año de la ronda",
    country: "País",
    rounds: "Publicadas",
    ofRounds: (published, rounds) => `${published} de ${rounds}`,
    published: (coverage) => `Publicado; respondido el ${coverage} de los indicadores puntuados`,
    not_published: "Esperado, aún sin publicar",
    exempt: "Exento en esta ronda",
    none: "No se esperaba, nada publicado",
    legend: { published: "Publicado", not_published: "Esperado, aún sin publicar", exempt: "Exento" },
    progress: {
      heading: "Avance por país",
      question: "¿Está cada país más adelante que antes?",
      sentence: (rose, same, first) =>
        `De ${pluralEs(same, { one: "# país", other: "los # países" })} con índice publicado en dos años o más, ${rose} ${rose === 1 ? "está" : "están"} hoy más arriba que en su primer año (${first}).`,
      label: "Índice general por país a lo largo de los años, un panel pequeño por país",
      caption: "Índice general por país y año, con cobertura y rango",
      notes:
        "De 0 a 100: en qué medida está en marcha y se aplica lo que piden los dos Protocolos. No se puntúan los conteos de víctimas, casos ni condenas. Un vacío significa que no se publicó nada o que la cobertura fue insuficiente.",
      source: "informes de los países, publicados por la Secretaría Técnica.",
      more: "El índice por dimensión, con cobertura y rango",
    },
    objectives: {
      heading: "Qué se mide",
      body: "Sesenta indicadores siguen los objetivos de los dos Protocolos. Abra uno para verlo por país y año.",
      all: "Todos los indicadores",
    },
    take: {
      heading: "Llévelo a su reunión",
      body: "Cada gráfico tiene su tabla y su archivo. Todo lo publicado está en un solo CSV.",
      csv: "Todos los datos publicados (CSV)",
      api: "Documentación del servicio de datos",
    },
    edition: (id, date) => `${id}, publicada el ${date}`,
  },
);
