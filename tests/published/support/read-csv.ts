/** A record, keyed by the names in the head. */
export type CsvRecord = Readonly<Record<string, string>>;

/** Reads RFC 4180: quoted cells may hold the delimiter, quotes (doubled) and line ends. The byte order mark is not a part of the first name. */
export function readCsv(text: string, delimiter = ","): readonly CsvRecord[] {
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${delimiter}\r\n]*))(${delimiter}|\r\n)`, "y");
  const body = text.replace(/^\uFEFF/, "");
  const rows: string[][] = [];
  let row: string[] = [];
  while (cell.lastIndex < body.length) {
    const at = cell.lastIndex;
    const found = cell.exec(body);
    if (!found) throw new Error(`no CSV at ${at}: ${body.slice(at, at + 40)}`);
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    if (found[3] === delimiter) continue;
    rows.push(row);
    row = [];
  }
  const [names = [], ...records] = rows;
  return records.map((cells) => {
    if (cells.length !== names.length) throw new Error(`a record of ${cells.length} cells under ${names.length} names`);
    return Object.fromEntries(names.map((name, index) => [name, cells[index] as string]));
  });
}
