/** A text from a field before it is read: what surrounds it, what it must not hold. Nothing inside it is ever changed into something else. */
export type TypedText =
  | { readonly kind: "empty" }
  | { readonly kind: "text"; readonly typed: string }
  | { readonly kind: "unreadable"; readonly reason: "several-cells" | "unusual-signs" };

/**
 * Comes along when a figure is pasted and changes nothing that is seen: zero-width signs, left-to-right marks and their ends. What turns
 * the order of signs around is not among them.
 */
const invisible = "\\u200b\\u200e\\u202a\\u202c\\u202d\\u2060\\u2066\\u2068\\u2069\\ufeff";
const surrounding = new RegExp(`^[\\s${invisible}]+|[\\s${invisible}]+$`, "g");
/** Tab, line and page break, and the controls of the same family: what stands between the cells of a table. */
const cellBreak = /[\t-\r\u0085\u2028\u2029]/;
const allFullWidth = /^[\uff0b-\uff0e\uff10-\uff19\u3000]+$/;

/** Cuts what surrounds the text. A text wholly in full-width signs is read as the plain ones; anything mixed stays as it is. */
export function readTyped(text: string): TypedText {
  const typed = text.replace(surrounding, "");
  if (typed === "") return { kind: "empty" };
  if (cellBreak.test(typed)) return { kind: "unreadable", reason: "several-cells" };
  return { kind: "text", typed: allFullWidth.test(typed) ? typed.normalize("NFKC") : typed };
}

/** Digits of other scripts, look-alikes of separators, invisible signs: whatever looks like part of a figure but is not. */
export function hasUnusualSigns(typed: string): boolean {
  return /(?![\x20-\x7e])[\p{N}\p{P}\p{Z}\p{C}\p{M}\p{Sk}\p{Sm}]/u.test(typed);
}
