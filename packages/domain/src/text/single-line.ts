/**
 * Characters that break a line, are invisible, or turn the direction of what follows: controls, line and paragraph separators, direction
 * marks, zero-width and other default-ignorable characters. In a name or title they allow forgery: a second line in a mail, a text that
 * reads differently from how it is stored, two names that look alike.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** Those of them that come along with pasted text and change nothing visible: soft hyphens, zero-width characters. */
const harmless = /[\u00ad\u200b-\u200d\u2060-\u2064\ufeff]/gu;

/** Can people read this text as it is stored, on one line? */
export function isSingleLine(text: string): boolean {
  return !unseen.test(text);
}

/**
 * What a person typed or pasted into a one-line field, as it was meant: trimmed and without harmless invisible characters. Characters that
 * turn the direction, and line breaks, stay: such a text is refused with a reason.
 */
export function tidyLine(text: string): string {
  return text.replace(harmless, "").trim();
}
