/** The words of a text as they are compared: without accents (ñ is n), in small letters, without signs. */
export function plainWords(text: string): readonly string[] {
  return plain(text).match(wordPattern) ?? [];
}

const wordPattern = /[\p{L}\p{N}]+/gu;
const plain = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** How a word of the query is in another word; null = not at all. */
export type Place = "whole" | "begins" | "inside" | null;

/** Numbers are compared as numbers and only whole: `6` is not in `16`, and `1` is `01`. */
export function placeOf(asked: string, word: string): Place {
  if (asked === word) return "whole";
  if (/^\d+$/.test(asked)) {
    if (!/^\d+$/.test(word)) return null;
    if (Number(asked) === Number(word)) return "whole";
    // Half of `01`, being typed.
    return asked.startsWith("0") && word.startsWith(asked) ? "begins" : null;
  }
  if (word.startsWith(asked)) return "begins";
  return word.includes(asked) ? "inside" : null;
}

export interface Part {
  readonly text: string;
  /** Is it what was asked for? */
  readonly hit: boolean;
}

/** A text in parts, those that the query asks for told apart. Joined, they are the text. */
export function partsOf(text: string, asked: readonly string[]): readonly Part[] {
  const composed = text.normalize("NFC");
  const parts: Part[] = [];
  let end = 0;
  const add = (until: number, hit: boolean) => {
    if (until > end) parts.push({ text: composed.slice(end, until), hit });
    end = Math.max(end, until);
  };
  for (const { 0: word, index } of composed.matchAll(wordPattern)) {
    const own = plain(word);
    // The longest first: of `tra` and `trata` in "trata" the whole word.
    const hit = asked.filter((one) => placeOf(one, own) !== null).sort((one, other) => other.length - one.length)[0];
    if (hit === undefined) continue;
    // A letter is one letter also without its accent. Where that is not so, and for numbers (1 is 01), the whole word is told apart.
    const at = own.length === word.length && placeOf(hit, own) !== "whole" ? own.indexOf(hit) : -1;
    const [from, length] = at < 0 ? [0, word.length] : [at, hit.length];
    add(index + from, false);
    add(index + from + length, true);
  }
  add(composed.length, false);
  return parts;
}
