import type { Language } from "@avances/domain/catalogue";
import { type CalendarDate, localClock } from "@avances/domain/round";
import { byteOrderMark, type Cell as CsvCell, csvForms, csvLine } from "./csv-form.ts";
import { forPrint } from "./workbook-print.ts";

/** Words, a number, a day, a moment as the clocks of its place showed it, or nothing. */
export type TableCell =
  | string
  | number
  | { readonly day: CalendarDate }
  | { readonly moment: Date; readonly timeZone: string }
  | null;

/** A table as a file: what is written above it, its columns, its lines, and what is said below it. */
export interface Table {
  /** Name of the sheet; cut to what a workbook allows. */
  readonly name: string;
  readonly title: string;
  /** Short lines between title and head: of whom, when made, in which zone. */
  readonly above?: readonly string[];
  /** Head, and width in characters. */
  readonly columns: readonly { readonly head: string; readonly width: number }[];
  /** As many cells a line as there are columns. */
  readonly lines: readonly (readonly TableCell[])[];
  readonly below?: readonly string[];
}

/**
 * The tables as a workbook, a sheet each. Days and moments are dates, so that they can be sorted; words are words and are never run as a
 * formula, whatever they begin with. How it prints: `forPrint`. The library is loaded when the first workbook is asked for.
 */
export async function workbook(tables: readonly Table[]): Promise<Buffer> {
  const { default: writeWorkbook } = await import("write-excel-file/node");
  const sheets = tables.map((table) => {
    const above = [
      { value: table.title, type: String, fontWeight: "bold" as const, fontSize: 14 },
      ...plain(table.above),
    ];
    const head = table.columns.map((column) => ({ value: clean(column.head), type: String, ...headStyle }));
    return {
      sheet: sheetName(table.name),
      data: [
        ...above.map((cell) => [cell]),
        head,
        ...table.lines.map((line) => line.map(sheetCell)),
        ...(table.below?.length ? [[], ...plain(table.below).map((cell) => [cell])] : []),
      ],
      columns: table.columns.map(({ width }) => ({ width })),
      stickyRowsCount: above.length + 1,
      stickyColumnsCount: 1,
      orientation: "landscape" as const,
    };
  });
  const printed = tables.map(({ name, above = [], columns }) => ({
    ...{ name: sheetName(name), headRow: above.length + 2, width: columns.reduce((sum, { width }) => sum + width, 0) },
  }));
  const features = [forPrint(printed)];
  return await writeWorkbook(sheets, { fontFamily: "Calibri", fontSize: 11, features }).toBuffer();
}

/** One table as CSV for a spreadsheet of this language; without what stands above and below, so that the first line is the head. */
export function csvFile({ columns, lines }: Table, language: Language): Buffer {
  const form = csvForms[language];
  const all = [columns.map(({ head }) => head), ...lines.map((line) => line.map(textCell))];
  return Buffer.from(byteOrderMark + all.map((line) => csvLine(line, form)).join(""), "utf8");
}

const headStyle = { fontWeight: "bold", wrap: true, alignVertical: "top", bottomBorderStyle: "thin" } as const;

function plain(lines: readonly string[] = []) {
  return lines.map((line) => ({ value: clean(line), type: String }));
}

function sheetCell(cell: TableCell) {
  if (cell === null) return null;
  if (typeof cell === "number") return { value: cell, type: Number, alignVertical: "top" as const };
  if (typeof cell === "string")
    return { value: fitting(clean(cell)), type: String, wrap: true, alignVertical: "top" as const };
  if ("day" in cell) return dateCell(cell.day, "yyyy-mm-dd");
  return dateCell(localClock(cell.moment, cell.timeZone), "yyyy-mm-dd hh:mm");
}

/** A workbook knows no zones: its dates are what stands on the clock. */
function dateCell(text: string, format: string) {
  return {
    value: new Date(text.length === 10 ? text : `${text.replace(" ", "T")}Z`),
    type: Date,
    format,
    // On the right a day would touch the words of the next column.
    align: "left" as const,
    alignVertical: "top" as const,
  };
}

function textCell(cell: TableCell): CsvCell {
  if (cell === null) return "";
  if (typeof cell === "number") return { number: String(cell) };
  if (typeof cell === "string") return clean(cell);
  return "day" in cell ? cell.day : localClock(cell.moment, cell.timeZone);
}

/** Units of UTF-16 that a cell of a workbook holds. A long text in signs that take two of them, such as emoji, has more. */
const longest = 32_767;

/** A text that does not fit is cut between two characters, and shows it. The file as CSV has it whole. */
function fitting(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** Without the characters that neither file can carry. Line ends and tabs stay. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "");
}

function sheetName(name: string): string {
  return name
    .replace(/[[\]/\\:*?]/g, " ")
    .slice(0, 31)
    .trim();
}
