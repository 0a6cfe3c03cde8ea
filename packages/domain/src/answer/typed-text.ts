/** A typed text without what surrounds it, or why it cannot be a figure. Nothing inside the text is ever changed into something else. */
export type TypedText =
  | { readonly kind: "empty" }
  | { readonly kind: "text"; readonly typed: string }
  | { readonly kind: "unreadable"; readonly reason: "several-cells" | "unusual-signs" };

/**
 * Characters that come along with a pasted figure and change nothing that is seen: zero-width characters, left-to-right marks and their
 * ends. Characters that reverse the order of others are not among them.
 */
const invisible = "\\u200b\\u200e\\u202a\\u202c\\u202d\\u2060\\u2066\\u2068\\u2069\\ufeff";
const surrounding = new RegExp(`^[\\s${invisible}]+|[\\s${invisible}]+$`, "g");
/** Tab, line break, page break and related control characters: what separates the cells of a table. */
const cellBreak = /[\t-\r\u0085\u2028\u2029]/;
const allFullWidth = /^[\uff0b-\uff0e\uff10-\uff19\u3000]+$/;

/** Trims the text. A text wholly in full-width characters is read as the plain ones; a mixed text stays as it is. */
export function readTyped(text: string): TypedText {
  const typed = text.replace(surrounding, "");
  if (typed === "") return { kind: "empty" };
  if (cellBreak.test(typed)) return { kind: "unreadable", reason: "several-cells" };
  return { kind: "text", typed: allFullWidth.test(typed) ? typed.normalize("NFKC") : typed };
}

/** Digits of other scripts, look-alikes of separators, invisible characters: what looks like part of a figure and is not. */
export function hasUnusualSigns(typed: string): boolean {
  return /(?![\x20-\x7e])[\p{N}\p{P}\p{Z}\p{C}\p{M}\p{Sk}\p{Sm}]/u.test(typed);
}
