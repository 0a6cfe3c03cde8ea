import { setImmediate as breathe } from "node:timers/promises";
import { createInflate } from "node:zlib";
import type { ContentFault } from "@avances/domain/network";
import { zipLimits } from "./read-zip.ts";

/** Names by which a PDF acts, and which do not come up by chance in the compressed parts of a file. */
const acting: readonly (readonly [RegExp, ContentFault])[] = [
  [/\/JavaScript(?![A-Za-z0-9_-])/, "script"],
  [/\/Launch(?![A-Za-z0-9_-])/, "script"],
  [/\/EmbeddedFiles?(?![A-Za-z0-9_-])/, "embedded_object"],
  [/\/RichMedia(?![A-Za-z0-9_-])/, "embedded_object"],
];
/** Short names: looked for outside of streams only. */
const short: readonly (readonly [RegExp, ContentFault])[] = [
  [/\/JS(?![A-Za-z0-9_-])/, "script"],
  // A form of another kind inside the file, with scripts of its own.
  [/\/XFA(?![A-Za-z0-9_-])/, "script"],
];

const pieceBytes = 256 * 1024;
/** Pieces overlap by the longest name, written with escapes. */
const overlap = 64;

/**
 * What is wrong with a PDF as its names say; null = nothing. It looks at what can be read as it stands, and into lists of objects that are packed
 * in the usual way. What is encrypted or packed otherwise it does not see: that a file is sent as an attachment, into a sandbox, and a scanner
 * are for that.
 */
export async function inspectPdf(file: Buffer): Promise<ContentFault | null> {
  if (
    !file
      .subarray(0, 8)
      .toString("latin1")
      .match(/^%PDF-[12]\.\d/)
  )
    return "not_what_it_says";
  if (!file.subarray(-1_024).includes("%%EOF")) return "unreadable";
  const whole = await faultIn(file, acting);
  if (whole !== null) return whole;
  const divided = await divide(file);
  if (divided === null) return "unreadable";
  for (const part of divided.between) {
    const fault = await faultIn(part, short);
    if (fault !== null) return fault;
  }
  return inspectLists(divided.lists);
}

async function faultIn(
  bytes: Buffer,
  names: readonly (readonly [RegExp, ContentFault])[],
): Promise<ContentFault | null> {
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const text = spelledOut(bytes.toString("latin1", at, at + pieceBytes + overlap));
    const found = names.find(([pattern]) => pattern.test(text));
    if (found) return found[1];
    // Other requests come in between.
    await breathe();
  }
  return null;
}

/** A name may be written with escapes: /J#61vaScript. */
function spelledOut(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** A file of ten megabytes has some thousands. */
const mostStreams = 20_000;

interface PackedList {
  readonly packed: Buffer;
  readonly isDeflated: boolean;
}

/** What stands between streams, and the packed lists of objects; null = more streams than any file has. */
async function divide(file: Buffer): Promise<{ between: readonly Buffer[]; lists: readonly PackedList[] } | null> {
  const [between, lists]: [Buffer[], PackedList[]] = [[], []];
  let [at, rested] = [0, 0];
  for (let word = file.indexOf("stream"); word >= 0; word = file.indexOf("stream", word + 1)) {
    if (word - rested > pieceBytes) {
      await breathe();
      rested = word;
    }
    const begin = word < at ? null : beginOfStream(file, word, at);
    if (begin === null) continue;
    const found = file.indexOf("endstream", begin);
    const end = found < 0 ? file.length : found;
    between.push(file.subarray(at, begin));
    if (between.length > mostStreams) return null;
    const dictionary = dictionaryBefore(file, at, begin);
    if (/\/ObjStm(?![A-Za-z0-9_-])/.test(dictionary)) {
      const isDeflated = /\/Fl(?:ateDecode)?(?![A-Za-z0-9_-])/.test(dictionary);
      lists.push({ packed: file.subarray(begin, end), isDeflated });
    }
    at = end;
  }
  return { between: [...between, file.subarray(at)], lists };
}

/** Where the bytes of a stream begin: its word stands after a dictionary and ends its line. Null = the word is only a word. */
function beginOfStream(file: Buffer, word: number, from: number): number | null {
  let before = word - 1;
  while (before > from && word - before < 64 && isSpace(file[before])) before -= 1;
  if (file[before] !== greater || file[before - 1] !== greater) return null;
  const [first, second] = file.subarray(word + 6, word + 8);
  if (first === lineFeed) return word + 7;
  if (first !== carriageReturn) return null;
  return second === lineFeed ? word + 8 : word + 7;
}

const [greater, lineFeed, carriageReturn] = [0x3e, 0x0a, 0x0d];
const isSpace = (byte: number | undefined) => byte !== undefined && [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20].includes(byte);

function dictionaryBefore(file: Buffer, from: number, begin: number): string {
  const text = file.toString("latin1", Math.max(from, begin - 2_048), begin);
  return spelledOut(text.slice(text.lastIndexOf(" obj") + 1));
}

async function inspectLists(lists: readonly PackedList[]): Promise<ContentFault | null> {
  let bytes = 0;
  for (const { packed, isDeflated } of lists) {
    const parts: Buffer[] = [];
    for await (const part of isDeflated ? inflated(packed) : [packed]) {
      bytes += part.length;
      if (bytes > zipLimits.bytes) return "bomb";
      parts.push(part);
    }
    const fault = await faultIn(Buffer.concat(parts), [...acting, ...short]);
    if (fault !== null) return fault;
  }
  return null;
}

/** As much as can be unpacked: a reader shows that much too. */
async function* inflated(packed: Buffer): AsyncGenerator<Buffer> {
  const inflate = createInflate();
  inflate.end(packed);
  try {
    for await (const part of inflate) yield part as Buffer;
  } catch {
    // Encrypted, or packed in two ways: nothing that can be read here.
  }
}
