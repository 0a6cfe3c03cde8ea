import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";

/** Below the first screen; loaded with it. */
export const belowTexts = defineTexts(
  {
    reporting: "Who has reported, and when?",
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
    reporting: "¿Quién ha informado, y cuándo?",
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
