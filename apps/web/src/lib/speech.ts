import { useMemo } from "react";
import { type Language, useLanguage } from "#i18n/language.ts";
import { type Formats, formatsFor } from "./format.ts";
import type { NamedRound } from "./round-words.ts";

/** What a sentence about countries needs besides its facts: the reader's language, its formats and the names of the countries. */
export interface Speech {
  readonly language: Language;
  readonly f: Formats;
  /** The name of one country. */
  readonly name: (iso3: string) => string;
  /** "Belize and Panama", alphabetically; more than `mostNames` are counted instead: "57 countries". */
  readonly names: (countries: readonly string[]) => string;
}

/** Nobody reads a longer list of names; the table under the sentence has them all. */
const mostNames = 12;

const many = { en: (n: string) => `${n} countries`, es: (n: string) => `${n} países` } as const;

type Named = { readonly iso3: string; readonly name: Readonly<Record<Language, string>> };

export function speechIn(language: Language, countries: readonly Named[]): Speech {
  const f = formatsFor(language);
  const known = new Map(countries.map(({ iso3, name }) => [iso3, name[language]]));
  const name = (iso3: string) => known.get(iso3) ?? iso3;
  return {
    language,
    f,
    name,
    names: (list) =>
      list.length > mostNames ? many[language](f.number(list.length)) : f.list(list.map(name).sort(f.compare)),
  };
}

export function useSpeech(countries: readonly Named[]): Speech {
  const language = useLanguage();
  return useMemo(() => speechIn(language, countries), [language, countries]);
}

/** A range of numbers. A sentence gives its ends, but never whose they are. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** From the lowest to the highest; null for an empty list. */
export function spanOf(values: readonly number[]): Span | null {
  return values.length === 0 ? null : { from: Math.min(...values), to: Math.max(...values) };
}

/** How sentences name years: the data's first, with the round beside it if the sentence names one. */
interface YearWords {
  /** "2024 (2025 round)". */
  readonly year: (round: NamedRound) => string;
  /** "data for 2021 to 2023". */
  readonly span: (years: Span) => string;
  /** "data for 2021 and 2023 (rounds 2022 and 2024)". */
  readonly list: (rounds: readonly NamedRound[], f: Formats) => string;
}

export const yearWords: Readonly<Record<Language, YearWords>> = {
  en: {
    year: ({ referenceYear, roundYear }) => `${referenceYear} (${roundYear} round)`,
    span: ({ from, to }) => (from === to ? `data for ${from}` : `data for ${from} to ${to}`),
    list: (rounds, f) => {
      const [data, names] = bothYears(rounds, f);
      return rounds.length === 1 ? `data for ${data} (${names} round)` : `data for ${data} (rounds ${names})`;
    },
  },
  es: {
    year: ({ referenceYear, roundYear }) => `${referenceYear} (ronda ${roundYear})`,
    span: ({ from, to }) => (from === to ? `datos de ${from}` : `datos de ${from} a ${to}`),
    list: (rounds, f) => {
      const [data, names] = bothYears(rounds, f);
      return rounds.length === 1 ? `datos de ${data} (ronda ${names})` : `datos de ${data} (rondas ${names})`;
    },
  },
};

function bothYears(rounds: readonly NamedRound[], f: Formats): [string, string] {
  return [
    f.list(rounds.map(({ referenceYear }) => String(referenceYear))),
    f.list(rounds.map(({ roundYear }) => String(roundYear))),
  ];
}

/** Countries that a sentence leaves out, with the reason. */
export interface Gap<Why extends string> {
  readonly why: Why;
  readonly countries: readonly string[];
}

/** Groups countries by reason, in the order of `order`; a reason without a country is left out. */
export function gapsOf<Why extends string>(
  order: readonly Why[],
  reasons: Iterable<readonly [country: string, why: Why | null]>,
): Gap<Why>[] {
  const found = new Map<Why, string[]>();
  for (const [country, why] of reasons) if (why !== null) found.set(why, [...(found.get(why) ?? []), country]);
  return order.flatMap((why) => {
    const countries = found.get(why);
    return countries ? [{ why, countries }] : [];
  });
}

/** "Not published: Belize. Exempt: El Salvador and Panama." */
export function gapWords<Why extends string>(
  gaps: readonly Gap<Why>[],
  words: Readonly<Record<Why, string>>,
  speech: Speech,
): string {
  return gaps.map(({ why, countries }) => `${words[why]}: ${speech.names(countries)}.`).join(" ");
}

/** How a part relates to its whole. Each case has its own wording: "0 of 1 countries have" is not a sentence. */
export type Part = "of_none" | "the_one" | "not_the_one" | "both" | "all" | "none" | "one" | "some";

export function partOf(part: number, whole: number): Part {
  if (whole === 0) return "of_none";
  if (whole === 1) return part === 1 ? "the_one" : "not_the_one";
  if (part === whole) return whole === 2 ? "both" : "all";
  if (part === 0) return "none";
  return part === 1 ? "one" : "some";
}

/** The wording of each case, given the part, the whole, and the name of a single country. */
export type PartWords = Readonly<Record<Part, (n: string, all: string, name: string) => string>>;

export function partWords(
  words: PartWords,
  part: readonly string[],
  whole: readonly string[],
  { f, names }: Speech,
): string {
  return words[partOf(part.length, whole.length)](f.number(part.length), f.number(whole.length), names(whole));
}

/** Joins sentences; an empty one leaves no gap. */
export function sentences(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}
