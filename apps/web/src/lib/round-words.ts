import { referenceYear } from "@avances/domain/round";
import type { Language } from "#i18n/language.ts";

/** A round and the year of its data. A bare year is never shown for a round: its data are those of another year. */
export interface NamedRound {
  readonly roundYear: number;
  readonly referenceYear: number;
}

declare const roundName: unique symbol;
/**
 * Words that name a round. Texts about a round require this type and not a year. Only `roundWords` makes it, so a bare
 * year can never stand for a round.
 */
export type RoundName = string & { readonly [roundName]: true };

interface RoundWords {
  /** Where countries report and are chased: "2026 round, data for 2025". */
  readonly round: (round: NamedRound) => RoundName;
  /** The same as the heading of a page or a row. */
  readonly heading: (round: NamedRound) => RoundName;
  /** Where figures are read: "data for 2025 · 2026 round". */
  readonly data: (round: NamedRound) => RoundName;
  /** Beside the years of the data, or below a heading that names both, where there is little room: "2026 round". */
  readonly name: (round: Pick<NamedRound, "roundYear">) => RoundName;
}

/** The two ways to name a round. One of them stands wherever a page or figure first names a year; rows below may then be short. */
export const roundWords: Readonly<Record<Language, RoundWords>> = {
  en: {
    round: ({ roundYear, referenceYear }) => named(`${roundYear} round, data for ${referenceYear}`),
    heading: ({ roundYear, referenceYear }) => named(`${roundYear} round, data for ${referenceYear}`),
    data: ({ roundYear, referenceYear }) => named(`data for ${referenceYear} · ${roundYear} round`),
    name: ({ roundYear }) => named(`${roundYear} round`),
  },
  es: {
    round: ({ roundYear, referenceYear }) => named(`ronda ${roundYear}, datos de ${referenceYear}`),
    heading: ({ roundYear, referenceYear }) => named(`Ronda ${roundYear}, datos de ${referenceYear}`),
    data: ({ roundYear, referenceYear }) => named(`datos de ${referenceYear} · ronda ${roundYear}`),
    name: ({ roundYear }) => named(`ronda ${roundYear}`),
  },
};

function named(words: string): RoundName {
  return words as RoundName;
}

/** The two years of a round in the API's form. */
export function namedRound(round: { readonly year: number; readonly referenceEnd: string }): NamedRound {
  return { roundYear: round.year, referenceYear: referenceYear(round) };
}

/** The two years of a report's round. */
export function roundOf(report: { readonly year: number; readonly referenceYear: number }): NamedRound {
  return { roundYear: report.year, referenceYear: report.referenceYear };
}
