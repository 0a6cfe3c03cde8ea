import type { Language } from "@avances/domain/catalogue";

/** Subject and blocks of text of one message. A line that holds only a page's address becomes a link. */
export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** One letter in every language of the portal. When a language is added, each letter fails to compile until it is written. */
export type Letters<Facts> = Readonly<Record<Language, (facts: Facts) => Letter>>;

/** A block of sentences; null ones are left out. Null when all are null. */
export function block(...sentences: readonly (string | null)[]): string | null {
  const said = sentences.filter((sentence) => sentence !== null);
  return said.length === 0 ? null : said.join(" ");
}

/** A letter of these blocks. A name that ends with a full stop does not get a second one. */
export function letter(subject: string, ...blocks: readonly (string | null)[]): Letter {
  const paragraphs = blocks.flatMap((text) => (text === null || text === "" ? [] : [text]));
  return { subject, paragraphs: paragraphs.map((text) => text.replaceAll(/\.\.(?=\s|$)/g, ".")) };
}
