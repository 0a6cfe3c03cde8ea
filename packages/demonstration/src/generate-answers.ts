import type { Answer, Answers } from "@avances/domain/answer";
import type { Catalogue, Indicator, Language, MissingState } from "@avances/domain/catalogue";
import { completeAnswers } from "./complete-answers.ts";
import { countryProfiles } from "./country-profile.ts";
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
  /** Share of the indicators that are answered, from the first on; 1 = all. */
  readonly share: number;
}

/** Of a hundred indicators, how many a country cannot answer in its first round; a little fewer each year. */
const firstGaps = 16;
const gapsClosedEachYear = 3;
const fewestGaps = 4;

/** Figures every country keeps: without them its page would have nothing to show. */
const alwaysKnown: ReadonlySet<string> = new Set(["TIP-PRO-01", "TIP-JUS-01", "TIP-JUS-04", "SOM-PRO-01"]);

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
  // The same draw in every year: what a country does not collect it does not collect next year either.
  const draw = seededRandom(seedOf(seed, country, "gaps"));
  const draws = new Map(catalogue.indicators.map(({ code }) => [code, draw() * 100] as const));
  const gaps =
    previous === null ? firstGaps : Math.max(fewestGaps, Math.min(firstGaps, gapsIn(previous)) - gapsClosedEachYear);
  return complete.slice(0, shown).map((answer) => {
    const indicator = catalogue.indicators.find(({ code }) => code === answer.indicatorCode);
    const isGap = indicator && !alwaysKnown.has(indicator.code) && (draws.get(indicator.code) ?? 100) < gaps;
    const gap = isGap ? gapOf(indicator, draws) : null;
    return gap ? missing(answer, gap, language, draws.get(answer.indicatorCode) ?? 0) : answer;
  });
}

/** Answers without a value, in percent. */
function gapsIn(answers: Answers): number {
  const gaps = [...answers.values()].filter(({ state }) => state !== "reported").length;
  return (100 * gaps) / Math.max(1, answers.size);
}

function gapOf(indicator: Indicator, draws: ReadonlyMap<string, number>): MissingState | null {
  const [first, second] = indicator.allowedMissing;
  if (!first) return null;
  return second && (draws.get(indicator.code) ?? 0) % 1 < 0.5 ? second : first;
}

function missing(answer: Answer, state: MissingState, language: Language, draw: number): Answer {
  const reasons = words[language].reasons[state];
  const reason = reasons[Math.floor(draw * 10) % reasons.length] ?? "";
  return { ...answer, state, value: null, reason, comment: "", evidence: [] };
}
