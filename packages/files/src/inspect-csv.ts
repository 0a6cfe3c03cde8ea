import { isUtf8 } from "node:buffer";
import type { ContentFault } from "@avances/domain/network";

/** Bytes that Windows-1252 has no character for. */
const unused = /[\x81\x8d\x8f\x90\x9d]/;
/** What no table in text holds: tabs and ends of lines are all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const controls = /[\x00-\x08\x0b\x0e-\x1f\x7f]/;

/** What is wrong with a table as text; null = nothing. UTF-8, or what an older Excel writes; never a page. */
export function inspectCsv(file: Buffer): ContentFault | null {
  const text = file.toString("latin1");
  if (controls.test(text)) return "not_what_it_says";
  if (!isUtf8(file) && unused.test(text)) return "not_what_it_says";
  // A page is a page however much stands before its first tag.
  const start = text.replace(/^\xef\xbb\xbf/, "").trimStart();
  if (/^<(?:!|\?|[a-z])/i.test(start)) return "not_what_it_says";
  return /<(?:!doctype|html|head|body|script|svg|iframe)[\s>/]/i.test(text.slice(0, 65_536))
    ? "not_what_it_says"
    : null;
}
