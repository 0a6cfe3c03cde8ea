import { ink, line, openSheet, quiet, type Sheet } from "#features/shared/pdf-sheet.ts";
import { type MeetingDocument, type MeetingRow, shortDate } from "./meeting-words.ts";

/** Points. Fits A4 and Letter on their side: laid out for the narrower page and the shorter one. */
const page = { width: 792, height: 595.28, margin: 40 };
const inner = page.width - 2 * page.margin;
/** Widths of the columns; the earlier rounds share what is left. */
const widths = [112, 176, 76, 76, 84] as const;
const gap = 8;
const size = 9;
/** Of the earlier rounds, whose columns are narrow. */
const smallSize = 8;

interface Column {
  readonly x: number;
  readonly width: number;
  readonly head: string;
}

/** The board as a PDF: one page for the Conference, more where there are more countries; each page has the heads. */
export function drawMeeting(document: MeetingDocument, madeAt: Date): Promise<Buffer> {
  const { title, language, heads, years } = document;
  const sheet = openSheet({ title, language, madeAt, ...page });
  const { doc, root, tagged, rule, bytes } = sheet;
  const columns = columnsOf([heads.country, heads.state, heads.dueOn, heads.receivedOn, heads.asks], years);

  let y = tagged(
    "P",
    "Avances · Conferencia Regional sobre Migración · Regional Conference on Migration",
    page.margin,
    { size: 8.5, colour: quiet },
  );
  y = tagged("H1", title, y + 6, { size: 19, weight: "strong" });
  if (document.warning !== null) y = tagged("P", document.warning, y + 4, { size: 9.5, weight: "strong" });
  y = tagged("P", document.sentence, y + 4, { size: 11.5 });
  y = tagged("P", `${document.asOf} ${document.days}`, y + 4, { size: 8.5, colour: quiet }) + 10;

  const table = doc.struct("Table");
  root.add(table);
  const drawHeads = (top: number): number => {
    rule(top, 1.5, ink);
    const cells = columns.map(({ head }) => head);
    return drawRow(sheet, table, columns, cells, top + 3, true) + 3;
  };
  /** The place for something this high, on a new page where this one is full. */
  const roomFor = (height: number, top: number): number => {
    if (top + height <= page.height - page.margin) return top;
    doc.addPage({ size: [page.width, page.height], margin: page.margin });
    return drawHeads(page.margin);
  };
  y = drawHeads(y);
  for (const { heading, rows } of document.groups) {
    y = roomFor(44, y);
    const style = { size: 11, weight: "strong" } as const;
    const top = y + 8;
    const row = doc.struct("TR");
    table.add(row);
    row.add(
      doc.struct("TH", { scope: "Row" } as object, () => {
        y = sheet.write(heading, page.margin, top, inner, style);
      }),
    );
    row.end();
    y += 3;
    for (const one of rows) {
      const cells = cellsOf(one, language);
      const height = Math.max(
        ...cells.map((cell, place) => sheet.heightOf(cell, columns[place]?.width ?? 0, { size: sizeOf(place) })),
      );
      y = roomFor(height + 8, y);
      rule(y, 0.5, line);
      y = drawRow(sheet, table, columns, cells, y + 3, false) + 2;
    }
  }
  rule(y, 1, ink);
  table.end();
  return bytes();
}

function columnsOf(heads: readonly string[], years: MeetingDocument["years"]): readonly Column[] {
  const taken = widths.reduce((sum, width) => sum + width, 0);
  const each = (inner - taken) / Math.max(1, years.length);
  const all = [
    ...heads.map((head, place) => ({ head, width: widths[place] ?? 0 })),
    ...years.map(({ head }) => ({ head, width: each })),
  ];
  let x = page.margin;
  return all.map(({ head, width }) => {
    const column = { x, head, width: width - gap };
    x += width;
    return column;
  });
}

function cellsOf(row: MeetingRow, language: MeetingDocument["language"]): readonly string[] {
  const day = (date: string | null) => (date === null ? "–" : shortDate(date, language));
  const asked = row.lastAskOn === null ? String(row.asks) : `${row.asks} (${day(row.lastAskOn)})`;
  return [row.country, row.state, day(row.dueOn), day(row.receivedOn), asked, ...row.earlier];
}

function drawRow(
  { doc, write }: Sheet,
  table: PDFKit.PDFStructureElement,
  columns: readonly Column[],
  cells: readonly string[],
  top: number,
  isHead: boolean,
): number {
  let bottom = top;
  const row = doc.struct("TR");
  table.add(row);
  for (const [place, { x, width }] of columns.entries()) {
    const style = isHead
      ? ({ size: 8, colour: quiet, weight: "strong" } as const)
      : ({ size: sizeOf(place), weight: place === 0 ? "strong" : "plain" } as const);
    const draw = () => {
      bottom = Math.max(bottom, write(cells[place] ?? "", x, top, width, style));
    };
    row.add(
      isHead || place === 0
        ? doc.struct("TH", { scope: isHead ? "Column" : "Row" } as object, draw)
        : doc.struct("TD", {}, draw),
    );
  }
  row.end();
  return bottom;
}

function sizeOf(place: number): number {
  return place < widths.length ? size : smallSize;
}
