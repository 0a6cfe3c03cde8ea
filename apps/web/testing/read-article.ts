import type { Language } from "@avances/domain/catalogue";
import { read, value, yearIn } from "./read-sentences.ts";

/** What the sentence about an article claims. */
export interface ArticleClaim {
  readonly indicators: number;
  /** Only said when no indicator follows it up. */
  readonly objectives: number | null;
  readonly standing: {
    readonly year: number;
    readonly round: number;
    readonly reports: number;
    /** Countries that answered the indicator with the fewest answers and the one with the most; null for one country. */
    readonly answered: readonly [number, number] | null;
    /** For one country: how many of the indicators it answered. */
    readonly ofOne: number | null;
    readonly levels: { readonly given: number; readonly highest: number; readonly lowest: number };
    readonly yesNo: { readonly given: number; readonly yes: number };
  } | null;
}

const n = "([\\d,]+)";
const reports = { en: "countries with a report", es: "países con informe" };
const the = { en: "the one country with a report", es: "el único país con informe" };

export const followUp = {
  en: {
    one: "One indicator follows up this article\\.",
    many: `${n} indicators follow up this article\\.`,
    "none one": "No published indicator follows up this article by itself; one objective cites it\\.",
    "none many": `No published indicator follows up this article by itself; ${n} objectives cite it\\.`,
  },
  es: {
    one: "Un indicador da seguimiento a este artículo\\.",
    many: `${n} indicadores dan seguimiento a este artículo\\.`,
    "none one": "Ningún indicador publicado da seguimiento a este artículo por sí solo; lo cita un objetivo\\.",
    "none many": `Ningún indicador publicado da seguimiento a este artículo por sí solo; lo citan ${n} objetivos\\.`,
  },
};

export const answered = {
  en: {
    "one:it yes": `${the.en} gave a value for it`,
    "one:it no": `${the.en} gave no value for it`,
    "one:none": `${the.en} gave a value for none of them`,
    "one:both": `${the.en} gave a value for both of them`,
    "one:all": `${the.en} gave a value for all of them`,
    "one:some": `${the.en} gave a value for ${n} of them`,
    "both it": `both ${reports.en} gave a value for it`,
    "both each": `both ${reports.en} gave a value for each of them`,
    "all it": `all ${n} ${reports.en} gave a value for it`,
    "all each": `all ${n} ${reports.en} gave a value for each of them`,
    "none it": `none of the ${n} ${reports.en} gave a value for it`,
    "none each": `none of the ${n} ${reports.en} gave a value for any of them`,
    "some it": `${n} of the ${n} ${reports.en} gave a value for it`,
    "some each": `${n} of the ${n} ${reports.en} gave a value for each of them`,
    between: `${n} to ${n} of the ${n} ${reports.en} gave a value for each of them`,
  },
  es: {
    "one:it yes": `${the.es} dio un valor`,
    "one:it no": `${the.es} no dio un valor`,
    "one:none": `${the.es} no dio un valor en ninguno`,
    "one:both": `${the.es} dio un valor en los dos`,
    "one:all": `${the.es} dio un valor en todos`,
    "one:some": `${the.es} dio un valor en ${n} de ellos`,
    "both it": `los dos ${reports.es} dieron un valor`,
    "both each": `los dos ${reports.es} dieron un valor en cada uno de ellos`,
    "all it": `los ${n} ${reports.es} dieron un valor`,
    "all each": `los ${n} ${reports.es} dieron un valor en cada uno de ellos`,
    "none it": `ninguno de los ${n} ${reports.es} dio un valor`,
    "none each": `ninguno de los ${n} ${reports.es} dio un valor en alguno de ellos`,
    "some it": `${n} de los ${n} ${reports.es} (?:dio|dieron) un valor`,
    "some each": `${n} de los ${n} ${reports.es} (?:dio|dieron) un valor en cada uno de ellos`,
    between: `entre ${n} y ${n} de los ${n} ${reports.es} dieron un valor en cada uno de ellos`,
  },
};

export const levels = {
  en: {
    "one highest": "The one level given is the highest of its indicator\\.",
    "one lowest": "The one level given is the lowest of its indicator\\.",
    "one neither": "The one level given is neither the highest nor the lowest of its indicator\\.",
    "two highest": "Both levels given are the highest of their indicator\\.",
    "two lowest": "Both levels given are the lowest of their indicator\\.",
    "all highest": `All ${n} levels given are the highest of their indicator\\.`,
    "all lowest": `All ${n} levels given are the lowest of their indicator\\.`,
    some: `Of the ${n} levels given, (none is|1 is|[\\d,]+ are) the highest of their indicator and (none|[\\d,]+) the lowest\\.`,
  },
  es: {
    "one highest": "El único nivel indicado es el más alto de su indicador\\.",
    "one lowest": "El único nivel indicado es el más bajo de su indicador\\.",
    "one neither": "El único nivel indicado no es ni el más alto ni el más bajo de su indicador\\.",
    "two highest": "Cada uno de los dos niveles indicados es el más alto de su indicador\\.",
    "two lowest": "Cada uno de los dos niveles indicados es el más bajo de su indicador\\.",
    "all highest": `Cada uno de los ${n} niveles indicados es el más alto de su indicador\\.`,
    "all lowest": `Cada uno de los ${n} niveles indicados es el más bajo de su indicador\\.`,
    some: `De los ${n} niveles indicados, (ninguno es|1 es|[\\d,]+ son) el más alto de su indicador y (ninguno es|1 es|[\\d,]+ son) el más bajo\\.`,
  },
};

export const yesNo = {
  en: {
    "one yes": "The one answer with yes or no is yes\\.",
    "one no": "The one answer with yes or no is no\\.",
    "two yes": "Both answers with yes or no are yes\\.",
    "two no": "Both answers with yes or no are no\\.",
    "all yes": `All ${n} answers with yes or no are yes\\.`,
    "all no": `All ${n} answers with yes or no are no\\.`,
    some: `Of the ${n} answers with yes or no, (1 is|[\\d,]+ are) yes\\.`,
  },
  es: {
    "one yes": "La única respuesta de sí o no es sí\\.",
    "one no": "La única respuesta de sí o no es no\\.",
    "two yes": "Las dos respuestas de sí o no son sí\\.",
    "two no": "Las dos respuestas de sí o no son no\\.",
    "all yes": `Las ${n} respuestas de sí o no son sí\\.`,
    "all no": `Las ${n} respuestas de sí o no son no\\.`,
    some: `De las ${n} respuestas de sí o no, (1 es|[\\d,]+ son) sí\\.`,
  },
};

/** The whole sentence, to its last character. */
export function readArticle(language: Language, text: string): ArticleClaim {
  const first = read(text, followUp[language]);
  const [many = ""] = first.groups;
  const indicators = { one: 1, many: value(many) }[first.form] ?? 0;
  const objectives = { "none one": 1, "none many": value(many) }[first.form] ?? null;
  if (first.rest === "") return { indicators, objectives, standing: null };
  const opening = `${{ en: "For", es: "Para" }[language]} ${yearIn[language]}, `;
  const said = read(first.rest, answered[language], (words) => `${opening}${words}\\.`);
  const [year, round, ...counts] = said.groups;
  const [given, afterLevels] = optional(said.rest, levels[language]);
  const [replies, rest] = optional(afterLevels, yesNo[language]);
  if (rest !== "") throw new Error(`no reading of: “${rest}”`);
  return {
    indicators,
    objectives,
    standing: {
      year: value(year),
      round: value(round),
      ...whoAnswered(said.form, counts.map(value), indicators),
      levels: levelsOf(given),
      yesNo: yesNoOf(replies),
    },
  };
}

type Reading = Pick<ReturnType<typeof read>, "form" | "groups"> | null;

/** A sentence that may be missing. */
function optional(text: string, forms: Readonly<Record<string, string>>): [Reading, string] {
  const begins = Object.values(forms).some((pattern) => new RegExp(`^${pattern}(?: |$)`, "u").test(text));
  if (!begins) return [null, text];
  const found = read(text, forms);
  return [found, found.rest];
}

function whoAnswered(form: string, [first = 0, second = 0, third = 0]: readonly number[], indicators: number) {
  if (form.startsWith("one:")) {
    const all = { "one:it yes": 1, "one:it no": 0, "one:none": 0, "one:both": 2, "one:all": indicators };
    return { reports: 1, answered: null, ofOne: (all as Readonly<Record<string, number>>)[form] ?? first };
  }
  const [some, reports] = {
    both: [[2, 2], 2] as const,
    all: [[first, first], first] as const,
    none: [[0, 0], first] as const,
    some: [[first, first], second] as const,
    between: [[first, second], third] as const,
  }[form.split(" ")[0] as "both" | "all" | "none" | "some" | "between"];
  return { reports, answered: some, ofOne: null };
}

const countIn = (words = "") => value(/^[\d,]+/.exec(words)?.[0] ?? "0");

function levelsOf(reading: Reading) {
  if (reading === null) return { given: 0, highest: 0, lowest: 0 };
  const [first, highest, lowest] = reading.groups;
  if (reading.form === "some") return { given: value(first), highest: countIn(highest), lowest: countIn(lowest) };
  const [many, which] = reading.form.split(" ");
  const given = { one: 1, two: 2 }[many ?? ""] ?? value(first);
  return { given, highest: which === "highest" ? given : 0, lowest: which === "lowest" ? given : 0 };
}

function yesNoOf(reading: Reading) {
  if (reading === null) return { given: 0, yes: 0 };
  const [first, yes] = reading.groups;
  if (reading.form === "some") return { given: value(first), yes: countIn(yes) };
  const [many, which] = reading.form.split(" ");
  const given = { one: 1, two: 2 }[many ?? ""] ?? value(first);
  return { given, yes: which === "yes" ? given : 0 };
}
