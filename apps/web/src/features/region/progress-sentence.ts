import { defineTexts } from "#i18n/i18n.ts";
import { gapWords, type Span, type Speech, sentences, yearWords } from "#lib/speech.ts";
import { valueStateTexts } from "#ui/value-state.texts.ts";
import type { ProgressFacts } from "./progress-facts.ts";

const texts = defineTexts(
  {
    nobody: (year: string) =>
      `No country with a report for ${year} can be compared with its own first round with a score.`,
    one: (name: string, year: string, verdict: string) =>
      `Only one country can be compared (${name}): for ${year} it stands ${verdict}.`,
    all: (n: string, year: string, verdict: string) => `All ${n} countries with a report for ${year} ${verdict}.`,
    both: (year: string, verdict: string) => `Both countries with a report for ${year} ${verdict}.`,
    part: (n: string, of: string, year: string, verdict: string) =>
      `Of the ${of} countries with a report for ${year}, ${n} can be compared: all ${verdict}.`,
    uniform: (direction: string, where: string) => `stand ${direction}, and now ${where} of 100`,
    mixed: (of: string, year: string, list: string, where: string) =>
      `Of the ${of} countries with a report for ${year}, ${list}. Those compared now stand ${where} of 100.`,
    canCompare: (n: string, list: string) => `${n} can be compared: ${list}`,
    stands: (n: string) => (n === "1" ? "1 stands" : `${n} stand`),
    since: (own: "one" | "each", years: string) =>
      `in ${own === "one" ? "its" : "their"} own first round with a score (${years})`,
    direction: { higher: "higher", lower: "lower", same: "the same" },
    joint: { higher: "than", lower: "than", same: "as" },
    by: (from: string, to: string) => (from === to ? `, by ${from} points` : `, by ${from} to ${to} points`),
    where: (from: string, to: string) => (from === to ? `at ${from}` : `between ${from} and ${to}`),
    gaps: {
      not_comparable: "Not comparable, too few indicators scored in both",
      first: "First round with a score",
    },
  },
  {
    nobody: (year) => `Ningún país con informe para ${year} se puede comparar con su propia primera ronda con puntaje.`,
    one: (name, year, verdict) => `Solo un país se puede comparar (${name}): para ${year} está ${verdict}.`,
    all: (n, year, verdict) => `Los ${n} países con informe para ${year} ${verdict}.`,
    both: (year, verdict) => `Los dos países con informe para ${year} ${verdict}.`,
    part: (n, of, year, verdict) =>
      `De los ${of} países con informe para ${year}, ${n} se pueden comparar: todos ${verdict}.`,
    uniform: (direction, where) => `están ${direction}, y hoy ${where} de 100`,
    mixed: (of, year, list, where) =>
      `De los ${of} países con informe para ${year}, ${list}. Los comparados están hoy ${where} de 100.`,
    canCompare: (n, list) => `${n} se pueden comparar: ${list}`,
    stands: (n) => (n === "1" ? "1 está" : `${n} están`),
    since: (_own, years) => `en su propia primera ronda con puntaje (${years})`,
    direction: { higher: "más arriba", lower: "más abajo", same: "igual" },
    joint: { higher: "que", lower: "que", same: "que" },
    by: (from, to) => (from === to ? `, en ${from} puntos` : `, entre ${from} y ${to} puntos`),
    where: (from, to) => (from === to ? `en ${from}` : `entre ${from} y ${to}`),
    gaps: {
      not_comparable: "No comparable, muy pocos indicadores puntuados en ambas",
      first: "Primera ronda con puntaje",
    },
  },
);

/**
 * "All 10 countries with a report for 2024 (2025 round) stand higher than in their own first round with a score (data for 2021 to 2023),
 * by 3.1 to 19.6 points, and now between 59.6 and 85.6 of 100." Names no country at the ends; names those left out, and why.
 */
export function progressSentence(facts: ProgressFacts, speech: Speech): string {
  const gaps = { ...valueStateTexts[speech.language].state, ...texts[speech.language].gaps };
  return sentences(verdictOf(facts, speech), gapWords(facts.leftOut, gaps, speech));
}

function verdictOf(facts: ProgressFacts, speech: Speech): string {
  const t = texts[speech.language];
  const { score, number } = speech.f;
  const { reports, compared, baselines, now } = facts;
  const year = yearWords[speech.language].year(facts.round);
  if (baselines === null || now === null) return t.nobody(year);
  const since = t.since(compared.length === 1 ? "one" : "each", yearWords[speech.language].span(baselines));
  const by = (points: Span | null) => (points ? t.by(score(points.from), score(points.to)) : "");
  const directions = (
    [
      ["higher", facts.higher, facts.rise],
      ["lower", facts.lower, facts.fall],
      ["same", facts.same, null],
    ] as const
  )
    .filter(([, countries]) => countries.length > 0)
    .map(([key, { length }, points], place) => ({
      n: number(length),
      // Only the first group names the comparison.
      words: `${t.direction[key]}${place === 0 ? ` ${t.joint[key]} ${since}` : ""}${by(points)}`,
    }));
  const [first] = directions;
  if (!first || compared.length === 1) return t.one(speech.names(compared), year, first?.words ?? "");
  const [n, of, where] = [number(compared.length), number(reports.length), t.where(score(now.from), score(now.to))];
  const isWhole = compared.length === reports.length;
  if (directions.length === 1) {
    const verdict = t.uniform(first.words, where);
    if (!isWhole) return t.part(n, of, year, verdict);
    return compared.length === 2 ? t.both(year, verdict) : t.all(n, year, verdict);
  }
  const list = directions.map((one, place) => `${place === 0 ? t.stands(one.n) : one.n} ${one.words}`).join("; ");
  return t.mixed(of, year, isWhole ? list : t.canCompare(n, list), where);
}
