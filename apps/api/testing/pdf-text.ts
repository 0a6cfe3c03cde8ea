import { inflateSync } from "node:zlib";

/**
 * The words of a PDF as a program that copies its text reads them: glyphs by the maps that the file itself brings (ToUnicode), lines of the file in
 * their order, blanks in the place of line breaks. For the files of this portal, which keep one object after another and text as glyph numbers.
 */
export function textOfPdf(bytes: Buffer): string {
  const file = bytes.toString("latin1");
  const objects = new Map(
    [...file.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = "", body = ""]) => [id, body] as const),
  );
  const fonts = new Map(
    [...objects.values()].flatMap((body) =>
      [...(/\/Font <<([\s\S]*?)>>/.exec(body)?.[1] ?? "").matchAll(/\/(\w+) (\d+) 0 R/g)].map(
        ([, name = "", id = ""]) => [name, lettersOf(objects, id)] as const,
      ),
    ),
  );
  return pagesOf(objects)
    .map((content) => textOf(content, fonts))
    .join(" ")
    .replace(/\s+/g, " ");
}

function pagesOf(objects: ReadonlyMap<string, string>): readonly string[] {
  return [...objects.values()]
    .filter((body) => /\/Type \/Page\b(?!s)/.test(body))
    .map((body) => streamOf(objects.get(/\/Contents (\d+) 0 R/.exec(body)?.[1] ?? "") ?? ""));
}

function streamOf(body: string): string {
  const [, packed] = /stream\n([\s\S]*)\nendstream/.exec(body) ?? [];
  if (packed === undefined) return "";
  return /FlateDecode/.test(body) ? inflateSync(Buffer.from(packed, "latin1")).toString("latin1") : packed;
}

/** What each glyph of a font stands for. */
function lettersOf(objects: ReadonlyMap<string, string>, font: string): ReadonlyMap<number, string> {
  const map = streamOf(objects.get(/\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? "")?.[1] ?? "") ?? "");
  const letters = new Map<number, string>();
  const unhex = (hex: string) => Buffer.from(hex.replaceAll(" ", ""), "hex").swap16().toString("utf16le");
  for (const [, block = ""] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = "", , list = ""] of block.matchAll(/<(\w+)> <(\w+)> \[([^\]]*)\]/g))
      for (const [place, [, hex = ""]] of [...list.matchAll(/<([\w ]+)>/g)].entries())
        letters.set(Number.parseInt(from, 16) + place, unhex(hex));
  return letters;
}

function textOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let letters: ReadonlyMap<number, string> = new Map();
  let text = "";
  for (const [, font, begins, shown] of content.matchAll(/\/(\w+) [\d.]+ Tf|(\bBT\b)|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map();
    if (begins !== undefined) text += " ";
    for (const [, hex = ""] of (shown ?? "").matchAll(/<(\w+)>/g))
      for (let at = 0; at < hex.length; at += 4)
        text += letters.get(Number.parseInt(hex.slice(at, at + 4), 16)) ?? "\uFFFD";
  }
  return text;
}
