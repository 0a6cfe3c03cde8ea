import { defineTexts } from "#i18n/i18n.ts";
import { gapWords, type Speech, sentences, yearWords } from "#lib/speech.ts";
import type { ComparableKind, ComparisonFacts } from "./comparison-facts.ts";

type Direction = "higher" | "lower" | "same";

/** The change of the first group of countries, with the years of their first figures; `one` for a single country. */
type First = Readonly<Record<ComparableKind, Readonly<Record<Direction, (one: boolean, years: string) => string>>>>;
/** The following groups, in short; if any group went up, it comes first. */
type Rest = Readonly<Record<ComparableKind, Readonly<Record<Exclude<Direction, "higher">, string>>>>;

// Counts are more or fewer, never better or worse: more may mean better detection.
const inFirstEn = (one: boolean, years: string, what = "figure") =>
  `in ${one ? "its" : "their"} own first ${what} (${years})`;
const inFirstEs = (years: string, what = "cifra") => `en su propia primera ${what} (${years})`;

const texts = defineTexts(
  {
    nobody: (year: string) => `No country shows this figure both for ${year} and for an earlier year.`,
    one: (name: string, year: string, move: string) =>
      `Only one country can be compared (${name}): for ${year} it ${move}.`,
    several: (n: string, year: string, list: string) =>
      `Of the ${n} countries that show this figure both for ${year} and for an earlier year, ${list}.`,
    all: (move: string) => `all ${move}`,
    first: {
      count: {
        higher: (one, years) => `counted more than ${inFirstEn(one, years)}`,
        lower: (one, years) => `counted fewer than ${inFirstEn(one, years)}`,
        same: (one, years) => `counted the same as ${inFirstEn(one, years)}`,
      },
      ratio: {
        higher: (one, years) => `gave a higher share than ${inFirstEn(one, years)}`,
        lower: (one, years) => `gave a lower share than ${inFirstEn(one, years)}`,
        same: (one, years) => `gave the same share as ${inFirstEn(one, years)}`,
      },
      ordinal: {
        higher: (one, years) => `gave a higher level than ${inFirstEn(one, years)}`,
        lower: (one, years) => `gave a lower level than ${inFirstEn(one, years)}`,
        same: (one, years) => `gave the same level as ${inFirstEn(one, years)}`,
      },
      boolean: {
        higher: (one, years) => `answered yes after no ${inFirstEn(one, years, "answer")}`,
        lower: (one, years) => `answered no after yes ${inFirstEn(one, years, "answer")}`,
        same: (one, years) => `gave the same answer as ${inFirstEn(one, years, "answer")}`,
      },
    } satisfies First,
    rest: {
      count: { lower: "fewer", same: "the same" },
      ratio: { lower: "a lower one", same: "the same" },
      ordinal: { lower: "a lower one", same: "the same" },
      boolean: { lower: "no after yes", same: "the same" },
    } satisfies Rest,
    better: { higher_is_better: "Higher is better.", lower_is_better: "Lower is better." },
    gaps: { no_earlier: "No earlier figure shown" },
  },
  {
    nobody: (year) => `Ningún país muestra este dato tanto para ${year} como para un año anterior.`,
    one: (name, year, move) => `Solo un país se puede comparar (${name}): para ${year} ${move}.`,
    several: (n, year, list) =>
      `De los ${n} países que muestran este dato tanto para ${year} como para un año anterior, ${list}.`,
    all: (move) => `todos ${move}`,
    first: {
      count: {
        higher: (one, years) => `${one ? "contó" : "contaron"} más que ${inFirstEs(years)}`,
        lower: (one, years) => `${one ? "contó" : "contaron"} menos que ${inFirstEs(years)}`,
        same: (one, years) => `${one ? "contó" : "contaron"} lo mismo que ${inFirstEs(years)}`,
      },
      ratio: {
        higher: (one, years) => `${one ? "dio" : "dieron"} una proporción mayor que ${inFirstEs(years)}`,
        lower: (one, years) => `${one ? "dio" : "dieron"} una proporción menor que ${inFirstEs(years)}`,
        same: (one, years) => `${one ? "dio" : "dieron"} la misma proporción que ${inFirstEs(years)}`,
      },
      ordinal: {
        higher: (one, years) => `${one ? "dio" : "dieron"} un nivel mayor que ${inFirstEs(years)}`,
        lower: (one, years) => `${one ? "dio" : "dieron"} un nivel menor que ${inFirstEs(years)}`,
        same: (one, years) => `${one ? "dio" : "dieron"} el mismo nivel que ${inFirstEs(years)}`,
      },
      boolean: {
        higher: (one, years) =>
          `${one ? "respondió" : "respondieron"} sí después de no ${inFirstEs(years, "respuesta")}`,
        lower: (one, years) =>
          `${one ? "respondió" : "respondieron"} no después de sí ${inFirstEs(years, "respuesta")}`,
        same: (one, years) => `${one ? "dio" : "dieron"} la misma respuesta que ${inFirstEs(years, "respuesta")}`,
      },
    },
    rest: {
      count: { lower: "menos", same: "lo mismo" },
      ratio: { lower: "una menor", same: "la misma" },
      ordinal: { lower: "uno menor", same: "el mismo" },
      boolean: { lower: "no después de sí", same: "la misma" },
    },
    better: { higher_is_better: "Más es mejor.", lower_is_better: "Menos es mejor." },
    gaps: { no_earlier: "Sin cifra anterior mostrada" },
  },
);

/**
 * "Of the 10 countries that show this figure both for 2024 (2025 round) and for an earlier year, 6 counted more than in their own first
 * figure (data for 2021 to 2023); 4 fewer. No earlier figure shown: Belize."
 */
export function comparisonSentence(facts: ComparisonFacts, speech: Speech): string {
  const t = texts[speech.language];
  return sentences(
    verdictOf(facts, speech),
    facts.compared.length > 0 && facts.direction ? t.better[facts.direction] : "",
    gapWords(facts.leftOut, t.gaps, speech),
  );
}

function verdictOf(facts: ComparisonFacts, { language, f, names }: Speech): string {
  const t = texts[language];
  const { kind, compared, baselines } = facts;
  const year = yearWords[language].year(facts.round);
  if (baselines === null) return t.nobody(year);
  const years = yearWords[language].span(baselines);
  const groups = (["higher", "lower", "same"] as const).filter((direction) => facts[direction].length > 0);
  const [first = "same", ...others] = groups;
  if (compared.length === 1) return t.one(names(compared), year, t.first[kind][first](true, years));
  const n = f.number(compared.length);
  if (others.length === 0) return t.several(n, year, t.all(t.first[kind][first](false, years)));
  const count = (direction: Direction) => f.number(facts[direction].length);
  const opening = `${count(first)} ${t.first[kind][first](facts[first].length === 1, years)}`;
  const rest = others.flatMap((direction) =>
    direction === "higher" ? [] : [`${count(direction)} ${t.rest[kind][direction]}`],
  );
  return t.several(n, year, [opening, ...rest].join("; "));
}
