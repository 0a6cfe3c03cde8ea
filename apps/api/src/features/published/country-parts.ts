import type { Catalogue } from "@avances/domain/catalogue";
import { indexRows } from "./index-rows.ts";
import type { MatrixCell, Scored } from "./public-report.ts";

/** Names of the parts of an edition. */
export const partKeys = {
  /** Words and weights; see `Definitions`. */
  definitions: "definitions",
  /** Countries, rounds, and the round that stands for the region. */
  frame: "frame",
  /** Who reported when, and the form in which each report is public. */
  reports: (iso3: string) => `reports/${iso3}`,
  /** Scores and progress. */
  index: (iso3: string) => `index/${iso3}`,
  /** Beside what something is said: how many voices and documents each place has. */
  voices: "voices",
  /** The voices of a place (`indicators/TIP-PRV-04`) and the documents about it, the latest first. */
  voicesOf: (place: string) => `voices/${place}`,
  /** One contribution or recommendation, with what was answered to it. */
  voice: (id: string) => `voice/${id}`,
  /** The documents that are shown to everybody, the latest first. */
  documents: "documents",
  document: (id: string) => `document/${id}`,
  /** Where the bytes of a file are that something public holds. */
  file: (id: string) => `file/${id}`,
} as const;

/** Is it the part of one voice, or of one document? */
export const isVoice = (key: string): boolean => key.startsWith("voice/") || key.startsWith("document/");

/** One round of a country: its cell in the table of who reported when, and the form in which its report is public. */
export interface ReportPart {
  readonly cell: MatrixCell;
  readonly form: number | null;
}

/** Who reported when in one country: its rounds, oldest first. */
export function reportsText(reports: readonly ReportPart[]): string {
  return JSON.stringify(reports);
}

/** What is computed from a country's scores in all its rounds, as text: rows separated by commas. */
export function indexText(catalogue: Catalogue, reports: readonly Scored[]): string {
  return indexRows(catalogue, reports)
    .map((row) => JSON.stringify(row))
    .join(",");
}
