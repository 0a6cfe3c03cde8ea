/** The rows of a CSV file, each with the number of the line on which it begins (1 = the first). Rows without any text are left out. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const delimiters = [";", ",", "\t"] as const;

/**
 * Reads what spreadsheets write: with or without byte order mark, delimited by the semicolon of most regions, by comma or by tab (whichever the head
 * has most of outside quotes), quoted as in RFC 4180, with any line end, and with the line `sep=;` that some write first. The apostrophe that a
 * file puts before words that look like a formula is taken off. Nothing is refused: an open quote ends with the text.
 */
export function readCsv(text: string): readonly CsvRow[] {
  const plain = text.replace(/^\ufeff/, "");
  const named = /^sep=(.)\r?\n/i.exec(plain);
  const delimiter = named?.[1] ?? delimiterOf(plain);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  let line = named === null ? 1 : 2;
  let begins = line;
  const endCell = () => {
    cells.push(/^'\s*[=+\-@＝＋－＠\t\r]/.test(cell) ? cell.slice(1) : cell);
    cell = "";
  };
  const endRow = () => {
    endCell();
    if (cells.some((one) => one.trim() !== "")) rows.push({ line: begins, cells });
    cells = [];
  };
  for (let at = named?.[0].length ?? 0; at < plain.length; at += 1) {
    const sign = plain.charAt(at);
    const isEnd = sign === "\n" || (sign === "\r" && plain.charAt(at + 1) !== "\n");
    if (isEnd) line += 1;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (plain.charAt(at + 1) === '"') {
        cell += sign;
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell === "") isQuoted = true;
    else if (sign === delimiter) endCell();
    else if (isEnd) {
      endRow();
      begins = line;
    } else if (sign !== "\r") cell += sign;
  }
  endRow();
  return rows;
}

function delimiterOf(text: string): string {
  const head = (/^[^\r\n]*/.exec(text)?.[0] ?? "").replace(/"[^"]*"/g, "");
  const counts = delimiters.map((one) => head.split(one).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ",";
}
