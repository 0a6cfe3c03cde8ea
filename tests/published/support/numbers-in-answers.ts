import { idOf } from "./figure-id.ts";

/** What a number or a text with a number in a public answer is, by where it stands: the names above it, `[]` for a place in a list. */
const kinds: readonly (readonly [kind: string, where: RegExp])[] = [
  [
    "figure",
    /\.value\.(?:total|numerator|denominator|percent)$|\.value\.breakdowns\.\w+\.\w+$|\.value\.crossTabs\.[\w×]+\.\w+\.\w+$/,
  ],
  ["figure for the index", /\.forIndex\.(?:numerator|denominator)$/],
  // Answers that are no counts of persons.
  ["level", /\.value\.level$/],
  ["amount", /\.value\.amountMinor$/],
  ["date", /\.value\.date$/],
  ["words of a country", /\.value\.text$/],
  // The index, which `recompute-index.test.ts` computes again from the files.
  ["score", /\.(?:score|coverage|floor|ceiling)$/],
  ["progress", /\.progress(?:SincePrevious)?\..*\.(?:progress|gapClosed|matchedWeightShare)$/],
  ["robustness", /\.robustness\.\w+\.(?:equalWeights|geometricMean|without\.\w+|reverses\[\])$/],
  // How many countries have a state, which the files give for each.
  [
    "tally",
    /^\.totals\[\]\.\w+$|\.latest\.(?:published|reported|notReported|notAvailable|notApplicable|smallBase|suppressed|answers\[\]\.countries)$/,
  ],
  // Which round, edition or version of a report.
  ["round", /(?:roundYear|referenceYear|populationYear|opensOn|dueOn|sinceRoundYear|sinceReferenceYear)$/],
  ["edition", /^\.edition\.(?:id|publishedAt|catalogueVersion)$|\.catalogueVersion$/],
  ["version", /\.(?:version|publishedAt)$/],
  // The catalogue and reference data.
  ["population", /^\.rate\.(?:per|source|license|populations\[\]\.persons)$/],
  ["treaty", /\.treaties\[\]\.\w+|\.treatiesAsOf$/],
  [
    "catalogue",
    /(?:^|\.)(?:code|objective|weight|article|paragraph)$|\.(?:name|shortName|question|label|shortLabel|definition|guidance|unit|title)(?:\.(?:en|es))?$|\.(?:levels\[\]\.level|ratio\.\w+(?:\.\w+)?|sources\[\]\.\w+|wording\..*|scoring\..*)$|\.latest\.answers\[\]\.level$/,
  ],
];

export interface AnswerNumber {
  readonly kind: string | null;
  readonly where: string;
  readonly value: number | string;
  /** Of which figure, for the kinds that are figures. */
  readonly figure: { readonly country: string; readonly roundYear: number; readonly id: string } | null;
}

type Above = { readonly country?: string; readonly roundYear?: number; readonly code?: string };

/** All numbers of a public answer, and texts with a number in them. `above`: of which country or indicator the whole answer is. */
export function numbersInAnswer(answer: unknown, above: Above): readonly AnswerNumber[] {
  const found: AnswerNumber[] = [];
  const visit = (value: unknown, where: string, own: Above): void => {
    if (typeof value === "number" || (typeof value === "string" && /\d/.test(value))) {
      const kind = kinds.find(([, shape]) => shape.test(where))?.[0] ?? null;
      found.push({ kind, where, value, figure: figureAt(where, own) });
    } else if (Array.isArray(value)) for (const one of value) visit(one, `${where}[]`, own);
    else if (typeof value === "object" && value !== null) {
      const named = value as Record<string, unknown>;
      const inside = {
        ...own,
        ...(typeof named.country === "string" ? { country: named.country } : {}),
        ...(typeof named.roundYear === "number" ? { roundYear: named.roundYear } : {}),
        ...(typeof named.code === "string" ? { code: named.code } : {}),
      };
      for (const [name, one] of Object.entries(named)) visit(one, `${where}.${name}`, inside);
    }
  };
  visit(answer, "", above);
  return found;
}

function figureAt(where: string, { country, roundYear, code }: Above): AnswerNumber["figure"] {
  if (country === undefined || roundYear === undefined || code === undefined) return null;
  const at = { country, roundYear };
  const [, measure] = /\.(?:value|forIndex)\.(total|numerator|denominator|percent)$/.exec(where) ?? [];
  if (measure !== undefined) return { ...at, id: idOf(code, measure) };
  const [, list, category] = /\.value\.breakdowns\.(\w+)\.(\w+)$/.exec(where) ?? [];
  if (list !== undefined) return { ...at, id: idOf(code, "count", list, category) };
  const [, lists, one, other] = /\.value\.crossTabs\.([\w×]+)\.(\w+)\.(\w+)$/.exec(where) ?? [];
  return lists === undefined ? null : { ...at, id: idOf(code, "count", lists.replace("×", "/"), `${one}/${other}`) };
}
