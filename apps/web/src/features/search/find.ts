import { type Language, languages } from "@avances/domain/catalogue";
import { type Place, placeOf, plainWords } from "./plain-words.ts";
import { searchTexts } from "./search.texts.ts";
import { type Kind, kinds, type SearchEntry } from "./search-entries.ts";

export interface Found {
  readonly entry: SearchEntry;
  /** The language whose words fit; that of the reader if theirs fit as well. */
  readonly language: Language;
}

export interface FoundGroup {
  readonly kind: Kind;
  readonly found: readonly Found[];
}

/** How well something fits, best first. */
const ranks = {
  code: 0,
  name: 1,
  beginning: 2,
  inOrder: 3,
  wordsBegin: 4,
  inside: 5,
} as const;
/** What words of another language lose: they come after the reader's own words that begin with what was asked, and before the inside of words. */
const lostByLanguage = 2.5;

/** Fewer letters than this find too much. */
const fewestLetters = 2;

/**
 * The words of a query that must be in what is found; none when it is too short. `6(3)` and `6.3` are Article 6: paragraphs are not searched.
 * Words that only join others are left out, unless there is nothing else.
 */
export function askedWords(query: string): readonly string[] {
  const words = plainWords(query.replaceAll(/(\d+)\s*[.(]\s*\w+\)?/g, "$1"));
  if (words.join("").length < fewestLetters) return [];
  const joining = new Set(languages.flatMap((language) => searchTexts[language].joining));
  const telling = words.filter((word) => !joining.has(word));
  return telling.length > 0 ? telling : words;
}

/** What fits, by kind: the group with the best result first, and in each group the best first. Nothing for a query without words. */
export function find(
  entries: readonly SearchEntry[],
  asked: readonly string[],
  reader: Language,
): readonly FoundGroup[] {
  if (asked.length === 0) return [];
  const fitting = entries
    .flatMap((entry) => bestOf(entry, asked, reader) ?? [])
    .sort((one, other) => one.rank - other.rank);
  const byKind = Map.groupBy(fitting, ({ entry }) => entry.kind);
  const best = (kind: Kind) => byKind.get(kind)?.[0]?.rank ?? Number.POSITIVE_INFINITY;
  return kinds
    .filter((kind) => byKind.has(kind))
    .sort((one, other) => best(one) - best(other))
    .map((kind) => ({ kind, found: byKind.get(kind) ?? [] }));
}

/** In the language in which it fits best; on equal terms the reader's. */
function bestOf(entry: SearchEntry, asked: readonly string[], reader: Language): (Found & { rank: number }) | null {
  const code = plainWords(entry.code ?? "");
  const inLanguages = [reader, ...languages.filter((language) => language !== reader)].flatMap((language) => {
    const rank = rankOf(asked, code, plainWords(entry.name[language]), entry.also[language].flatMap(plainWords));
    return rank === null ? [] : [{ entry, language, rank: rank + (language === reader ? 0 : lostByLanguage) }];
  });
  return inLanguages.sort((one, other) => one.rank - other.rank)[0] ?? null;
}

function rankOf(
  asked: readonly string[],
  code: readonly string[],
  name: readonly string[],
  also: readonly string[],
): number | null {
  if (isCode(asked, code)) return ranks.code;
  const own = [...name, ...also, ...code];
  const places = asked.map((one) => best(own.map((word) => placeOf(one, word))));
  if (places.includes(null)) return null;
  const at = runAt(asked, name);
  if (at === 0) return asked.length === name.length ? ranks.name : ranks.beginning;
  if (at > 0) return ranks.inOrder;
  return places.includes("inside") ? ranks.inside : ranks.wordsBegin;
}

/** The code, or its end from a hyphen on, as people say it: `TIP-LEG-01`, `tipleg01`, `leg01`, `leg 1`. */
function isCode(asked: readonly string[], code: readonly string[]): boolean {
  const together = asked.join("");
  if (code.some((_, place) => code.slice(place).join("") === together)) return true;
  const end = code.slice(-asked.length);
  return end.length === asked.length && asked.every((one, place) => placeOf(one, end[place] ?? "") === "whole");
}

function best(places: readonly Place[]): Place {
  for (const place of ["whole", "begins", "inside"] as const) if (places.includes(place)) return place;
  return null;
}

/** Where the asked words stand one after the other, each at the beginning of a word; -1 = nowhere. */
function runAt(asked: readonly string[], words: readonly string[]): number {
  return words.findIndex((_, start) =>
    asked.every((one, place) => {
      const fit = placeOf(one, words[start + place] ?? "");
      return fit === "whole" || fit === "begins";
    }),
  );
}
