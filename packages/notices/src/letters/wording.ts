import {
  type Placeholder,
  type PlaceholderOf,
  type Wording,
  type WordingMatter,
  wordingParts,
} from "@avances/domain/wording";
import { shortenedSubject, unmarked } from "./letter.ts";

/** What each placeholder becomes in one message; null = the message has no such fact, and no words that name it are used. */
export type PlaceholderValues<M extends WordingMatter> = Readonly<Record<PlaceholderOf<M>, string | null>> & {
  /** Of those that are said otherwise in a subject. */
  readonly inSubject: Readonly<Partial<Record<PlaceholderOf<M>, string | null>>>;
};

/** Facts of a message that may have words of the secretariat's own. */
interface WordedFacts {
  /** The words that the secretariat has written for such messages, with their placeholders; null or absent = the built-in ones. */
  readonly wording?: Wording | null;
}

/** The words of one message, filled in. */
export interface WrittenWords {
  readonly subject: string;
  readonly opening: string | null;
  readonly closing: string | null;
}

const known = new WeakMap<Wording, { readonly facts: WordedFacts; readonly words: WrittenWords }>();

type Values = Readonly<Partial<Record<Placeholder, string | null>>>;

/** The words that the secretariat wrote for this message, filled in from its facts; null = the built-in ones stand. */
export function writtenWords<M extends WordingMatter, F extends WordedFacts>(
  facts: F,
  valuesOf: (facts: F) => PlaceholderValues<M>,
): WrittenWords | null {
  const { wording } = facts;
  if (wording === undefined || wording === null) return null;
  const before = known.get(wording);
  if (before?.facts === facts) return before.words;
  const { inSubject, ...values }: Values & { readonly inSubject: Values } = valuesOf(facts);
  const inText = (text: string) => filledText(text, values);
  const words = {
    subject: filledSubject(wording.subject, { ...values, ...inSubject }),
    opening: wording.opening === "" ? null : inText(wording.opening),
    closing: wording.closing === "" ? null : inText(wording.closing),
  };
  known.set(wording, { facts, words });
  return words;
}

/**
 * A date in brackets at the end is left out where the date has passed or the subject would become too long: the same rule as for built-in
 * subjects.
 */
function filledSubject(text: string, own: Values): string {
  const [, short = text, dated] = /^(.*?)( \(\{\{date\}\}\))?$/s.exec(text) ?? [];
  const filled = filledText(short, own);
  return dated === undefined || !own.date ? filled : shortenedSubject(filled, own.date);
}

function filledText(text: string, values: Values): string {
  const filled = wordingParts(text).reduce((before, part) => {
    if ("typed" in part) return before.concat(part.typed);
    const value = values[part.placeholder as Placeholder] ?? "";
    return before.concat(beginsSentence.test(before) ? capital(value) : value);
  }, "");
  return unmarked(filled);
}

/** A sentence that begins with a placeholder begins with a capital: "faltan 7 días", "los Estados Unidos". */
const beginsSentence = /(?:^|[.!?]\s+|\n)$/;
const capital = (text: string) => text.charAt(0).toUpperCase().concat(text.slice(1));
