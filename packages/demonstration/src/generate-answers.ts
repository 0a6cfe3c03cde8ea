import type { Answer, Answers } from "@avances/domain/answer";
import type { Catalogue, Indicator, Language, MissingState } from "@avances/domain/catalogue";
import { completeAnswers } from "./complete-answers.ts";
import { seededRandom, seedOf } from "./seeded-random.ts";

export interface GenerateOptions {
  readonly country: string;
  /** Language the country writes in. */
  readonly language: Language;
  readonly year: number;
  readonly seed: number;
  /** What the country reported in its last accepted round, or null. */
  readonly previous: Answers | null;
  /** Share of the indicators that are answered, from the first on; 1 = all. */
  readonly share: number;
}

/** Identified victims in the first round: small countries have the small counts that suppression is for. */
const sizes: Readonly<Record<string, number>> = {
  BLZ: 9,
  CAN: 140,
  CRI: 34,
  DOM: 75,
  GTM: 210,
  HND: 95,
  MEX: 620,
  NIC: 28,
  PAN: 21,
  SLV: 58,
  USA: 1_450,
};

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
  const { country, year, seed, previous, share, language } = options;
  const size = sizes[country];
  const complete = completeAnswers(catalogue, {
    seed: seedOf(seed, country, year),
    previous,
    ...(size !== undefined && { size }),
  });
  const shown = Math.round(complete.length * share);
  // The same draw in every year: what a country does not collect it does not collect next year either.
  const draw = seededRandom(seedOf(seed, country, "gaps"));
  const draws = new Map(catalogue.indicators.map(({ code }) => [code, draw() * 100] as const));
  const gaps = previous === null ? firstGaps : Math.max(fewestGaps, gapsIn(previous) - gapsClosedEachYear);
  return complete.slice(0, shown).map((answer) => {
    const indicator = catalogue.indicators.find(({ code }) => code === answer.indicatorCode);
    const isGap = indicator && !alwaysKnown.has(indicator.code) && (draws.get(indicator.code) ?? 100) < gaps;
    const gap = isGap ? gapOf(indicator, draws) : null;
    return gap ? missing(answer, gap, language) : inLanguage(answer, language);
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

const reasons: Readonly<Record<MissingState, Readonly<Record<Language, string>>>> = {
  not_available: {
    en: "The institution in charge keeps no register with this detail yet.",
    es: "La institución responsable aún no lleva un registro con este detalle.",
  },
  not_applicable: {
    en: "The situation did not arise in the reference year.",
    es: "La situación no se presentó en el año de referencia.",
  },
};

function missing(answer: Answer, state: MissingState, language: Language): Answer {
  return { ...answer, state, value: null, reason: reasons[state][language], comment: "", evidence: [] };
}

const spanishWords = {
  comment: "Se verificó con el registro institucional y se confirma.",
  evidence: "Informe anual de la institución rectora",
  locator: "pág. 12",
  text: "Se firmaron protocolos de referencia con dos instituciones más. Las oficinas regionales aún carecen de personal para el seguimiento.",
} as const;

function inLanguage(answer: Answer, language: Language): Answer {
  if (language === "en") return answer;
  return {
    ...answer,
    comment: answer.comment === "" ? "" : spanishWords.comment,
    evidence: answer.evidence.map((item) => ({ ...item, title: spanishWords.evidence, locator: spanishWords.locator })),
    value: answer.value?.type === "text" ? { type: "text", text: spanishWords.text } : answer.value,
  };
}
