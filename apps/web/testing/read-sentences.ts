/**
 * Reads generated sentences back into what they claim, in both languages. Every sentence is read to its last character: a claim that this
 * grammar does not know is an error, not something overlooked. The words are deliberately written out again: this is the second source.
 */
import type { Language } from "@avances/domain/catalogue";

/** The countries that a sentence lists by reason: names in order, or their number when there are too many to name. */
export type Listed = Readonly<Record<string, readonly string[] | number>>;

export const points = "\\d+\\.\\d";
export const yearIn = { en: "(\\d{4}) \\((\\d{4}) round\\)", es: "(\\d{4}) \\(ronda (\\d{4})\\)" };
export const spanIn = { en: "data for (\\d{4})(?: to (\\d{4}))?", es: "datos de (\\d{4})(?: a (\\d{4}))?" };

export const value = (text: string | undefined): number => Number((text ?? "").replaceAll(",", ""));

export function listOf(text: string): string[] {
  return text.split(/, and |, (?=\S)| and | y | e /).filter((one) => one !== "");
}

const reasons: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    "Not reported": "not_reported",
    "Not available": "not_available",
    "Not applicable": "not_applicable",
    "Declared not applicable, not confirmed": "unconfirmed",
    "Too few cases": "small_base",
    "Hidden to protect persons": "suppressed",
    "Insufficient data for a score": "insufficient",
    "Received, in review": "received",
    "Not published": "not_published",
    "Not published yet": "not_published_yet",
    Exempt: "exempt",
    "Not asked, may report voluntarily": "not_asked",
    "Not comparable (too few indicators scored in both)": "not_comparable",
    "First round with a score": "first",
    "No earlier report": "first",
    "No earlier figure shown": "no_earlier",
    "Amounts in more than one currency, so no line is drawn": "mixed",
  },
  es: {
    "No informado": "not_reported",
    "No disponible": "not_available",
    "No aplica": "not_applicable",
    "Declarado no aplicable, sin confirmar": "unconfirmed",
    "Muy pocos casos": "small_base",
    "Oculto para proteger a personas": "suppressed",
    "Datos insuficientes para un puntaje": "insufficient",
    "Recibido, en revisión": "received",
    "No publicado": "not_published",
    "Aún no publicado": "not_published_yet",
    Exento: "exempt",
    "No se le pide, puede informar voluntariamente": "not_asked",
    "No comparable (muy pocos indicadores puntuados en ambas)": "not_comparable",
    "Primera ronda con puntaje": "first",
    "Sin informe anterior": "first",
    "Sin cifra anterior mostrada": "no_earlier",
    "Montos en más de una moneda, por lo que no se dibuja una línea": "mixed",
  },
};

/** What a country had in a round that was chosen for all; the year is that of its data. */
const reasonsThen: Readonly<Record<Language, Readonly<Record<string, RegExp>>>> = {
  en: {
    no_score_then: /^No score for (\d{4})$/,
    then_received: /^Report for (\d{4}) received, in review$/,
    then_not_published: /^No published report for (\d{4})$/,
    then_not_published_yet: /^No published report for (\d{4}) yet$/,
    then_exempt: /^Exempt for (\d{4})$/,
    then_not_asked: /^Not asked to report for (\d{4})$/,
  },
  es: {
    no_score_then: /^Sin puntaje para (\d{4})$/,
    then_received: /^Informe de (\d{4}) recibido, en revisión$/,
    then_not_published: /^Sin informe publicado de (\d{4})$/,
    then_not_published_yet: /^Aún sin informe publicado de (\d{4})$/,
    then_exempt: /^Con exención para (\d{4})$/,
    then_not_asked: /^No se pidió informe de (\d{4})$/,
  },
};

export function reasonIn(language: Language, words: string): string {
  for (const [reason, pattern] of Object.entries(reasonsThen[language])) {
    const year = pattern.exec(words)?.[1];
    if (year !== undefined) return `${reason} ${year}`;
  }
  const reason = reasons[language][words];
  if (reason === undefined) throw new Error(`no such reason: “${words}”`);
  return reason;
}

/** "Not published: Land A and Land B. Exempt: 14 countries." to the end of the text. */
export function readListed(language: Language, text: string): Listed {
  const found: Record<string, readonly string[] | number> = {};
  let rest = text.trim();
  while (rest !== "") {
    const match = /^([^:.]+): ([^:.]+)\.(?: |$)/.exec(rest);
    if (!match?.[1] || !match[2]) throw new Error(`no list of countries: “${rest}”`);
    found[reasonIn(language, match[1])] = readNames(match[2]);
    rest = rest.slice(match[0].length);
  }
  return found;
}

/** Names, or their number when there are too many to name. */
function readNames(text: string): readonly string[] | number {
  const many = /^([\d,]+) (?:countries|países)$/.exec(text);
  return many ? value(many[1]) : listOf(text);
}

/** The wordings of a kind of sentence, as patterns, in both languages. */
export type Grammar = Readonly<Record<Language, Readonly<Record<string, string>>>>;

const met = new Set<string>();

/**
 * Wordings that no sentence has had so far: a test that never meets one proves nothing about it. A main round always has a
 * report, so "no country has a published report" never occurs.
 */
export function wordingsNotMet(...grammars: readonly Grammar[]): string[] {
  return grammars
    .flatMap(({ en, es }) => [...Object.values(en), ...Object.values(es)])
    .filter(
      (pattern) => !met.has(pattern) && pattern !== parts.scored.en.of_none && pattern !== parts.scored.es.of_none,
    );
}

/** The first of the forms with which the text begins; returns the groups of the match, and the rest. */
export function read(
  text: string,
  forms: Readonly<Record<string, string>>,
  frame: (pattern: string) => string = (pattern) => pattern,
): { form: string; groups: string[]; rest: string } {
  for (const [form, pattern] of Object.entries(forms)) {
    const match = new RegExp(`^${frame(pattern)}(?: |$)`, "u").exec(text);
    if (!match) continue;
    met.add(pattern);
    return { form, groups: match.slice(1).map((group) => group ?? ""), rest: text.slice(match[0].length) };
  }
  throw new Error(`no reading of: “${text}”`);
}

export const parts = {
  published: {
    en: {
      of_none: "no country was expected to report",
      the_one: "the one country expected to report \\((.+?)\\) has a published report",
      not_the_one: "the one country expected to report \\((.+?)\\) has no published report",
      both: "both countries expected to report have a published report",
      all: "all ([\\d,]+) countries expected to report have a published report",
      none: "none of the ([\\d,]+) countries expected to report has a published report",
      some: "([\\d,]+) of the ([\\d,]+) countries expected to report (?:has|have) a published report",
    },
    es: {
      of_none: "ningún país debía informar",
      the_one: "el único país que debía informar \\((.+?)\\) tiene un informe publicado",
      not_the_one: "el único país que debía informar \\((.+?)\\) no tiene un informe publicado",
      both: "los dos países que debían informar tienen un informe publicado",
      all: "los ([\\d,]+) países que debían informar tienen un informe publicado",
      none: "ninguno de los ([\\d,]+) países que debían informar tiene un informe publicado",
      some: "([\\d,]+) de los ([\\d,]+) países que debían informar (?:tiene|tienen) un informe publicado",
    },
  },
  scored: {
    en: {
      of_none: "no country has a published report",
      the_one: "the one country with a report \\((.+?)\\) has a score",
      not_the_one: "the one country with a report \\((.+?)\\) has no score",
      both: "both countries with a report have a score",
      all: "all ([\\d,]+) countries with a report have a score",
      none: "none of the ([\\d,]+) countries with a report has a score",
      some: "([\\d,]+) of the ([\\d,]+) countries with a report (?:has|have) a score",
    },
    es: {
      of_none: "ningún país tiene un informe publicado",
      the_one: "el único país con informe \\((.+?)\\) tiene puntaje",
      not_the_one: "el único país con informe \\((.+?)\\) no tiene puntaje",
      both: "los dos países con informe tienen puntaje",
      all: "los ([\\d,]+) países con informe tienen puntaje",
      none: "ninguno de los ([\\d,]+) países con informe tiene puntaje",
      some: "([\\d,]+) de los ([\\d,]+) países con informe (?:tiene|tienen) puntaje",
    },
  },
  public: {
    en: {
      the_one: "the one country \\((.+?)\\) has a published report",
      not_the_one: "the one country \\((.+?)\\) has no published report",
      both: "both countries have a published report",
      all: "all ([\\d,]+) countries have a published report",
      none: "none of the ([\\d,]+) countries has a published report",
      some: "([\\d,]+) of the ([\\d,]+) countries (?:has|have) a published report",
    },
    es: {
      the_one: "el único país \\((.+?)\\) tiene un informe publicado",
      not_the_one: "el único país \\((.+?)\\) no tiene un informe publicado",
      both: "los dos países tienen un informe publicado",
      all: "los ([\\d,]+) países tienen un informe publicado",
      none: "ninguno de los ([\\d,]+) países tiene un informe publicado",
      some: "([\\d,]+) de los ([\\d,]+) países (?:tiene|tienen) un informe publicado",
    },
  },
  answered: {
    en: {
      of_none: "no country has a published report",
      the_one: "the one country with a report \\((.+?)\\) answered this",
      not_the_one: "the one country with a report \\((.+?)\\) gave no figure",
      both: "both countries with a report answered this",
      all: "all ([\\d,]+) countries with a report answered this",
      none: "none of the ([\\d,]+) countries with a report gave a figure",
      some: "([\\d,]+) of the ([\\d,]+) countries with a report answered this",
    },
    es: {
      of_none: "ningún país tiene un informe publicado",
      the_one: "el único país con informe \\((.+?)\\) respondió este dato",
      not_the_one: "el único país con informe \\((.+?)\\) no dio una cifra",
      both: "los dos países con informe respondieron este dato",
      all: "los ([\\d,]+) países con informe respondieron este dato",
      none: "ninguno de los ([\\d,]+) países con informe dio una cifra",
      some: "([\\d,]+) de los ([\\d,]+) países con informe (?:respondió|respondieron) este dato",
    },
  },
  divided: {
    en: {
      of_none: "no country shows a value that could be broken down",
      the_one: "the one country with a value \\((.+?)\\) shows it by these categories",
      not_the_one: "the one country with a value \\((.+?)\\) does not show it by these categories",
      both: "both countries with a value show it by these categories",
      all: "all ([\\d,]+) countries with a value show it by these categories",
      none: "none of the ([\\d,]+) countries with a value shows it by these categories",
      some: "([\\d,]+) of the ([\\d,]+) countries with a value (?:shows|show) it by these categories",
    },
    es: {
      of_none: "ningún país muestra un valor que se pueda desagregar",
      the_one: "el único país con un valor \\((.+?)\\) lo muestra por estas categorías",
      not_the_one: "el único país con un valor \\((.+?)\\) no lo muestra por estas categorías",
      both: "los dos países con un valor lo muestran por estas categorías",
      all: "los ([\\d,]+) países con un valor lo muestran por estas categorías",
      none: "ninguno de los ([\\d,]+) países con un valor lo muestra por estas categorías",
      some: "([\\d,]+) de los ([\\d,]+) países con un valor lo (?:muestra|muestran) por estas categorías",
    },
  },
};

/** Of the countries that show it by categories. */
export const hiddenParts = {
  en: {
    the_one: "At least one of its figures by category is hidden to protect persons\\.",
    not_the_one: "None of its figures by category is hidden\\.",
    both: "In both, at least one figure by category is hidden to protect persons\\.",
    all: "In all ([\\d,]+), at least one figure by category is hidden to protect persons\\.",
    none: "None of their figures by category is hidden\\.",
    some: "In ([\\d,]+) of them, at least one figure by category is hidden to protect persons\\.",
  },
  es: {
    the_one: "Al menos una de sus cifras por categoría está oculta para proteger a personas\\.",
    not_the_one: "Ninguna de sus cifras por categoría está oculta\\.",
    both: "En los dos, al menos una cifra por categoría está oculta para proteger a personas\\.",
    all: "En los ([\\d,]+), al menos una cifra por categoría está oculta para proteger a personas\\.",
    none: "Ninguna de sus cifras por categoría está oculta\\.",
    some: "En ([\\d,]+) de ellos, al menos una cifra por categoría está oculta para proteger a personas\\.",
  },
};

/** In how many countries something is hidden, of those that show it by categories; null if nothing is said because there are none. */
export function readHidden(language: Language, text: string, divided: number): [number | null, string] {
  if (divided === 0) return [null, text];
  const { form, groups, rest } = read(text, hiddenParts[language]);
  const [part] = countsOf(form, groups[0], String(divided));
  return [part, rest];
}

/** The part and the whole that a form states. */
export function countsOf(form: string, first = "", second = ""): readonly [part: number, whole: number] {
  const counts: Readonly<Record<string, readonly [number, number]>> = {
    of_none: [0, 0],
    the_one: [1, 1],
    not_the_one: [0, 1],
    both: [2, 2],
    all: [value(first), value(first)],
    none: [0, value(first)],
    some: [value(first), value(second)],
  };
  return counts[form] ?? [Number.NaN, Number.NaN];
}

export interface PartClaim {
  readonly year: number;
  readonly round: number;
  readonly part: number;
  readonly whole: number;
  /** The one country, if there is only one. */
  readonly only: string | null;
}

/** "For 2024 (2025 round), 7 of the 8 countries … ." */
export function readPart(
  language: Language,
  what: "published" | "scored" | "answered" | "divided",
  text: string,
): [PartClaim, string] {
  const opening = `${{ en: "For", es: "Para" }[language]} ${yearIn[language]}, `;
  const { form, groups, rest } = read(text, parts[what][language], (words) => `${opening}${words}\\.`);
  const [year, round, first = "", second = ""] = groups;
  const [part, whole] = countsOf(form, first, second);
  return [{ year: value(year), round: value(round), part, whole, only: form.endsWith("the_one") ? first : null }, rest];
}

/** Reads "3 countries reported voluntarily: Land A, Land B, and Land C." if it comes next. */
export function readVoluntary(
  language: Language,
  text: string,
): [{ n: number; names: readonly string[] | number } | null, string] {
  const words = {
    en: /^([\d,]+) (?:country|countries) reported voluntarily: ([^:.]+)\.(?: |$)/,
    es: /^([\d,]+) (?:país informó|países informaron) voluntariamente: ([^:.]+)\.(?: |$)/,
  }[language];
  const match = words.exec(text);
  if (!match) return [null, text];
  return [{ n: value(match[1]), names: readNames(match[2] ?? "") }, text.slice(match[0].length)];
}
