import { ink, line, openSheet, quiet } from "#features/shared/pdf-sheet.ts";
import type { HandoverDocument, HandoverPart, HandoverRow } from "./handover-words.ts";

/** Points. Fits A4 and Letter: laid out for the narrower page and the shorter one. */
const page = { width: 595.28, height: 792, margin: 56 };
const inner = page.width - 2 * page.margin;
const termWidth = 160;
const gap = 14;
const valueWidth = inner - termWidth - gap;
const term = { size: 9.5, colour: quiet } as const;
const value = { size: 10 } as const;
const small = { size: 9.5, colour: quiet } as const;

/** The brief as a PDF; a long one goes on to the next sheet, and no row is torn apart. */
export function drawHandover(document: HandoverDocument, madeAt: Date): Promise<Buffer> {
  const title = `${document.title}: ${document.lead}`;
  const { doc, root, write, heightOf, tagged, rule, bytes } = openSheet({
    ...{ title, language: document.language, madeAt },
    ...page,
  });
  /** The place for something this high, on a new sheet where this one is full. */
  const roomFor = (height: number, top: number): number => {
    if (top + height <= page.height - page.margin) return top;
    doc.addPage({ size: [page.width, page.height], margin: page.margin });
    // What the sheet belongs to is said again for the eye; a screen reader reads on.
    doc.markContent("Artifact", { type: "Pagination" });
    const next = write(title, page.margin, page.margin - 16, inner, { size: 8.5, colour: quiet });
    doc.endMarkedContent();
    return next + 12;
  };
  const heightOfRow = (row: HandoverRow) =>
    Math.max(heightOf(row.term, termWidth, term), heightOf(row.value, valueWidth, value)) + 9;

  function drawRows(rows: readonly HandoverRow[], from: number): number {
    let y = from;
    if (rows.length === 0) return y;
    const table = doc.struct("Table");
    root.add(table);
    for (const one of rows) {
      y = roomFor(heightOfRow(one), y);
      const top = y + 4;
      let bottom = top;
      const row = doc.struct("TR");
      table.add(row);
      row.add(
        doc.struct("TH", { scope: "Row" } as object, () => {
          bottom = Math.max(bottom, write(one.term, page.margin, top, termWidth, term));
        }),
      );
      row.add(
        doc.struct("TD", {}, () => {
          bottom = Math.max(bottom, write(one.value, page.margin + termWidth + gap, top, valueWidth, value));
        }),
      );
      row.end();
      y = bottom + 4;
      rule(y, 0.5, line);
    }
    table.end();
    return y;
  }

  function drawPart(part: HandoverPart, from: number): number {
    const [first] = part.rows;
    const [words = ""] = part.lines;
    // A heading stays with what follows it, however many lines that has.
    const next = first === undefined ? heightOf(words, inner, value) + 9 : heightOfRow(first);
    let y = roomFor(18 + heightOf(part.heading, inner, { size: 12.5, weight: "strong" }) + next, from);
    y = tagged("H2", part.heading, y + 16, { size: 12.5, weight: "strong" }) + 2;
    rule(y, 1, ink);
    y = drawRows(part.rows, y);
    for (const one of part.lines) y = tagged("P", one, roomFor(heightOf(one, inner, value) + 5, y) + 5, value);
    return y;
  }

  let y = tagged(
    "P",
    "Avances · Conferencia Regional sobre Migración · Regional Conference on Migration",
    page.margin,
    small,
  );
  y = tagged("H1", document.title, y + 12, { size: 23, weight: "strong" });
  y = tagged("P", document.lead, y + 4, { size: 13 });
  if (document.warning !== null) y = tagged("P", document.warning, y + 6, { size: 10.5, weight: "strong" });
  y = tagged("P", document.asOf, y + 6, small);
  for (const part of document.parts) y = drawPart(part, y);
  return bytes();
}
