/** Where the keys of a sheet lead, read from what stands on the page: its order and its tables are the page's own. */

type Cell = HTMLInputElement;

function cellsIn(root: Element): readonly Cell[] {
  return [...root.querySelectorAll<Cell>("input[data-cell]")];
}

export function isCell(target: EventTarget | null): target is Cell {
  return target instanceof HTMLInputElement && target.dataset.cell !== undefined;
}

/** Cells that are asked: not those that follow from others. */
function isAsked(cell: Cell): boolean {
  return cell.tabIndex >= 0 && !cell.disabled && cell.getClientRects().length > 0;
}

/** The next cell that is asked (`step` 1) or the one before (−1), or null at the end. */
export function askedBeside(root: Element, from: Cell, step: 1 | -1): Cell | null {
  const cells = cellsIn(root);
  for (let place = cells.indexOf(from) + step; place >= 0 && place < cells.length; place += step) {
    const cell = cells[place];
    if (cell !== undefined && isAsked(cell)) return cell;
  }
  return null;
}

/** The first cell that is asked and has nothing in it; null when there is none. */
export function firstBlank(root: Element): Cell | null {
  return cellsIn(root).find((cell) => cell.value.trim() === "" && isAsked(cell)) ?? null;
}

export type Direction = "up" | "down" | "left" | "right";

/** The cell beside this one in its table; up and down lead on to the neighbouring table. Null at the edge. */
export function neighbour(root: Element, from: Cell, direction: Direction): Cell | null {
  const here = from.closest("td");
  const table = from.closest("table");
  if (here !== null && table !== null) {
    if (direction === "left" || direction === "right") {
      const step = direction === "left" ? -1 : 1;
      const row = here.parentElement as HTMLTableRowElement;
      for (let column = here.cellIndex + step; column >= 0 && column < row.cells.length; column += step) {
        const cell = row.cells[column]?.querySelector<Cell>("input[data-cell]");
        if (cell) return cell;
      }
      return null;
    }
    const step = direction === "up" ? -1 : 1;
    const rows = [...table.rows];
    const start = rows.indexOf(here.parentElement as HTMLTableRowElement);
    for (let place = start + step; place >= 0 && place < rows.length; place += step) {
      const cell = rows[place]?.cells[here.cellIndex]?.querySelector<Cell>("input[data-cell]");
      if (cell) return cell;
    }
  }
  if (direction === "left" || direction === "right") return null;
  const cells = cellsIn(root);
  const step = direction === "up" ? -1 : 1;
  const isOutside = (cell: Cell) => table === null || !table.contains(cell);
  for (let place = cells.indexOf(from) + step; place >= 0 && place < cells.length; place += step) {
    const cell = cells[place];
    if (cell !== undefined && isOutside(cell)) return cell;
  }
  return null;
}

/** First or last cell of the row, or of the column where the table has only one; `whole`: of the answer. */
export function edge(root: Element, from: Cell, end: "first" | "last", whole: boolean): Cell | null {
  const row = from.closest("tr");
  const inRow = row === null ? [] : cellsIn(row);
  const table = from.closest("table");
  const cells = whole || table === null ? cellsIn(root) : inRow.length > 1 ? inRow : cellsIn(table);
  return (end === "first" ? cells[0] : cells.at(-1)) ?? null;
}

/** As in a spreadsheet: the cell is selected, and typing replaces what it holds. */
export function selectCell(cell: Cell): void {
  cell.focus();
  cell.select();
}

/** Is the cell selected as a whole, so that arrows move through the sheet and not through its text? */
export function isWhole(cell: Cell): boolean {
  return cell.selectionStart === 0 && cell.selectionEnd === cell.value.length;
}

/** Puts the focus into the cell at this place of the answer, or (null) into its first one. */
export function focusPlace(code: string, place: string | null): void {
  const root = document.querySelector(`[data-sheet-of="${CSS.escape(code)}"]`);
  if (root === null) return;
  const cell = cellsIn(root).find((one) => place === null || one.dataset.cell === place);
  if (cell !== undefined) selectCell(cell);
}

/** A rectangle of cells in one table, by row and column of the table. */
export interface Block {
  readonly table: HTMLTableElement;
  readonly cells: readonly (readonly HTMLTableCellElement[])[];
}

/** The block between two cells of the same table; null when they stand in different ones. */
export function blockBetween(one: Cell, other: Cell): Block | null {
  const table = one.closest("table");
  const [from, to] = [one.closest("td"), other.closest("td")];
  if (table === null || from === null || to === null || !table.contains(to)) return null;
  const rows = [...table.rows];
  const at = (cell: HTMLTableCellElement) => rows.indexOf(cell.parentElement as HTMLTableRowElement);
  const [top, bottom] = [Math.min(at(from), at(to)), Math.max(at(from), at(to))];
  const [left, right] = [Math.min(from.cellIndex, to.cellIndex), Math.max(from.cellIndex, to.cellIndex)];
  const cells = rows
    .slice(top, bottom + 1)
    .map((row) =>
      [...row.cells].filter((cell) => cell.cellIndex >= left && cell.cellIndex <= right && holdsFigure(cell)),
    )
    .filter((row) => row.length > 0);
  return { table, cells };
}

function holdsFigure(cell: HTMLTableCellElement): boolean {
  return cell.querySelector("input[data-cell], [data-figure]") !== null;
}

/** The block as text: cells parted by tabs, rows by line breaks, as spreadsheets take them. */
export function blockText({ cells }: Block): string {
  return cells.map((row) => row.map(figureIn).join("\t")).join("\n");
}

function figureIn(cell: HTMLTableCellElement): string {
  const input = cell.querySelector<Cell>("input[data-cell]");
  return input === null ? (cell.querySelector("[data-figure]")?.lastChild?.textContent ?? "") : input.value;
}
