import type { Language } from "@avances/domain/catalogue";

/** The one thing to do: words, and the address that they open. In formatted mails the words are a button; the address stands below it. */
export interface Action {
  readonly action: string;
  readonly address: string;
}

/** Small print at the end: which request it is, and when it was written. */
export interface SmallPrint {
  readonly small: string;
}

/**
 * The place where those who report read in which parts answers are missing. It is filled when the message leaves (`filledBody`): the stored message, which
 * the secretariat reads, holds only the place. `count`: how many are missing, as the message says it.
 */
export interface MissingParts {
  readonly missingParts: number;
}

/** One block of a message. A text is a paragraph: line breaks inside are kept, and a line that holds only a page's address becomes a link. */
export type Block = string | Action | SmallPrint | MissingParts;

/** Subject and blocks of one message. Plain text and formatted mail are made from the same blocks, in the same order. */
export interface Letter<B extends Block = string> {
  readonly subject: string;
  readonly paragraphs: readonly B[];
}

/** One letter in every language of the portal. When a language is added, each letter fails to compile until it is written. */
export type Letters<Facts, B extends Block = string> = Readonly<Record<Language, (facts: Facts) => Letter<B>>>;

/** A block of sentences; null ones are left out. Null when all are null. */
export function block(...sentences: readonly (string | null)[]): string | null {
  const said = sentences.filter((sentence) => sentence !== null);
  return said.length === 0 ? null : said.join(" ");
}

/** A letter of these blocks; empty ones are left out. A name that ends with a full stop does not get a second one. */
export function letter<B extends Block>(subject: string, ...blocks: readonly (B | null)[]): Letter<B> {
  const kept = blocks.filter((one): one is NonNullable<typeof one> => one !== null && one !== "");
  return { subject, paragraphs: kept.map((one) => withoutDoubleStop(one) as B) };
}

function withoutDoubleStop(one: Block): Block {
  if (typeof one === "string") return singleStops(one);
  return "small" in one ? { small: singleStops(one.small) } : one;
}

/** `strong` may end between the two. */
const singleStops = (text: string) => text.replaceAll(/\.(\ue001?)\.(?=\s|$)/g, ".$1");

/** Subjects are cut off in lists of mails: what comes after this many characters is left out where it can be. */
const subjectLength = 78;

/** A subject that begins with the step and the days; `more` is added if there is room for it. */
export function subjectOf(step: string, about: string, more: string | null = null): string {
  const short = `${step}: ${about}`;
  return more === null ? short : shortenedSubject(short, more);
}

/** The subject with this in brackets, if there is room for it. */
export function shortenedSubject(short: string, more: string): string {
  const long = `${short} (${more})`;
  return [...long].length <= subjectLength ? long : short;
}

/** Marks the words that a reader must not miss. Plain text has no marks; what people type never has any (`unmarked`). */
export const strong = (text: string) => `\ue000${text}\ue001`;
/** A text in pieces, with which of them are strong. */
export function messageRuns(text: string): readonly { readonly text: string; readonly strong: boolean }[] {
  return text.split(/(\ue000[^\ue001]*\ue001)/).flatMap((piece) => {
    const said = unmarked(piece);
    return said === "" ? [] : [{ text: said, strong: piece.startsWith("\ue000") }];
  });
}
export const unmarked = (text: string) => text.replaceAll(/[\ue000\ue001]/g, "");
