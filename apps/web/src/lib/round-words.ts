import type { Language } from "#i18n/language.ts";

/** A round and the year of its data. A bare year is never shown for a round: its data are those of another year. */
export interface NamedRound {
  readonly roundYear: number;
  readonly referenceYear: number;
}

interface RoundWords {
  /** Where countries report and are chased: "2026 round, data for 2025". */
  readonly round: (round: NamedRound) => string;
  /** Where figures are read: "data for 2025 · 2026 round". */
  readonly data: (round: NamedRound) => string;
  /** Beside a year of the data, where there is little room: "2026 round". */
  readonly name: (round: NamedRound) => string;
}

/** The two ways to name a round. Wherever a page or figure first says a year, one of them stands; rows below may then be short. */
export const roundWords: Readonly<Record<Language, RoundWords>> = {
  en: {
    round: ({ roundYear, referenceYear }) => `${roundYear} round, data for ${referenceYear}`,
    data: ({ roundYear, referenceYear }) => `data for ${referenceYear} · ${roundYear} round`,
    name: ({ roundYear }) => `${roundYear} round`,
  },
  es: {
    round: ({ roundYear, referenceYear }) => `ronda ${roundYear}, datos de ${referenceYear}`,
    data: ({ roundYear, referenceYear }) => `datos de ${referenceYear} · ronda ${roundYear}`,
    name: ({ roundYear }) => `ronda ${roundYear}`,
  },
};
