import { defineTexts } from "#i18n/i18n.ts";
import type { NamedRound } from "#lib/round-words.ts";
import { gapWords, type Span, type Speech, sentences, yearWords } from "#lib/speech.ts";
import { valueStateTexts } from "#ui/value-state.texts.ts";
import type { ComparisonGap, ProgressFacts, ProgressGap, Risen } from "./progress-facts.ts";
import { thenTexts } from "./then.texts.ts";

const texts = defineTexts(
  {
    forYear: (year: string) => ` for ${year}`,
    years: (years: string) => ` (${years})`,
    noReport: (year: string) => `No country has a published report${year}.`,
    nobody: (year: string, earlier: string) => `No country with a report${year} can be compared with ${earlier}.`,
    one: (name: string, year: string, verdict: string) =>
      `Only one country can be compared (${name}):${year} it stands ${verdict}.`,
    all: (n: string, year: string, verdict: string) => `All ${n} countries with a report${year} ${verdict}.`,
    both: (year: string, verdict: string) => `Both countries with a report${year} ${verdict}.`,
    part: (n: string, of: string, year: string, verdict: string) =>
      `Of the ${of} countries with a report${year}, ${n} can be compared: ${n === "2" ? "both" : "all"} ${verdict}.`,
    uniform: (direction: string, where: string) => `stand ${direction}, with scores ${where} of 100`,
    mixed: (of: string, year: string, list: string, where: string) =>
      `Of the ${of} countries with a report${year}, ${list}. Those compared have scores ${where} of 100.`,
    canCompare: (n: string, list: string) => `${n} can be compared: ${list}`,
    stands: (n: string) => (n === "1" ? "1 stands" : `${n} stand`),
    earlier: { first: "first round with a score", before: "previous round" },
    own: (whose: "one" | "each", earlier: string) => `${whose === "one" ? "its" : "their"} own ${earlier}`,
    since: (earlier: string, years: string) => `in ${earlier}${years}`,
    direction: { higher: "higher", lower: "lower", same: "the same" },
    joint: { higher: "than", lower: "than", same: "as" },
    by: (from: string, to: string) => (from === to ? `, by ${from} points` : `, by ${from} to ${to} points`),
    where: (from: string, to: string) => (from === to ? `at ${from}` : `between ${from} and ${to}`),
    rose: (what: string, _many: boolean, k: string, m: string) => `${what} rose in ${k} of ${m}`,
    fewest: (what: string, k: string, m: string) => `, ${what} in ${k} of ${m}`,
    everyDimension: "Every dimension",
    dimensions: (n: string) => `${n} dimensions`,
    quoted: (name: string) => `“${name}”`,
    gaps: {
      not_comparable: "Not comparable (too few indicators scored in both)",
      first: { first: "First round with a score", before: "No earlier report" },
    },
  },
  {
    forYear: (year) => ` para ${year}`,
    years: (years) => ` (${years})`,
    noReport: (year) => `Ningún país tiene un informe publicado${year}.`,
    nobody: (year, earlier) => `Ningún país con informe${year} se puede comparar con ${earlier}.`,
    one: (name, year, verdict) => `Solo un país se puede comparar (${name}):${year} está ${verdict}.`,
    all: (n, year, verdict) => `Los ${n} países con informe${year} ${verdict}.`,
    both: (year, verdict) => `Los dos países con informe${year} ${verdict}.`,
    part: (n, of, year, verdict) =>
      `De los ${of} países con informe${year}, ${n} se pueden comparar: ${n === "2" ? "ambos" : "todos"} ${verdict}.`,
    uniform: (direction, where) => `están ${direction}, con puntajes ${where} de 100`,
    mixed: (of, year, list, where) =>
      `De los ${of} países con informe${year}, ${list}. Los comparados tienen puntajes ${where} de 100.`,
    canCompare: (n, list) => `${n} se pueden comparar: ${list}`,
    stands: (n) => (n === "1" ? "1 está" : `${n} están`),
    earlier: { first: "primera ronda con puntaje", before: "ronda anterior" },
    own: (_whose, earlier) => `su propia ${earlier}`,
    since: (earlier, years) => `en ${earlier}${years}`,
    direction: { higher: "más arriba", lower: "más abajo", same: "igual" },
    joint: { higher: "que", lower: "que", same: "que" },
    by: (from, to) => (from === to ? `, en ${from} puntos` : `, entre ${from} y ${to} puntos`),
    where: (from, to) => (from === to ? `en ${from}` : `entre ${from} y ${to}`),
    rose: (what, many, k, m) => `${what} ${many ? "subieron" : "subió"} en ${k} de ${m}`,
    fewest: (what, k, m) => `, ${what} en ${k} de ${m}`,
    everyDimension: "Todas las dimensiones",
    dimensions: (n) => `${n} dimensiones`,
    quoted: (name) => `«${name}»`,
    gaps: {
      not_comparable: "No comparable (muy pocos indicadores puntuados en ambas)",
      first: { first: "Primera ronda con puntaje", before: "Sin informe anterior" },
    },
  },
);

/**
 * "All 10 countries with a report for 2024 (2025 round) stand higher than in their own first round with a score (data for 2021 to 2023),
 * by 3.1 to 19.6 points, with scores between 59.6 and 85.6 of 100." Names no country at the ends; names those left out, and why.
 */
export function progressSentence(facts: ProgressFacts, speech: Speech): string {
  return sentences(verdictOf(facts, speech, true).verdict, gapWords(facts.leftOut, gapTexts(facts, speech), speech));
}

/** The same for a page that names the years elsewhere, in the parts in which it is set. */
export interface StandingWords {
  /** What the reader came for, up to the round they are compared with. */
  readonly finding: string;
  /** The rest of the sentence. */
  readonly rest: string;
  /** What rose in the most and in the fewest countries; empty when no dimension can be compared. */
  readonly risen: string;
  /** Countries that have a report and cannot be compared, and why; empty when there is none. */
  readonly gaps: string;
}

/**
 * "All 10 countries with a report stand higher than in their own first round with a score" · ", by 3.1 to 19.6 points, with scores between 59.6
 * and 85.6 of 100." · "“Prevention” rose in 10 of 10, “Data” in 3 of 7." Countries without a report are in `reportGaps`.
 */
export function standingWords(
  facts: ProgressFacts,
  speech: Speech,
  dimensionName: (code: string) => string,
): StandingWords {
  const { verdict, since } = verdictOf(facts, speech, false);
  const at = since === "" ? verdict.length : verdict.indexOf(since) + since.length;
  const gaps = facts.leftOut.filter((gap) => isComparisonGap(gap.why));
  return {
    finding: verdict.slice(0, at),
    rest: verdict.slice(at),
    risen: risenWords(facts, speech, dimensionName),
    gaps: gapWords(gaps, gapTexts(facts, speech), speech),
  };
}

/** "Not published: Belize." Countries without a report; empty when all have one. */
export function reportGaps(facts: ProgressFacts, speech: Speech): string {
  const gaps = facts.leftOut.filter((gap) => !isComparisonGap(gap.why));
  return gapWords(gaps, gapTexts(facts, speech), speech);
}

const comparisonGaps: Readonly<Record<ComparisonGap, true>> = {
  not_comparable: true,
  first: true,
  no_score_then: true,
  then_received: true,
  then_not_published: true,
  then_not_published_yet: true,
  then_exempt: true,
  then_not_asked: true,
  insufficient: true,
  not_applicable: true,
};

function isComparisonGap(why: ProgressGap): boolean {
  return why in comparisonGaps;
}

function gapTexts({ comparedWith }: ProgressFacts, { language }: Speech): Readonly<Record<ProgressGap, string>> {
  const { first, not_comparable } = texts[language].gaps;
  const then = thenTexts[language];
  const isOwn = typeof comparedWith === "string";
  /** Nothing is missing in a chosen round where none was chosen. */
  const inChosen = (say: (round: NamedRound) => string) => (isOwn ? "" : capitalised(say(comparedWith)));
  return {
    ...valueStateTexts[language].state,
    not_comparable,
    first: isOwn ? first[comparedWith] : "",
    no_score_then: inChosen(then.score),
    then_received: inChosen(then.report.received),
    then_not_published: inChosen(then.report.not_published),
    then_not_published_yet: inChosen(then.report.not_published_yet),
    then_exempt: inChosen(then.report.exempt),
    then_not_asked: inChosen(then.report.not_asked),
  };
}

const capitalised = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Nobody reads a longer list of dimensions in a sentence; the table below has them all. */
const mostDimensions = 2;

/** "“Prevention” rose in 10 of 10, “Investigation and prosecution” in 3 of 7." */
function risenWords({ risen }: ProgressFacts, { language, f }: Speech, nameOf: (code: string) => string): string {
  if (!risen) return "";
  const t = texts[language];
  const what = ({ dimensions }: Risen) =>
    dimensions.length > mostDimensions
      ? t.dimensions(f.number(dimensions.length))
      : f.list(dimensions.map((code) => t.quoted(nameOf(code))));
  const { most, fewest, isAll } = risen;
  const many = most.dimensions.length > 1;
  const first = t.rose(isAll ? t.everyDimension : what(most), many, f.number(most.rose), f.number(most.compared));
  const last = fewest ? t.fewest(what(fewest), f.number(fewest.rose), f.number(fewest.compared)) : "";
  return `${first}${last}.`;
}

/** The sentence, and the words in it that say what it is compared with; empty when nothing is. */
function verdictOf(facts: ProgressFacts, speech: Speech, withYears: boolean): { verdict: string; since: string } {
  const t = texts[speech.language];
  const { score, number } = speech.f;
  const { reports, compared, baselines, now } = facts;
  const words = yearWords[speech.language];
  const year = withYears ? t.forYear(words.year(facts.round)) : "";
  const { comparedWith } = facts;
  const isOwn = typeof comparedWith === "string";
  const earlierOf = (whose: "one" | "each") =>
    isOwn ? t.own(whose, t.earlier[comparedWith]) : words.year(comparedWith);
  // A round in which nothing can be read is named even where the page names it, or the sentence would be untrue of the others.
  const named = t.forYear(words.year(facts.round));
  if (reports.length === 0) return { verdict: t.noReport(named), since: "" };
  if (baselines === null || now === null) return { verdict: t.nobody(named, earlierOf("one")), since: "" };
  const years = withYears && isOwn ? t.years(words.span(baselines)) : "";
  // It stands in the first group, which may be of one country.
  const group = [facts.higher, facts.lower, facts.same].find(({ length }) => length > 0);
  const since = t.since(earlierOf(group?.length === 1 ? "one" : "each"), years);
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
  const told = (verdict: string) => ({ verdict, since });
  const [first] = directions;
  if (!first || compared.length === 1) return told(t.one(speech.names(compared), year, first?.words ?? ""));
  const [n, of, where] = [number(compared.length), number(reports.length), t.where(score(now.from), score(now.to))];
  const isWhole = compared.length === reports.length;
  if (directions.length === 1) {
    const verdict = t.uniform(first.words, where);
    if (!isWhole) return told(t.part(n, of, year, verdict));
    return told(compared.length === 2 ? t.both(year, verdict) : t.all(n, year, verdict));
  }
  const list = directions.map((one, place) => `${place === 0 ? t.stands(one.n) : one.n} ${one.words}`).join("; ");
  return told(t.mixed(of, year, isWhole ? list : t.canCompare(n, list), where));
}
