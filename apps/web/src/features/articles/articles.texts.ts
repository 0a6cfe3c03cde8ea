import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";
import type { RoundName } from "#lib/round-words.ts";

export const articlesTexts = defineTexts(
  {
    title: "Articles",
    description:
      "The articles of the Trafficking Protocol, the Smuggling Protocol and their Convention that the objectives and indicators of the Regional Conference on Migration cite, and where the region stands.",
    articleDescription: (article: string) =>
      `${article}: the objectives and indicators of the Regional Conference on Migration that cite it, and where the region stands.`,
    eyebrow: "What the treaties ask, and what follows it up",
    lead: (list: string) => `The objectives and indicators cite ${list}. Each opens with what follows it up.`,
    cited: (n: number, ofTreaty: string) =>
      pluralEn(n, { one: `# article ${ofTreaty}`, other: `# articles ${ofTreaty}` }),
    caption: (ofTreaty: string) => `Articles ${ofTreaty} that are cited`,
    article: "Article",
    indicators: "Indicators",
    objectives: "Objectives",
    nothing: "No article is cited yet",
    standing: "Where the region stands",
    round: (round: RoundName, reports: number) =>
      `${capitalised(round)} · ${pluralEn(reports, { one: "# country has a public report", other: "# countries have a public report" })}`,
    unpublished: "Nothing is published yet. Figures appear here with the first published report.",
    answered: {
      level: (n: number, of: number) => `${gave(n, of)} a level`,
      yesNo: (n: number, of: number) => `${gave(n, of)} an answer`,
      figure: (n: number, of: number) => `${gave(n, of)} a figure`,
      text: (n: number, of: number) => `${gave(n, of)} an answer in words`,
    },
    notApplicable: "Not applicable, or declared so",
    level: "Level",
    countries: (n: number) => pluralEn(n, { one: "# country", other: "# countries" }),
    objectivesHeading: "Objectives that cite this article",
    onlyObjective: "Its indicators",
    neighbours: "Neighbouring articles",
    previous: "Previous article",
    next: "Next article",
    headingsFrom: "Headings of the articles: General Assembly resolution 55/25 (2000), annexes I to III.",
    source: "Source: reports of the countries, as published by the Technical Secretariat.",
  },
  {
    title: "Artículos",
    description:
      "Los artículos del Protocolo contra la trata, del Protocolo contra el tráfico ilícito y de su Convención que citan los objetivos e indicadores de la Conferencia Regional sobre Migración, y dónde está la región.",
    articleDescription: (article) =>
      `${article}: los objetivos e indicadores de la Conferencia Regional sobre Migración que lo citan, y dónde está la región.`,
    eyebrow: "Lo que piden los tratados y lo que le da seguimiento",
    lead: (list) => `Los objetivos e indicadores citan ${list}. Cada uno se abre con lo que le da seguimiento.`,
    cited: (n, ofTreaty) => pluralEs(n, { one: `# artículo ${ofTreaty}`, other: `# artículos ${ofTreaty}` }),
    caption: (ofTreaty) => `Artículos ${ofTreaty} que se citan`,
    article: "Artículo",
    indicators: "Indicadores",
    objectives: "Objetivos",
    nothing: "Todavía no se cita ningún artículo",
    standing: "La situación de la región",
    round: (round, reports) =>
      `${capitalised(round)} · ${pluralEs(reports, { one: "# país tiene un informe público", other: "# países tienen un informe público" })}`,
    unpublished: "Todavía no hay nada publicado. Las cifras aparecerán aquí con el primer informe publicado.",
    answered: {
      level: (n, all) => `${dio(n, all)} un nivel`,
      yesNo: (n, all) => `${dio(n, all)} una respuesta`,
      figure: (n, all) => `${dio(n, all)} una cifra`,
      text: (n, all) => `${dio(n, all)} una respuesta en palabras`,
    },
    notApplicable: "No aplica, o así se declaró",
    level: "Nivel",
    countries: (n) => pluralEs(n, { one: "# país", other: "# países" }),
    objectivesHeading: "Objetivos que citan este artículo",
    onlyObjective: "Sus indicadores",
    neighbours: "Artículos vecinos",
    previous: "Artículo anterior",
    next: "Artículo siguiente",
    headingsFrom: "Títulos de los artículos: resolución 55/25 (2000) de la Asamblea General, anexos I a III.",
    source: "Fuente: informes de los países, publicados por la Secretaría Técnica.",
  },
);

const gave = (n: number, of: number) => `${n} of ${pluralEn(of, { one: "# country", other: "# countries" })} gave`;
const dio = (n: number, all: number) =>
  `${n} de ${pluralEs(all, { one: "# país", other: "# países" })} ${n === 1 ? "dio" : "dieron"}`;
const capitalised = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
