import type { Answer, Answers } from "@avances/domain/answer";
import type { Catalogue, Language, MissingState, ValueType } from "@avances/domain/catalogue";
import { completeAnswers } from "./complete-answers.ts";
import { type CountryProfile, countryProfiles } from "./country-profile.ts";
import { seededRandom, seedOf } from "./seeded-random.ts";
import { words } from "./words.ts";

export interface GenerateOptions {
  readonly country: string;
  /** Language the country writes in. */
  readonly language: Language;
  /** Year of the data, not of the round. */
  readonly referenceYear: number;
  readonly seed: number;
  /** What the country reported in its last accepted round, or null. */
  readonly previous: Answers | null;
  /** Share of the indicators that are answered, counted from the first; 1 = all. */
  readonly share: number;
}

/** How many of a hundred figures a country cannot give in its first round; fewer each year. */
const firstGaps = 26;
const gapsClosedEachYear = 4;
const fewestGaps = 8;

/** Figures that every country has: without them its page would have nothing to show. */
const alwaysKnown: ReadonlySet<string> = new Set(["TIP-PRO-01", "TIP-JUS-01", "TIP-JUS-04", "SOM-PRO-01"]);

/** Types of answers that a country may not know. It always knows its laws, its institutions and its own account. */
const figures: ReadonlySet<ValueType> = new Set(["count", "ratio", "money", "date"]);

/**
 * Invented but plausible answers of one country in one round: they continue the round before, break no error rule, have gaps with
 * reasons, and are written in the country's language. Same options, same answers.
 */
export function generateAnswers(catalogue: Catalogue, options: GenerateOptions): readonly Answer[] {
  const { country, referenceYear, seed, previous, share, language } = options;
  const profile = countryProfiles[country];
  const complete = completeAnswers(catalogue, {
    seed: seedOf(seed, country, referenceYear),
    previous,
    referenceYear,
    language,
    ...(profile !== undefined && { profile }),
  });
  const shown = Math.round(complete.length * share);
  // The same draw in every year: what a country does not collect this year it does not collect next year either.
  const draw = seededRandom(seedOf(seed, country, "gaps"));
  const draws = new Map(catalogue.indicators.map(({ code }) => [code, draw() * 100] as const));
  const uncertain = new Set(
    catalogue.indicators.flatMap(({ code, valueType }) =>
      figures.has(valueType) && !alwaysKnown.has(code) ? [code] : [],
    ),
  );
  const gaps = previous === null ? firstGaps : Math.max(fewestGaps, lastGap(previous, draws) - gapsClosedEachYear);
  return complete.slice(0, shown).map((answer) => {
    const indicator = catalogue.indicators.find(({ code }) => code === answer.indicatorCode);
    const drawn = draws.get(answer.indicatorCode) ?? 100;
    if (!indicator || !uncertain.has(indicator.code) || drawn >= gaps) return answer;
    const allowed = indicator.allowedMissing.filter(
      (state) => state !== "not_applicable" || mayNotArise(answer, profile),
    );
    return missing(answer, allowed, language, drawn);
  });
}

/** The draw of the gap that will be closed next: each year at least one is, until only the stubborn ones remain. */
function lastGap(previous: Answers, draws: ReadonlyMap<string, number>): number {
  const gaps = [...previous.values()].filter(({ state }) => state !== "reported");
  return Math.max(0, ...gaps.map(({ indicatorCode }) => draws.get(indicatorCode) ?? 0));
}

/** May this question not arise in the country? Where victims are identified by the hundred, some return every year (`TIP-PRO-10`). */
function mayNotArise({ indicatorCode }: Answer, profile: CountryProfile | undefined): boolean {
  return indicatorCode !== "TIP-PRO-10" || (profile?.victims ?? 0) < 100;
}

/**
 * The state and reason of a gap. "Not applicable" only where the question may really not arise: every country has identified victims who
 * could be assisted and funds that were spent or not, so "not applicable" there would only lead to a question of the Secretariat.
 */
function missing(answer: Answer, allowed: readonly MissingState[], language: Language, draw: number): Answer {
  const { doesNotArise, notAvailable } = words[language];
  const reason = doesNotArise[answer.indicatorCode];
  const gap = { ...answer, value: null, comment: "", evidence: [] };
  if (reason !== undefined && allowed.includes("not_applicable")) return { ...gap, state: "not_applicable", reason };
  if (!allowed.includes("not_available")) return answer;
  return { ...gap, state: "not_available", reason: notAvailable[Math.floor(draw * 10) % notAvailable.length] ?? "" };
}
