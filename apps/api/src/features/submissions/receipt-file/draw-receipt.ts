import { ink, line, openSheet, quiet } from "#features/shared/pdf-sheet.ts";
import type { ReceiptDocument } from "./receipt-words.ts";

/** Points. Fits A4 and Letter: laid out for the narrower page and the shorter one. */
const page = { width: 595.28, height: 792, margin: 64 };
const inner = page.width - 2 * page.margin;
const termWidth = 168;
const gap = 16;

/** The receipt as a PDF. `madeAt` is the moment of the version, and nothing else in the file depends on when it is made, so the same receipt has always the same bytes. */
export function drawReceipt(document: ReceiptDocument, madeAt: Date): Promise<Buffer> {
  const title = `${document.title} ${document.facts[0]?.value ?? ""}`;
  const { doc, root, write, tagged, rule, bytes } = openSheet({ title, language: document.language, madeAt, ...page });

  let y = tagged(
    "P",
    "Avances · Conferencia Regional sobre Migración · Regional Conference on Migration",
    page.margin,
    {
      size: 9.5,
      colour: quiet,
    },
  );
  y = tagged("H1", document.title, y + 14, { size: 25, weight: "strong" });
  if (document.warning !== null) y = tagged("P", document.warning, y + 8, { size: 11, weight: "strong" });
  y = tagged("P", document.lead, y + 8, { size: 14 }) + 16;

  rule(y, 1.5, ink);
  const table = doc.struct("Table");
  root.add(table);
  for (const { term, value } of document.facts) {
    const top = y + 7;
    let bottom = top;
    const row = doc.struct("TR");
    table.add(row);
    row.add(
      doc.struct("TH", { scope: "Row" } as object, () => {
        bottom = Math.max(bottom, write(term, page.margin, top, termWidth, { size: 10.5, colour: quiet }));
      }),
    );
    row.add(
      doc.struct("TD", {}, () => {
        const x = page.margin + termWidth + gap;
        bottom = Math.max(bottom, write(value, x, top, inner - termWidth - gap, { size: 11.5, weight: "strong" }));
      }),
    );
    row.end();
    y = bottom + 5;
    rule(y, 0.5, line);
  }
  table.end();

  y = tagged("H2", document.hash.term, y + 22, { size: 10.5, colour: quiet });
  // Four groups of eight on a line: two people can compare it aloud.
  const half = Math.ceil(document.hash.groups.length / 2);
  for (const groups of [document.hash.groups.slice(0, half), document.hash.groups.slice(half)])
    y = tagged("P", groups.join("  "), y + 4, { size: 14, weight: "strong" });
  y = tagged("P", document.hash.help, y + 4, { size: 10.5, colour: quiet });
  y = tagged("P", document.page.words, y + 22, { size: 10.5, colour: quiet });
  tagged("P", document.page.address, y + 2, { size: 10.5 });
  return bytes();
}
