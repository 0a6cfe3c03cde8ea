import { columnsOf, neededColumns, type PeopleColumn, peopleColumns } from "@avances/domain/access";
import { readCsv } from "@avances/domain/text";
import type { RowOfFile } from "./people-queries.ts";

/** As many as the portal judges at once. */
const rowsAtMost = 500;
/** Longer cells have a fault anyway; so much of them is sent. */
const cellLength = 400;
export const fileBytesAtMost = 1_000_000;

export type ReadFile =
  | { readonly kind: "rows"; readonly rows: readonly RowOfFile[]; readonly unread: readonly string[] }
  | { readonly kind: "too_large" | "too_many" | "empty" }
  /** Heads that a file of people must have. */
  | { readonly kind: "heads"; readonly missing: readonly PeopleColumn[] };

/** The text of a file: UTF-8 or, where it is none, what Excel of a Western region writes as plain "CSV". */
export function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The rows of a file under the heads that the portal knows; `unread`: heads that it does not. */
export function rowsOf(text: string): ReadFile {
  const [head, ...lines] = readCsv(text);
  if (head === undefined) return { kind: "empty" };
  const columns = columnsOf(head.cells);
  const missing = neededColumns.filter((column) => !columns.includes(column));
  if (missing.length > 0) return { kind: "heads", missing };
  if (lines.length === 0) return { kind: "empty" };
  if (lines.length > rowsAtMost) return { kind: "too_many" };
  const rows = lines.map(({ line, cells }): RowOfFile => {
    const cellOf = (column: PeopleColumn) => sendable(cells[columns.indexOf(column)] ?? "");
    const texts = Object.fromEntries(peopleColumns.map((column) => [column, cellOf(column)]));
    return { line, ...(texts as Record<PeopleColumn, string>) };
  });
  const unread = head.cells.filter((cell, at) => columns[at] === null && cell.trim() !== "");
  return { kind: "rows", rows, unread };
}

function sendable(cell: string): string {
  return [...cell.replaceAll("\u0000", "").toWellFormed()].slice(0, cellLength).join("");
}
