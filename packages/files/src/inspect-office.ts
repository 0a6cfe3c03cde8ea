import type { ContentFault } from "@avances/domain/network";
import { readZip, unpack, type ZipEntry, ZipFault, zipLimits } from "./read-zip.ts";
import { type Tag, tagsOf, XmlFault } from "./xml-tags.ts";

type OfficeType = "docx" | "xlsx";

const mainParts: Readonly<Record<OfficeType, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
};

/** All parts that list other parts, together. A document of two thousand parts has lists of half a megabyte. */
const listBytes = 4 * 1024 * 1024;
/** Largest document inside a document: the table of a chart, which has the limits of a document of its own. */
const innerBytes = 10 * 1024 * 1024;

/**
 * What is wrong with a document of Word or Excel as its parts and the links between them say; null = nothing. Every part is unpacked, with
 * limits, and looked at by its first bytes, whatever its name; the words of the document are not read.
 */
export async function inspectOffice(file: Buffer, type: OfficeType): Promise<ContentFault | null> {
  try {
    return await inspectParts(file, type, { bytes: zipLimits.bytes, lists: listBytes, isInside: false });
  } catch (error) {
    if (error instanceof ZipFault) return error.why;
    if (error instanceof XmlFault) return "unreadable";
    throw error;
  }
}

/** What may still be unpacked and read, of a document and those inside it together. */
interface Budget {
  bytes: number;
  lists: number;
  /** Is this a document inside another? */
  readonly isInside: boolean;
}

async function inspectParts(file: Buffer, type: OfficeType, budget: Budget): Promise<ContentFault | null> {
  const entries = readZip(file, budget.bytes);
  budget.bytes -= entries.reduce((sum, { bytes }) => sum + bytes, 0);
  const lists = new Map<string, readonly Tag[]>();
  for (const entry of entries) {
    const fault = faultOfName(entry.name) ?? (await inspectPart(entry, lists, budget));
    if (fault !== null) return fault;
  }
  const typeOf = contentTypes(lists);
  for (const { name } of entries) {
    const fault = faultOfType(typeOf(name));
    if (fault !== null) return fault;
  }
  for (const [name, tags] of lists) {
    const fault = name.endsWith(".rels") ? faultOfLinks(tags) : null;
    if (fault !== null) return fault;
  }
  const main = mainPart(lists.get("_rels/.rels") ?? []);
  const isThere = entries.some(({ name }) => name === main);
  return isThere && typeOf(main) === mainParts[type] ? null : "not_what_it_says";
}

const contentTypesName = "[Content_Types].xml";

async function inspectPart(
  entry: ZipEntry,
  lists: Map<string, readonly Tag[]>,
  budget: Budget,
): Promise<ContentFault | null> {
  const isList = entry.name === contentTypesName || entry.name.endsWith(".rels");
  if (isList) budget.lists -= entry.bytes;
  if (budget.lists < 0) return "bomb";
  const parts: Buffer[] = [];
  let kind: "nothing" | "document" | "object" | null = null;
  for await (const part of unpack(entry)) {
    kind ??= kindOf(part);
    if (kind === "object") return "embedded_object";
    if (kind === "document" && (budget.isInside || entry.bytes > innerBytes)) return "embedded_object";
    if (isList || kind === "document") parts.push(part);
  }
  if (isList) lists.set(entry.name, [...tagsOf(Buffer.concat(parts))]);
  if (kind !== "document") return null;
  // A chart carries its table as a document of its own.
  const type = /\.(docx|xlsx)$/i.exec(entry.name)?.[1]?.toLowerCase() as OfficeType | undefined;
  if (type === undefined) return "embedded_object";
  const inner = { ...budget, isInside: true };
  const fault = await inspectParts(Buffer.concat(parts), type, inner);
  [budget.bytes, budget.lists] = [inner.bytes, inner.lists];
  return fault === "not_what_it_says" ? "embedded_object" : fault;
}

/** What a part is by its first bytes: an archive, or something that a program would run or open by itself. */
function kindOf(start: Buffer): "nothing" | "document" | "object" {
  const hex = start.subarray(0, 8).toString("hex");
  if (hex.startsWith("504b0304")) return "document";
  // Objects of older Office programs (in which macros lie too), programs of Windows and Linux, PDF, rich text.
  const isObject = ["d0cf11e0a1b11ae1", "4d5a", "7f454c46", "25504446", "7b5c727466"].some((mark) =>
    hex.startsWith(mark),
  );
  return isObject ? "object" : "nothing";
}

function faultOfName(name: string): ContentFault | null {
  if (/(?:^|\/)vba(?:Project|Data)[^/]*$/i.test(name) || /(?:^|\/)macrosheets\//i.test(name)) return "macro";
  if (/(?:^|\/)activeX\//i.test(name)) return "embedded_object";
  if (/(?:^|\/)externalLinks\//i.test(name)) return "external_link";
  return null;
}

function faultOfType(type: string): ContentFault | null {
  if (/macro|vba/i.test(type)) return "macro";
  if (/activex|oleobject/i.test(type)) return "embedded_object";
  return /externallink|\.connections\+xml/i.test(type) ? "external_link" : null;
}

/** Kinds of links, by the last word of their address. */
const links: Readonly<Record<string, ContentFault>> = {
  vbaproject: "macro",
  wordvbadata: "macro",
  xlmacrosheet: "macro",
  xlintlmacrosheet: "macro",
  attachedtoolbars: "macro",
  oleobject: "embedded_object",
  control: "embedded_object",
  activexcontrolbinary: "embedded_object",
  // Text of another format (a web page, rich text), which Word reads in when it opens the document.
  afchunk: "embedded_object",
  externallink: "external_link",
  externallinkpath: "external_link",
  connections: "external_link",
};

function faultOfLinks(tags: readonly Tag[]): ContentFault | null {
  for (const { name, attributes } of tags) {
    if (name !== "Relationship") continue;
    const kind = kindOfLink(attributes);
    const fault = links[kind];
    if (fault !== undefined) return fault;
    // A reader follows a hyperlink by hand; anything else the program fetches by itself.
    const isOutside = attributes.get("TargetMode")?.trim().toLowerCase() === "external";
    if (isOutside && kind !== "hyperlink") return "external_link";
  }
  return null;
}

function kindOfLink(attributes: Tag["attributes"]): string {
  return (attributes.get("Type") ?? "").trim().split("/").at(-1)?.toLowerCase() ?? "";
}

function mainPart(tags: readonly Tag[]): string {
  const found = tags.filter(
    ({ name, attributes }) => name === "Relationship" && kindOfLink(attributes) === "officedocument",
  );
  return found.length === 1 ? (found[0]?.attributes.get("Target") ?? "").replace(/^\.?\//, "") : "";
}

/** The content type of each part: its own, or that of its ending. */
function contentTypes(lists: ReadonlyMap<string, readonly Tag[]>): (part: string) => string {
  const [own, byEnding] = [new Map<string, string>(), new Map<string, string>()];
  for (const { name, attributes } of lists.get(contentTypesName) ?? []) {
    const type = (attributes.get("ContentType") ?? "").trim();
    if (name === "Override") own.set((attributes.get("PartName") ?? "").replace(/^\//, "").toLowerCase(), type);
    if (name === "Default") byEnding.set((attributes.get("Extension") ?? "").toLowerCase(), type);
  }
  return (part) =>
    own.get(part.toLowerCase()) ?? byEnding.get(/\.([^./]*)$/.exec(part)?.[1]?.toLowerCase() ?? "") ?? "";
}
