import type { Language } from "#i18n/language.ts";
import type { NamedRound } from "#lib/round-words.ts";

const words = {
  en: {
    nothing: "Years are those of the data.",
    one: (year: string, round: string) => `Data for ${year} · ${round} round.`,
    after: "Years are those of the data; each was reported in the round of the year after.",
    each: (list: string) => `Years are those of the data: ${list}.`,
    pair: (year: string, round: string) => `${year} was reported in the ${round} round`,
  },
  es: {
    nothing: "Los años son los de los datos.",
    one: (year: string, round: string) => `Datos de ${year} · ronda ${round}.`,
    after: "Los años son los de los datos; cada uno se informó en la ronda del año siguiente.",
    each: (list: string) => `Los años son los de los datos: ${list}.`,
    pair: (year: string, round: string) => `${year} se informó en la ronda ${round}`,
  },
} as const satisfies Record<Language, unknown>;

/** Which years an axis or a table shows, said once per figure. Says "the year after" only where each round's data are of the year before. */
export function yearsSentence(rounds: readonly NamedRound[], language: Language): string {
  const t = words[language];
  const [first] = rounds;
  if (!first) return t.nothing;
  if (rounds.length === 1) return t.one(String(first.referenceYear), String(first.roundYear));
  if (rounds.every(({ roundYear, referenceYear }) => roundYear === referenceYear + 1)) return t.after;
  return t.each(
    rounds.map(({ roundYear, referenceYear }) => t.pair(String(referenceYear), String(roundYear))).join("; "),
  );
}
