import { type BlockCell, type BlockRows, blockSize, tabbedRows } from "@avances/domain/answer";

/**
 * The rows of a block on the clipboard; null when it holds no block (one figure, or no table), so that the browser pastes as usual; "too-large" when it
 * holds more cells than an answer ever has, a whole workbook perhaps, which no field would be the better for.
 * Spreadsheets and web pages put a table there as HTML; the plain text is read only when there is none, because it does not say where a
 * merged cell ends.
 */
export function clipboardRows(data: Pick<DataTransfer, "getData">): BlockRows | "too-large" | null {
  const html = data.getData("text/html");
  const fromTable = html === "" ? null : tableRows(html);
  const rows = fromTable ?? tabbedRows(data.getData("text/plain"));
  const size = blockSize(rows);
  return size === "block" ? rows : size === "single" ? null : size;
}

/** The rows of the tables in this HTML; null when there is none. A merged cell is followed by empty ones. */
function tableRows(html: string): readonly (readonly BlockCell[])[] | null {
  // A parsed document runs no script and loads nothing.
  const page = new DOMParser().parseFromString(html, "text/html");
  const tables = [...page.querySelectorAll("table")].filter((table) => table.parentElement?.closest("table") == null);
  if (tables.length === 0) return null;
  return tables.flatMap((table, place) => [...(place === 0 ? [] : [[]]), ...rowsOf(table)]);
}

/** More columns or rows than any sheet of figures has: a span beyond them is a fault of the page that it came from. */
const longestSpan = 200;

function rowsOf(table: HTMLTableElement): BlockCell[][] {
  const rows: BlockCell[][] = [];
  /** Columns still covered by a cell of an earlier row, by column. */
  const covered = new Map<number, number>();
  for (const row of table.rows) {
    const cells: BlockCell[] = [];
    const skipCovered = () => {
      for (let left = covered.get(cells.length) ?? 0; left > 0; left = covered.get(cells.length) ?? 0) {
        covered.set(cells.length, left - 1);
        cells.push(blank);
      }
    };
    for (const cell of row.cells) {
      skipCovered();
      const width = Math.min(Math.max(cell.colSpan, 1), longestSpan);
      for (let column = 0; column < width; column += 1) {
        if (cell.rowSpan > 1) covered.set(cells.length, Math.min(cell.rowSpan, longestSpan) - 1);
        cells.push(column === 0 ? { text: textIn(cell), exact: exactIn(cell) } : blank);
      }
    }
    skipCovered();
    rows.push(cells);
  }
  return rows;
}

const blank: BlockCell = { text: "", exact: null };

function textIn(cell: Element): string {
  // In HTML a line break of the source is a space; a cell with real lines is no figure anyway.
  return (cell.textContent ?? "").replaceAll(/[\s\u00a0]+/g, " ").trim();
}

/** The number that the spreadsheet itself writes beside the text it shows (LibreOffice `sdval`, older Excel `x:num`); null when it writes none. */
function exactIn(cell: Element): number | null {
  const written = cell.getAttribute("sdval") ?? cell.getAttribute("x:num");
  if (written === null || written.trim() === "") return null;
  const number = Number(written);
  return Number.isFinite(number) ? number : null;
}
