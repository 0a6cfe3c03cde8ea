/** A tag that opens an element, without the prefixes of its names. */
export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** This is not XML, or XML that can say something else than it shows (entities of its own, an unusual encoding). */
export class XmlFault extends Error {
  override name = "XmlFault";
}

/**
 * The opening tags of a part of an office document that only lists things, in order. It reads what every XML reader reads: both encodings
 * that each must know, references to characters, either quote. What it does not understand it refuses.
 */
export function* tagsOf(bytes: Buffer): Generator<Tag> {
  const text = decode(bytes);
  let at = 0;
  while (true) {
    at = text.indexOf("<", at);
    if (at < 0) return;
    if (text.startsWith("<!--", at)) at = after(text, "-->", at + 4);
    else if (text.startsWith("<![CDATA[", at)) at = after(text, "]]>", at + 9);
    else if (text.startsWith("<?", at)) at = after(text, "?>", at + 2);
    else if (text.startsWith("</", at)) at = after(text, ">", at + 2);
    else {
      const tag = /<([^\s<>/!"'=&]+)((?:\s+[^\s<>/"'=&]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>/y;
      tag.lastIndex = at;
      const found = tag.exec(text);
      if (found === null) throw new XmlFault();
      yield { name: local(found[1] ?? ""), attributes: attributesOf(found[2] ?? "") };
      at = tag.lastIndex;
    }
  }
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  if (found < 0) throw new XmlFault();
  return found + mark.length;
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", double, single] of text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    // Declarations of prefixes say nothing about the thing itself.
    if (name === "xmlns" || name.startsWith("xmlns:")) continue;
    found.set(local(name), characters(double ?? single ?? ""));
  }
  return found;
}

const local = (name: string) => name.slice(name.indexOf(":") + 1);

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function characters(text: string): string {
  return text.replace(/&([^;&]{0,12};?)/g, (_, reference: string) => {
    const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));$/i.exec(reference) ?? [];
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    const found = Number.isNaN(code) ? named[reference.slice(0, -1)] : undefined;
    if (found !== undefined && reference.endsWith(";")) return found;
    if (Number.isNaN(code) || code > 0x10ffff) throw new XmlFault();
    return String.fromCodePoint(code);
  });
}

function decode(bytes: Buffer): string {
  const start = bytes.subarray(0, 4).toString("hex");
  const encoding = /^(?:feff|003c)/.test(start) ? "utf-16be" : /^(?:fffe|3c00)/.test(start) ? "utf-16le" : "utf-8";
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new XmlFault();
  }
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1]?.toLowerCase();
  if (declared !== undefined && !["utf-8", "utf-16", "us-ascii"].includes(declared)) throw new XmlFault();
  return text;
}
