import fc from "fast-check";
import { expect, test } from "vitest";
import { isSingleLine, tidyLine } from "./single-line.ts";

test.each([
  "Ana Solano Ñandú",
  "Dra. O’Neill-D'Angelo, M.A.",
  "Ley N.º 9095 «contra la trata», art. 5 § 2 — 1 234",
  "Investigación & análisis (50 %)",
  "𝄞 x\u0301",
  "",
])("%j can be read as it is", (text) => {
  expect(isSingleLine(text)).toBe(true);
  expect(tidyLine(` ${text}`)).toBe(text.trim());
});

test.each([
  ["a line feed", "\n"],
  ["a carriage return", "\r"],
  ["a tab", "\t"],
  ["an escape", "\u001b"],
  ["a next-line control", "\u0085"],
  ["a line separator", "\u2028"],
  ["a paragraph separator", "\u2029"],
  ["a right-to-left override", "\u202e"],
  ["a left-to-right mark", "\u200e"],
  ["an Arabic letter mark", "\u061c"],
  ["an isolate", "\u2067"],
  ["a zero-width space", "\u200b"],
  ["a byte order mark", "\ufeff"],
  ["a soft hyphen", "\u00ad"],
  ["a Hangul filler", "\u3164"],
  ["a tag letter", "\u{e0041}"],
])("%s is refused wherever it stands", (_what, sign) => {
  for (const text of [`${sign}Ana`, `An${sign}a`, `Ana${sign}`]) expect(isSingleLine(text)).toBe(false);
});

test("tidying takes away only what nobody sees, and never what turns or breaks the text", () => {
  expect(tidyLine("\ufeff Ley\u00ad 9\u200b095 ")).toBe("Ley 9095");
  expect(isSingleLine(tidyLine("Ana\u202eonaloS"))).toBe(false);
  expect(isSingleLine(tidyLine("Ana\nSolano"))).toBe(false);
  const seen = (text: string) => text.replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, "").trim();
  const texts = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));
  fc.assert(fc.property(texts, (text) => seen(tidyLine(text)) === seen(text)));
});
