import { byLanguage, type Language, languageFacts, languages } from "@avances/domain/catalogue";

/** A number as text with a decimal point, or words. Only words can look like a formula or need quotes. */
export type Cell = string | { readonly number: string };

export interface CsvForm {
  readonly delimiter: "," | ";";
  readonly decimal: "." | ",";
  /** Languages of names, units and notes. */
  readonly languages: readonly Language[];
}

/**
 * `plain` is for programs: codes and English names, all ASCII, so that it reads the same in every encoding. The others are for opening by
 * double click in a spreadsheet whose region uses that decimal sign (its language does not tell), and have names in each language.
 */
export const csvForms: Readonly<Record<CsvFormName, CsvForm>> = {
  plain: { delimiter: ",", decimal: ".", languages: ["en"] },
  ...byLanguage((language) => ({ ...languageFacts[language].spreadsheet, languages })),
};
export type CsvFormName = "plain" | Language;

/** Every form begins with it: without it, Excel takes UTF-8 for Windows-1252. */
export const byteOrderMark = "\uFEFF";

/** RFC 4180 quoting; an apostrophe keeps a spreadsheet from running words as a formula. */
export function csvCell(cell: Cell, { delimiter, decimal }: CsvForm): string {
  if (typeof cell !== "string") return decimal === "." ? cell.number : cell.number.replace(".", decimal);
  const safe = /^\s*[=+\-@＝＋－＠\t\r]/.test(cell) ? `'${cell}` : cell;
  const needsQuotes = safe.includes(delimiter) || /["\r\n]/.test(safe);
  return needsQuotes ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvLine(cells: readonly Cell[], form: CsvForm): string {
  return `${cells.map((cell) => csvCell(cell, form)).join(form.delimiter)}\r\n`;
}

/** A number as JavaScript writes it: reading it back gives the same number. */
export function exact(value: number): Cell {
  return { number: String(value) };
}
