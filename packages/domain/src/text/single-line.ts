/**
 * Signs that break a line, that nobody sees, or that turn the direction of what follows: controls, line and paragraph separators, marks of
 * direction, zero-width and other default-ignorable signs. In a name or title they forge: a second line in a mail, a text that reads
 * otherwise than it is stored, two names that look alike.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** Those of them that come along with a pasted text and change nothing of what is seen: soft hyphens, zero-width signs. */
const harmless = /[\u00ad\u200b-\u200d\u2060-\u2064\ufeff]/gu;

/** Can people read this text as it is stored, in one line? */
export function isSingleLine(text: string): boolean {
  return !unseen.test(text);
}

/**
 * What a person has typed or pasted into a field of one line, as it is meant: without what surrounds it and without signs that are not
 * seen. What turns the direction, and line breaks, stay: they are refused in words.
 */
export function tidyLine(text: string): string {
  return text.replace(harmless, "").trim();
}
