import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";

export const regionTexts = defineTexts(
  {
    title: "The region's progress",
    description:
      "What the countries of the Regional Conference on Migration report each year against trafficking in persons and migrant smuggling: whose reports are published, and how each country compares with its own past.",
    eyebrow: "Regional Conference on Migration · Palermo Protocols",
    intro:
      "Each year the countries report what they have put in place against trafficking in persons and migrant smuggling. Each is compared with its own past, never ranked.",
    nothing: "Nothing has been published yet",
    nothingBody:
      "The first figures will appear here when the Technical Secretariat publishes a country's accepted report.",
    reporting: "Whose reports are published",
    reportingCaption: "Reports by country and year of the data, each with its round",
    country: "Country",
    rounds: "Published",
    tally: {
      of: (published: number, expected: number) => `${published} of ${expected}`,
      voluntary: (n: number) => `${n}, voluntarily`,
      both: (of: string, n: number) => `${of}, and ${n} voluntarily`,
      nothing: "None expected",
    },
    published: (coverage: string) => `Published; coverage ${coverage}, by the weight of the scored indicators`,
    publishedShort: "Published",
    progress: {
      question: "Is each country further than before?",
      matched:
        "Compared are the indicators scored in both rounds, with today's weights; points are of 100. The span is named, never who stands at its ends.",
      scores: "Where does each country stand, year by year?",
      label: "Overall index by country over the years, one small panel for each country",
      caption: "Overall index by country and year, with coverage and range",
      notes:
        "0 to 100: how far what the two Protocols ask for is in place and applied. Counts of victims, cases and convictions are not scored. What was answered differs from year to year: whether a country is further than before is told by the sentences above, not by the distance of two points.",
      source: "reports of the countries, as published by the Technical Secretariat.",
      more: "The index by dimension, with coverage and range",
    },
    objectives: {
      heading: "What is measured",
      body: (n: number) =>
        `${pluralEn(n, { one: "# public indicator follows", other: "# public indicators follow" })} the objectives of the two Protocols. Open one to see it by country and year.`,
      all: "All indicators",
    },
    take: {
      heading: "Take it into your meeting",
      body: "Every chart has its table and its file. Everything published is in two files, for programs and for Excel.",
      about: "What the files hold",
      api: "Documentation of the data service",
    },
  },
  {
    title: "Los avances de la región",
    description:
      "Lo que los países de la Conferencia Regional sobre Migración informan cada año contra la trata de personas y el tráfico ilícito de migrantes: qué informes están publicados y cómo se compara cada país con su propio pasado.",
    eyebrow: "Conferencia Regional sobre Migración · Protocolos de Palermo",
    intro:
      "Cada año los países informan lo que han puesto en marcha contra la trata de personas y el tráfico ilícito de migrantes. Cada país se compara con su propio pasado; no hay clasificación.",
    nothing: "Todavía no se ha publicado nada",
    nothingBody:
      "Las primeras cifras aparecerán aquí cuando la Secretaría Técnica publique el informe aceptado de un país.",
    reporting: "De quién se han publicado informes",
    reportingCaption: "Informes por país y año de los datos, cada uno con su ronda",
    country: "País",
    rounds: "Publicados",
    tally: {
      of: (published, expected) => `${published} de ${expected}`,
      voluntary: (n) => pluralEs(n, { one: "#, voluntario", other: "#, voluntarios" }),
      both: (of, n) => `${of}, y ${pluralEs(n, { one: "# voluntario", other: "# voluntarios" })}`,
      nothing: "Ninguno esperado",
    },
    published: (coverage) => `Publicado; cobertura ${coverage}, según el peso de los indicadores puntuados`,
    publishedShort: "Publicado",
    progress: {
      question: "¿Está cada país más adelante que antes?",
      matched:
        "Se comparan los indicadores puntuados en ambas rondas, con los pesos actuales; los puntos son de 100. Se indica el intervalo, nunca quién está en sus extremos.",
      scores: "¿Dónde está cada país, año por año?",
      label: "Índice general por país a lo largo de los años, un panel pequeño por país",
      caption: "Índice general por país y año, con cobertura y rango",
      notes:
        "De 0 a 100: en qué medida está en marcha y se aplica lo que piden los dos Protocolos. No se puntúan los conteos de víctimas, casos ni condenas. Lo respondido cambia de un año a otro: si un país está más adelante que antes lo dicen las frases de arriba, no la distancia entre dos puntos.",
      source: "informes de los países, publicados por la Secretaría Técnica.",
      more: "El índice por dimensión, con cobertura y rango",
    },
    objectives: {
      heading: "Qué se mide",
      body: (n) =>
        `${pluralEs(n, { one: "# indicador público sigue", other: "# indicadores públicos siguen" })} los objetivos de los dos Protocolos. Abra uno para verlo por país y año.`,
      all: "Todos los indicadores",
    },
    take: {
      heading: "Llévelo a su reunión",
      body: "Cada gráfico tiene su tabla y su archivo. Todo lo publicado está en dos archivos, para programas y para Excel.",
      about: "Qué contienen los archivos",
      api: "Documentación del servicio de datos",
    },
  },
);
