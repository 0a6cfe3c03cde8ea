import { isSingleLine } from "../text/single-line.ts";
import { isTooLong } from "../text/text-limits.ts";

/** The kinds of files that are taken, by the ending of their names. */
export const fileTypes = ["pdf", "docx", "xlsx", "csv"] as const;
export type FileType = (typeof fileTypes)[number];

export const mediaTypes: Readonly<Record<FileType, string>> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
};

/** A file is announced, then its bytes arrive and are looked at. */
export const fileStates = ["announced", "stored", "refused"] as const;
export type FileState = (typeof fileStates)[number];

const mebibyte = 1024 * 1024;

export const fileLimits = {
  bytes: 10 * mebibyte,
  /** Files that one matter holds. */
  perMatter: 20,
  /** Of one participant in a calendar year. */
  bytesInYear: 100 * mebibyte,
  /** From the announcement to the last byte. */
  hoursToSend: 24,
  /** Characters of a name, with its ending. */
  name: 150,
} as const;

type NameFault = Extract<AnnounceFault, "name" | "extension" | "two_extensions">;

/** The ending of a name in small letters, without the dot; empty = none. */
export function extensionOf(name: string): string {
  return /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

export function fileTypeOf(name: string): FileType | null {
  return fileTypes.find((type) => type === extensionOf(name)) ?? null;
}

/** Names of devices, which some systems open in the place of a file; and what paths, drives and shells read as more than a name. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$|clock\$)(?:\.|$)/i;
const special = /[\\/:*?"<>|]/;

/** Endings of programs, pages and archives: as the last but one they hide what a file is ("report.exe.pdf"). */
const hiding =
  /\.(?:exe|com|bat|cmd|scr|pif|msi|dll|jar|js|mjs|vbs|vbe|wsf|ps1|sh|lnk|hta|htm|html|xhtml|svg|xml|php|asp|aspx|jsp|zip|rar|7z|gz|iso|docm|xlsm|xls|doc|rtf|pdf|docx|xlsx|csv)$/i;

/** What is wrong with the name of a file; null = nothing. A name is shown and sent along, never used as a path. */
export function nameFault(name: string): NameFault | null {
  const isName =
    isSingleLine(name) &&
    name.trim() === name &&
    !isTooLong(name, fileLimits.name) &&
    !special.test(name) &&
    !device.test(name) &&
    /^[^.]/.test(name);
  if (!isName) return "name";
  if (hiding.test(name.replace(/\.[^.]*$/, ""))) return "two_extensions";
  return fileTypeOf(name) === null ? "extension" : null;
}

/** Why a file is not taken already when it is announced. */
export const announceFaults = ["name", "extension", "two_extensions", "empty", "too_large"] as const;
export type AnnounceFault = (typeof announceFaults)[number];

/** What is wrong with a file as its name and its size say; null = nothing. */
export function announceFault({
  name,
  bytes,
}: {
  readonly name: string;
  readonly bytes: number;
}): AnnounceFault | null {
  const fault = nameFault(name);
  if (fault !== null) return fault;
  if (bytes === 0) return "empty";
  return bytes > fileLimits.bytes ? "too_large" : null;
}

/**
 * Why the bytes of a file are not taken. `cut_off`: fewer or more came than were announced. `unreadable`: the file is broken, or built so
 * that programs read different things in it.
 */
export const contentFaults = [
  "cut_off",
  "not_what_it_says",
  "unreadable",
  "bomb",
  "macro",
  "script",
  "embedded_object",
  "external_link",
  "infected",
] as const;
export type ContentFault = (typeof contentFaults)[number];

/** Why a file is refused for good. `not_sent`: it was announced, and its bytes did not come within a day. */
export const fileRefusals = [...contentFaults, "not_sent"] as const;
export type FileRefusal = (typeof fileRefusals)[number];
