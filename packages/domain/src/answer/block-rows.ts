/** One cell of a block, as its source shows it. */
export interface BlockCell {
  readonly text: string;
  /** The number that the source itself says it holds; null when it says none. */
  readonly exact: number | null;
}

export type BlockRows = readonly (readonly BlockCell[])[];

/** More than this many cells is not a block of one answer. */
const largestBlock = 5_000;

/** One figure at most, which is pasted as text, as everywhere; a block; or more than an answer ever holds. */
export type BlockSize = "single" | "block" | "too-large";

/** The rows of a text in which tabs part cells, as spreadsheets write it: a cell with line breaks or quotes is quoted. */
export function tabbedRows(text: string): BlockRows {
  const rows: BlockCell[][] = [];
  let row: BlockCell[] = [];
  let cell = "";
  let isQuoted = false;
  const endCell = () => {
    row.push({ text: cell.trim(), exact: null });
    cell = "";
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell === "") isQuoted = true;
    else if (sign === "\t") endCell();
    else if (sign === "\n") endRow();
    else if (sign !== "\r") cell += sign;
    else if (text[at + 1] !== "\n") endRow();
  }
  if (cell !== "" || row.length > 0) endRow();
  return rows;
}

export function blockSize(rows: BlockRows): BlockSize {
  let filled = 0;
  let all = 0;
  for (const row of rows) {
    all += row.length;
    for (const { text } of row) if (text !== "") filled += 1;
  }
  if (filled < 2) return "single";
  return all > largestBlock ? "too-large" : "block";
}
