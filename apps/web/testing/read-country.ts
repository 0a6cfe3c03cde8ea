import type { Language } from "@avances/domain/catalogue";
import { countsOf, listOf, points, read, reasonIn, value, yearIn } from "./read-sentences.ts";

/** Rounds as a sentence lists them: year of the data and of the round, pair by pair. */
export type Years = readonly (readonly [data: number, round: number])[];

export interface ReportsClaim {
  readonly country: string;
  /** Null when the sentence mentions only voluntary reports. */
  readonly expected: number | null;
  readonly published: Years;
  readonly voluntary: Years;
  readonly missing: Readonly<Record<string, Years>>;
}

const years = {
  en: "data for ([^(]+) \\((?:(\\d{4}) round|rounds ([^)]+))\\)",
  es: "datos de ([^(]+) \\((?:ronda (\\d{4})|rondas ([^)]+))\\)",
};

export const owed = {
  en: {
    of_none: "no report was expected",
    the_one: "the one report expected is published",
    not_the_one: "the one report expected is not published",
    both: "both reports expected are published",
    all: "all (\\d+) reports expected are published",
    none: "none of the (\\d+) reports expected is published",
    some: "(\\d+) of the (\\d+) reports expected (?:is|are) published",
  },
  es: {
    of_none: "no se esperaba ningún informe",
    the_one: "el único informe esperado está publicado",
    not_the_one: "el único informe esperado no está publicado",
    both: "los dos informes esperados están publicados",
    all: "los (\\d+) informes esperados están publicados",
    none: "ninguno de los (\\d+) informes esperados está publicado",
    some: "(\\d+) de los (\\d+) informes esperados (?:está publicado|están publicados)",
  },
};

const given = {
  en: "(\\d+) (?:report was|reports were) given voluntarily",
  es: "(\\d+) (?:informe se presentó|informes se presentaron) voluntariamente",
};

export function readReports(language: Language, text: string): ReportsClaim {
  const opening = /^([^:]+): ([^.]+)\.(?: |$)/.exec(text);
  if (!opening?.[1] || !opening[2]) throw new Error(`no reports: “${text}”`);
  let expected: number | null = null;
  let published: Years = [];
  let voluntary: Years = [];
  for (const part of opening[2].split("; ")) {
    const extra = new RegExp(`^${given[language]}, ${years[language]}$`, "u").exec(part);
    if (extra) {
      voluntary = yearsOf(extra.slice(2));
      if (voluntary.length !== value(extra[1])) throw new Error(`not ${extra[1]} years: “${part}”`);
      continue;
    }
    const { form, groups } = read(part, owed[language], (words) => `${words}(?:, ${years[language]})?$`);
    const [n, of] = countsOf(form, groups[0], groups[1]);
    expected = of;
    published = groups.at(-3) === "" ? [] : yearsOf(groups.slice(-3));
    if (published.length !== n) throw new Error(`not ${n} years: “${part}”`);
  }
  const missing: Record<string, Years> = {};
  let rest = text.slice(opening[0].length);
  while (rest !== "") {
    const match = new RegExp(`^([^:.]+): ${years[language]}\\.(?: |$)`, "u").exec(rest);
    if (!match?.[1]) throw new Error(`no reason: “${rest}”`);
    missing[reasonIn(language, match[1])] = yearsOf(match.slice(2));
    rest = rest.slice(match[0].length);
  }
  return { country: opening[1], expected, published, voluntary, missing };
}

function yearsOf([data = "", round = "", rounds = ""]: readonly (string | undefined)[]): Years {
  const names = listOf(round === "" ? rounds : round);
  const of = listOf(data);
  if (of.length !== names.length) throw new Error(`years without rounds: “${data}”`);
  return of.map((year, place) => [value(year), value(names[place])] as const);
}

export interface StandingClaim {
  readonly protocol: string;
  readonly kind: string;
  readonly year: number;
  readonly round: number;
  readonly since: number | null;
  /** Points with their sign. */
  readonly change: number | null;
}

export const standing = {
  en: {
    higher: `([^:]+): (${points}) points higher for ${yearIn.en} than in its own first round with a score \\(data for (\\d{4})\\), on the indicators scored in both\\.`,
    lower: `([^:]+): (${points}) points lower for ${yearIn.en} than in its own first round with a score \\(data for (\\d{4})\\), on the indicators scored in both\\.`,
    same: `([^:]+): (the same) for ${yearIn.en} as in its own first round with a score \\(data for (\\d{4})\\), on the indicators scored in both\\.`,
    not_comparable: `([^:]+)(:) ${yearIn.en} cannot be compared with its own first round with a score \\(data for (\\d{4})\\) because too few indicators were scored in both\\.`,
    first: `([^:]+)(:) ${yearIn.en} is its first round with a score\\.`,
    insufficient: `([^:]+)(:) too little was answered for a score for ${yearIn.en}\\.`,
  },
  es: {
    higher: `([^:]+): (${points}) puntos más arriba para ${yearIn.es} que en su propia primera ronda con puntaje \\(datos de (\\d{4})\\), sobre los indicadores puntuados en ambas\\.`,
    lower: `([^:]+): (${points}) puntos más abajo para ${yearIn.es} que en su propia primera ronda con puntaje \\(datos de (\\d{4})\\), sobre los indicadores puntuados en ambas\\.`,
    same: `([^:]+): (igual) para ${yearIn.es} que en su propia primera ronda con puntaje \\(datos de (\\d{4})\\), sobre los indicadores puntuados en ambas\\.`,
    not_comparable: `([^:]+)(:) ${yearIn.es} no se puede comparar con su propia primera ronda con puntaje \\(datos de (\\d{4})\\) porque muy pocos indicadores se puntuaron en ambas\\.`,
    first: `([^:]+)(:) ${yearIn.es} es su primera ronda con puntaje\\.`,
    insufficient: `([^:]+)(:) para ${yearIn.es} se respondió demasiado poco para calcular un puntaje\\.`,
  },
};

export function readStanding(language: Language, text: string): StandingClaim {
  const { form, groups, rest } = read(text, standing[language]);
  if (rest !== "") throw new Error(`unread: “${rest}”`);
  const [protocol = "", by, year, round, since] = groups;
  const kind = ["higher", "lower", "same"].includes(form) ? "compared" : form;
  const sign = form === "lower" ? -1 : 1;
  const change = kind !== "compared" ? null : form === "same" ? 0 : sign * value(by);
  return {
    protocol,
    kind,
    year: value(year),
    round: value(round),
    since: since === undefined ? null : value(since),
    change,
  };
}

export interface ReversalClaim {
  readonly protocol: string;
  readonly before: readonly [number, number];
  readonly now: readonly [number, number];
  readonly choices: readonly string[];
}

const reversal = {
  en: { any: `([^:]+): from ${yearIn.en} to ${yearIn.en} the score changes in the opposite direction ([^.]+)\\.` },
  es: { any: `([^:]+): de ${yearIn.es} a ${yearIn.es} el puntaje cambia en la dirección opuesta ([^.]+)\\.` },
};

const choices: Readonly<Record<string, string>> = {
  "if all dimensions weigh the same": "equalWeights",
  "if the geometric mean is taken": "geometricMean",
  "if “Laws” is left out": "without-LEG",
  "if “Data” is left out": "without-DAT",
  "si todas las dimensiones pesan lo mismo": "equalWeights",
  "si se toma la media geométrica": "geometricMean",
  "si se deja fuera «Leyes»": "without-LEG",
  "si se deja fuera «Datos»": "without-DAT",
};

export function readReversal(language: Language, text: string): ReversalClaim {
  const { groups, rest } = read(text, reversal[language]);
  if (rest !== "") throw new Error(`unread: “${rest}”`);
  const [protocol = "", ...more] = groups;
  const [beforeYear, beforeRound, nowYear, nowRound] = more.slice(0, 4).map(value);
  return {
    protocol,
    before: [beforeYear ?? 0, beforeRound ?? 0],
    now: [nowYear ?? 0, nowRound ?? 0],
    choices: (more[4] ?? "").split(/, or |, o /).map((words) => choices[words] ?? `unknown: ${words}`),
  };
}
