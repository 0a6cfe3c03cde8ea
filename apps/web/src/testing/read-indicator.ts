import { type Language, read, spanIn, value, yearIn } from "./read-sentences.ts";

/** What the middle of the sentence about an indicator says of the figures shown. */
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

const shown = {
  en: {
    "figures one": `The one figure shown is ${figure.en}\\.`,
    "figures alike": `All figures shown are ${figure.en}\\.`,
    "figures span": `The figures shown lie between ${figure.en} and ${figure.en}\\.`,
    "dates one": `The one date given is ${date.en}\\.`,
    "dates alike": `All dates given are ${date.en}\\.`,
    "dates span": `The dates given lie between ${date.en} and ${date.en}\\.`,
    currencies:
      "Each amount is in the currency that the country chose \\(([^)]+)\\); amounts are not compared, neither between countries nor over the years\\.",
    groups: `((?:Level \\d|Yes|No) in [\\d,]+ (?:country|countries)(?:; ${group.en})*)\\.`,
  },
  es: {
    "figures one": `La única cifra mostrada es ${figure.es}\\.`,
    "figures alike": `Todas las cifras mostradas son ${figure.es}\\.`,
    "figures span": `Las cifras mostradas están entre ${figure.es} y ${figure.es}\\.`,
    "dates one": `La única fecha indicada es el ${date.es}\\.`,
    "dates alike": `Todas las fechas indicadas son el ${date.es}\\.`,
    "dates span": `Las fechas indicadas están entre el ${date.es} y el ${date.es}\\.`,
    currencies:
      "Cada monto está en la moneda que eligió el país \\(([^)]+)\\); los montos no se comparan, ni entre países ni entre años\\.",
    groups: `((?:Nivel \\d|Sí|No) en [\\d,]+ (?:país|países)(?:; ${group.es})*)\\.`,
  },
} as const;

/** Null where the sentence says nothing of the figures. */
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

export interface ComparisonClaim {
  readonly year: number;
  readonly round: number;
  readonly compared: number;
  readonly only: string | null;
  readonly higher: number;
  readonly lower: number;
  readonly same: number;
  readonly since: readonly [number, number] | null;
  /** The kind of value that its words speak of. */
  readonly kind: string | null;
  readonly better: "higher" | "lower" | null;
}

const verdict = {
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
} as const;

/** Direction and kind of the first group and of the groups after it. */
const moves = {
  en: [
    ["count", "higher", "counted more than", "more"],
    ["count", "lower", "counted fewer than", "fewer"],
    ["count", "same", "counted the same as", "the same"],
    ["ratio", "higher", "gave a higher share than", "a higher one"],
    ["ratio", "lower", "gave a lower share than", "a lower one"],
    ["ratio", "same", "gave the same share as", "the same"],
    ["ordinal", "higher", "gave a higher level than", "a higher one"],
    ["ordinal", "lower", "gave a lower level than", "a lower one"],
    ["ordinal", "same", "gave the same level as", "the same"],
    ["boolean", "higher", "answered yes after no", "yes after no"],
    ["boolean", "lower", "answered no after yes", "no after yes"],
    ["boolean", "same", "gave the same answer as", "the same"],
  ],
  es: [
    ["count", "higher", "(?:contó|contaron) más que", "más"],
    ["count", "lower", "(?:contó|contaron) menos que", "menos"],
    ["count", "same", "(?:contó|contaron) lo mismo que", "lo mismo"],
    ["ratio", "higher", "(?:dio|dieron) una proporción mayor que", "una mayor"],
    ["ratio", "lower", "(?:dio|dieron) una proporción menor que", "una menor"],
    ["ratio", "same", "(?:dio|dieron) la misma proporción que", "la misma"],
    ["ordinal", "higher", "(?:dio|dieron) un nivel mayor que", "uno mayor"],
    ["ordinal", "lower", "(?:dio|dieron) un nivel menor que", "uno menor"],
    ["ordinal", "same", "(?:dio|dieron) el mismo nivel que", "el mismo"],
    ["boolean", "higher", "(?:respondió|respondieron) sí después de no", "sí después de no"],
    ["boolean", "lower", "(?:respondió|respondieron) no después de sí", "no después de sí"],
    ["boolean", "same", "(?:dio|dieron) la misma respuesta que", "la misma"],
  ],
} as const;

const own = {
  en: `in (?:its|their) own first figure \\(${spanIn.en}\\)`,
  es: `en su propia primera cifra \\(${spanIn.es}\\)`,
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
  const all = language === "en" ? /^all / : /^todos /;
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
    const fits = moves[language].flatMap(([kind, direction, begins, follows]) => {
      if (found.kind !== null && kind !== found.kind) return [];
      const pattern = place === 0 ? `([\\d,]+) ${begins} ${own[language]}` : `([\\d,]+) ${follows}`;
      const match = new RegExp(`^${pattern}$`, "u").exec(part);
      return match ? [{ kind, direction, match }] : [];
    });
    const [fit] = fits;
    if (!fit) throw new Error(`no move: “${part}”`);
    found[fit.direction] = value(fit.match[1]);
    if (place > 0) continue;
    found.kind = fit.kind;
    found.since = [value(fit.match[2]), value(fit.match[3] ?? fit.match[2])];
  }
  if (found.higher + found.lower + found.same !== compared)
    throw new Error(`the parts of “${list}” are not ${compared}`);
  return found;
}
