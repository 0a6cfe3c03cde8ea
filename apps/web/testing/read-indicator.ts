import type { Language } from "@avances/domain/catalogue";
import { countsOf, listOf, read, spanIn, value, yearIn } from "./read-sentences.ts";

/** What the middle of the sentence about an indicator claims about the figures shown. */
export type ShownClaim =
  | { readonly kind: "figures"; readonly form: "one" | "alike" | "span"; readonly from: string; readonly to: string }
  | { readonly kind: "groups"; readonly groups: Readonly<Record<string, number>> }
  | { readonly kind: "currencies"; readonly groups: Readonly<Record<string, number>> }
  | { readonly kind: "dates"; readonly form: "one" | "alike" | "span"; readonly from: string; readonly to: string };

const figure = { en: "(\\d[\\d,]*(?:\\.\\d)?%?)", es: "(\\d[\\d,]*(?:\\.\\d\u00a0%)?)" };
const date = { en: "(\\d+ [A-Z][a-z]+ \\d{4})", es: "(\\d+ de [a-z]+ de \\d{4})" };
const group = {
  en: "[^;.]+ in [\\d,]+ (?:country|countries)",
  es: "[^;.]+ en [\\d,]+ (?:país|países)",
};

export const shown = {
  en: {
    "figures one": `The one figure shown is ${figure.en}\\.`,
    "figures alike": `All figures shown are ${figure.en}\\.`,
    "figures span": `The figures shown lie between ${figure.en} and ${figure.en}\\.`,
    "dates one": `The one date given is ${date.en}\\.`,
    "dates alike": `All dates given are ${date.en}\\.`,
    "dates span": `The dates given lie between ${date.en} and ${date.en}\\.`,
    "currencies one": "The one amount given is in ([A-Z]{3})\\.",
    "currencies own": "Each amount is in another currency \\(([^)]+)\\); amounts are not compared between countries\\.",
    currencies:
      "Each amount is in the currency that the country chose \\(([^)]+)\\); amounts are not compared between countries\\.",
    groups: `((?:Level \\d|Yes|No) in [\\d,]+ (?:country|countries)(?:; ${group.en})*)\\.`,
  },
  es: {
    "figures one": `La única cifra mostrada es ${figure.es}\\.`,
    "figures alike": `Todas las cifras mostradas son ${figure.es}\\.`,
    "figures span": `Las cifras mostradas están entre ${figure.es} y ${figure.es}\\.`,
    "dates one": `La única fecha indicada es el ${date.es}\\.`,
    "dates alike": `Todas las fechas indicadas son el ${date.es}\\.`,
    "dates span": `Las fechas indicadas están entre el ${date.es} y el ${date.es}\\.`,
    "currencies one": "El único monto indicado está en ([A-Z]{3})\\.",
    "currencies own": "Cada monto está en una moneda distinta \\(([^)]+)\\); los montos no se comparan entre países\\.",
    currencies:
      "Cada monto está en la moneda que eligió el país \\(([^)]+)\\); los montos no se comparan entre países\\.",
    groups: `((?:Nivel \\d|Sí|No) en [\\d,]+ (?:país|países)(?:; ${group.es})*)\\.`,
  },
};

/** Null when the sentence says nothing about figures. */
export function readShown(language: Language, text: string): [ShownClaim | null, string] {
  let found: ReturnType<typeof read>;
  try {
    found = read(text, shown[language]);
  } catch {
    return [null, text];
  }
  const { form, groups, rest } = found;
  const [from = "", to = from] = groups;
  const [kind, shape = "one"] = form.split(" ") as ["figures" | "dates", "one" | "alike" | "span"];
  if (form === "currencies one" || form === "currencies own")
    return [{ kind: "currencies", groups: Object.fromEntries(listOf(from).map((code) => [code, 1])) }, rest];
  if (form === "currencies")
    return [{ kind: "currencies", groups: readGroups(from.split(/, and | and |, | y /)) }, rest];
  if (form === "groups") return [{ kind: "groups", groups: readGroups(from.split("; ")) }, rest];
  return [{ kind, form: shape, from, to }, rest];
}

/** "Level 2 in 3 countries" → 2: 3; "yes" and "sí" → 1. */
function readGroups(parts: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    parts.map((part) => {
      const match = /^(?:(?:level|nivel) )?(\S+) (?:in|en) ([\d,]+) /i.exec(part);
      if (!match?.[1]) throw new Error(`no group: “${part}”`);
      const what = { yes: "1", sí: "1", no: "0" }[match[1].toLowerCase()] ?? match[1];
      return [what, value(match[2])];
    }),
  );
}

/** "On 31 December 2024, the last day of these data, …"; the groups of a form are as those of `countsOf`. */
export const passed = {
  en: {
    the_one: "the one date given \\((.+?)\\) had not passed",
    not_the_one: "the one date given \\((.+?)\\) had passed",
    both: "neither of the two dates given had passed",
    all: "none of the ([\\d,]+) dates given had passed",
    none_of_two: "both dates given had passed",
    none: "all ([\\d,]+) dates given had passed",
    some: "([\\d,]+) of the ([\\d,]+) dates given had not passed",
  },
  es: {
    the_one: "la única fecha indicada \\((.+?)\\) no había pasado",
    not_the_one: "la única fecha indicada \\((.+?)\\) ya había pasado",
    both: "ninguna de las dos fechas indicadas había pasado",
    all: "ninguna de las ([\\d,]+) fechas indicadas había pasado",
    none_of_two: "las dos fechas indicadas ya habían pasado",
    none: "las ([\\d,]+) fechas indicadas ya habían pasado",
    some: "([\\d,]+) de las ([\\d,]+) fechas indicadas no (?:había|habían) pasado",
  },
};

export function readDates(language: Language, text: string) {
  const opening = {
    en: "On 31 December (\\d{4}), the last day of these data, ",
    es: "El 31 de diciembre de (\\d{4}), último día de estos datos, ",
  }[language];
  const { form, groups, rest } = read(text, passed[language], (words) => `${opening}${words}\\.`);
  if (rest !== "") throw new Error(`more than a sentence: “${rest}”`);
  const [year, first, second] = groups;
  const [ahead, given] = form === "none_of_two" ? [0, 2] : countsOf(form, first, second);
  return { year: value(year), ahead, given, only: form.endsWith("the_one") ? (first ?? "") : null };
}

export const versions = {
  en: {
    one: "Not the first version that was submitted: the report of ([^.]+)\\.",
    several: "Not the first version that was submitted: the reports of ([^.]+)\\.",
    many: "Not the first version that was submitted: ([\\d,]+) reports\\.",
  },
  es: {
    one: "No es la primera versión que se presentó: el informe de ([^.]+)\\.",
    several: "No es la primera versión que se presentó: los informes de ([^.]+)\\.",
    many: "No es la primera versión que se presentó: ([\\d,]+) informes\\.",
  },
};
const returned = {
  en: "Earlier versions were returned or withdrawn before publication; no public figure was corrected.",
  es: "Las anteriores se devolvieron o se retiraron antes de la publicación; no se corrigió ninguna cifra pública.",
};

/** The reports, as name and year of the data; only their number when there are too many to name. */
export function readVersions(language: Language, text: string): readonly (readonly [string, number])[] | number {
  const { form, groups, rest } = read(text, versions[language]);
  if (rest !== returned[language]) throw new Error(`no end of the sentence: “${rest}”`);
  if (form === "many") return value(groups[0]);
  const reports = listOf(groups[0] ?? "").map((report) => {
    const match = new RegExp(`^(.+) \\(${spanIn[language]}\\)$`).exec(report);
    if (!match?.[1]) throw new Error(`no report: “${report}”`);
    return [match[1], value(match[2])] as const;
  });
  if ((form === "one") !== (reports.length === 1)) throw new Error(`not ${form}: “${text}”`);
  return reports;
}

const release = "\\d+\\.\\d+";
const releases = `(${release}(?:(?:, and | and |, | y )${release})*)`;

export const wordings = {
  en: {
    one: `So far, one release of the catalogue has this indicator: (${release})\\.`,
    same: `The words are the same in all releases of the catalogue that have this indicator: ${releases}\\.`,
    changed: `In these words since release (${release}) of the catalogue; in other words in earlier releases: ${releases}\\.`,
  },
  es: {
    one: `Hasta ahora, solo una versión del catálogo tiene este indicador: (${release})\\.`,
    same: `El texto es el mismo en todas las versiones del catálogo que tienen este indicador: ${releases}\\.`,
    changed: `Con este texto desde la versión (${release}) del catálogo; con otro texto en versiones anteriores: ${releases}\\.`,
  },
};

/** The first release with the words of today where that is said, and the releases that are listed. */
export function readWording(language: Language, text: string) {
  const { form, groups, rest } = read(text, wordings[language]);
  if (rest !== "") throw new Error(`more than a sentence: “${rest}”`);
  const listed = listOf(groups.at(-1) ?? "");
  return { form, since: form === "changed" ? (groups[0] ?? "") : null, listed };
}

export interface ComparisonClaim {
  readonly year: number;
  readonly round: number;
  readonly compared: number;
  readonly only: string | null;
  readonly higher: number;
  readonly lower: number;
  readonly same: number;
  readonly since: readonly [number, number] | null;
  /** The type of value, from its words. */
  readonly kind: string | null;
  readonly better: "higher" | "lower" | null;
}

export const verdict = {
  en: {
    nobody: `No country shows this figure both for ${yearIn.en} and for an earlier year\\.`,
    one: `Only one country can be compared \\((.+?)\\): for ${yearIn.en} it ([^.]+)\\.`,
    several: `Of the ([\\d,]+) countries that show this figure both for ${yearIn.en} and for an earlier year, ([^.]+)\\.`,
  },
  es: {
    nobody: `Ningún país muestra este dato tanto para ${yearIn.es} como para un año anterior\\.`,
    one: `Solo un país se puede comparar \\((.+?)\\): para ${yearIn.es} ([^.]+)\\.`,
    several: `De los ([\\d,]+) países que muestran este dato tanto para ${yearIn.es} como para un año anterior, ([^.]+)\\.`,
  },
};

/** Beginnings for the first group of countries, by type and direction; the years of their first figures follow. */
export const begins = {
  en: {
    "count higher": "([\\d,]+) counted more than",
    "count lower": "([\\d,]+) counted fewer than",
    "count same": "([\\d,]+) counted the same as",
    "ratio higher": "([\\d,]+) gave a higher share than",
    "ratio lower": "([\\d,]+) gave a lower share than",
    "ratio same": "([\\d,]+) gave the same share as",
    "ordinal higher": "([\\d,]+) gave a higher level than",
    "ordinal lower": "([\\d,]+) gave a lower level than",
    "ordinal same": "([\\d,]+) gave the same level as",
    "boolean higher": "([\\d,]+) answered yes after no",
    "boolean lower": "([\\d,]+) answered no after yes",
    "boolean same": "([\\d,]+) gave the same answer as",
  },
  es: {
    "count higher": "([\\d,]+) (?:contó|contaron) más que",
    "count lower": "([\\d,]+) (?:contó|contaron) menos que",
    "count same": "([\\d,]+) (?:contó|contaron) lo mismo que",
    "ratio higher": "([\\d,]+) (?:dio|dieron) una proporción mayor que",
    "ratio lower": "([\\d,]+) (?:dio|dieron) una proporción menor que",
    "ratio same": "([\\d,]+) (?:dio|dieron) la misma proporción que",
    "ordinal higher": "([\\d,]+) (?:dio|dieron) un nivel mayor que",
    "ordinal lower": "([\\d,]+) (?:dio|dieron) un nivel menor que",
    "ordinal same": "([\\d,]+) (?:dio|dieron) el mismo nivel que",
    "boolean higher": "([\\d,]+) (?:respondió|respondieron) sí después de no",
    "boolean lower": "([\\d,]+) (?:respondió|respondieron) no después de sí",
    "boolean same": "([\\d,]+) (?:dio|dieron) la misma respuesta que",
  },
};
/** Short forms for the following groups. The same words may belong to several types. */
export const follows = {
  en: {
    "count lower": "([\\d,]+) fewer",
    "count same": "([\\d,]+) the same",
    "ratio lower": "([\\d,]+) a lower one",
    "ratio same": "([\\d,]+) the same",
    "ordinal lower": "([\\d,]+) a lower one",
    "ordinal same": "([\\d,]+) the same",
    "boolean lower": "([\\d,]+) no after yes",
    "boolean same": "([\\d,]+) the same",
  },
  es: {
    "count lower": "([\\d,]+) menos",
    "count same": "([\\d,]+) lo mismo",
    "ratio lower": "([\\d,]+) una menor",
    "ratio same": "([\\d,]+) la misma",
    "ordinal lower": "([\\d,]+) uno menor",
    "ordinal same": "([\\d,]+) el mismo",
    "boolean lower": "([\\d,]+) no después de sí",
    "boolean same": "([\\d,]+) la misma",
  },
};

const own = {
  en: `in (?:its|their) own first (?:figure|answer) \\(${spanIn.en}\\)`,
  es: `en su propia primera (?:cifra|respuesta) \\(${spanIn.es}\\)`,
};
const better = {
  en: { higher: "Higher is better\\.", lower: "Lower is better\\." },
  es: { higher: "Más es mejor\\.", lower: "Menos es mejor\\." },
} as const;

export function readComparison(language: Language, text: string): [ComparisonClaim, string] {
  const { form, groups, rest } = read(text, verdict[language]);
  const nothing = { compared: 0, only: null, higher: 0, lower: 0, same: 0, since: null, kind: null, better: null };
  if (form === "nobody") return [{ ...nothing, year: value(groups[0]), round: value(groups[1]) }, rest];
  const [first = "", year, round, list = ""] = groups;
  const n = form === "one" ? 1 : value(first);
  const all = { en: /^all /, es: /^todos / }[language];
  const moved = readMoves(language, form === "one" ? `1 ${list}` : list.replace(all, `${n} `), n);
  const told = Object.entries(better[language]).find(([, words]) => new RegExp(`^${words}(?: |$)`).test(rest));
  const after = told ? rest.replace(new RegExp(`^${told[1]} ?`), "") : rest;
  return [
    {
      year: value(year),
      round: value(round),
      compared: n,
      only: form === "one" ? first : null,
      ...moved,
      better: (told?.[0] ?? null) as ComparisonClaim["better"],
    },
    after,
  ];
}

function readMoves(language: Language, list: string, compared: number) {
  const found = { higher: 0, lower: 0, same: 0, since: null as [number, number] | null, kind: null as string | null };
  for (const [place, part] of list.split("; ").entries()) {
    if (place > 0) {
      const same = Object.entries(follows[language]).filter(([key]) => key.startsWith(`${found.kind} `));
      const { form, groups } = read(part, Object.fromEntries(same));
      found[form.split(" ")[1] as "lower" | "same"] = value(groups[0]);
      continue;
    }
    const { form, groups } = read(part, begins[language], (words) => `${words} ${own[language]}`);
    const [kind = "", direction] = form.split(" ");
    found[direction as "higher" | "lower" | "same"] = value(groups[0]);
    found.kind = kind;
    found.since = [value(groups[1]), value(groups[2] === "" ? groups[1] : groups[2])];
  }
  if (found.higher + found.lower + found.same !== compared)
    throw new Error(`the parts of “${list}” are not ${compared}`);
  return found;
}
