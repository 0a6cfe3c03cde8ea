import { strFromU8, unzipSync } from "fflate";

export interface DocxParagraph {
  /** Name of the paragraph's style: `Title`, `Heading1`; empty = the ordinary one. */
  readonly style: string;
  /** What the numbering of the document makes of it, "3." or "b)"; empty = it is not numbered. */
  readonly mark: string;
  readonly text: string;
  /** Languages that its runs say. */
  readonly languages: readonly string[];
  readonly bookmarks: readonly string[];
  readonly isInTable: boolean;
}

export interface ReadDocx {
  readonly paragraphs: readonly DocxParagraph[];
  readonly parts: Readonly<Record<string, string>>;
}

/** The paragraphs of a Word document in their order, numbered as a program that opens it numbers them. */
export function readDocx(bytes: Uint8Array): ReadDocx {
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
  const document = parts["word/document.xml"] ?? "";
  const counters = [0, 0];
  const paragraphs = [...document.matchAll(/<w:p\b[^>]*?(?:\/>|>([\s\S]*?)<\/w:p>)/g)].map(
    ({ 1: body = "", index }) => {
      const level = /<w:numPr>.*?<w:ilvl w:val="(\d)"/.exec(body)?.[1];
      return {
        style: /<w:pStyle w:val="(\w+)"/.exec(body)?.[1]?.replace("ListParagraph", "") ?? "",
        mark: level === undefined ? "" : next(counters, Number(level)),
        text: [...body.matchAll(/<w:t\b[^>]*>([^<]*)<\/w:t>|<w:br\/>/g)]
          .map(([, text]) => plain(text ?? "\n"))
          .join(""),
        languages: [...new Set([...body.matchAll(/<w:lang w:val="([\w-]+)"/g)].map(([, tag = ""]) => tag))],
        bookmarks: [...body.matchAll(/<w:bookmarkStart [^>]*w:name="(\w+)"/g)].map(([, name = ""]) => name),
        isInTable: document.lastIndexOf("<w:tbl>", index) > document.lastIndexOf("</w:tbl>", index),
      };
    },
  );
  return { paragraphs, parts };
}

function next(counters: number[], level: number): string {
  counters[level] = (counters[level] ?? 0) + 1;
  if (level === 0) counters[1] = 0;
  return level === 0 ? `${counters[0]}.` : `${String.fromCodePoint(96 + (counters[1] ?? 0))})`;
}

const plain = (text: string) =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
