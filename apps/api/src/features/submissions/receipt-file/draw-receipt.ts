import PDFDocument from "pdfkit";
import type { ReceiptDocument } from "./receipt-words.ts";
import { faces, runsOf, type Weight } from "./typeface.ts";

const ink = "#14201f";
const quiet = "#4a5856";
const line = "#9aa6a3";
/** Points. Fits A4 and Letter: laid out for the narrower page and the shorter one. */
const page = { width: 595.28, height: 792, margin: 64 };
const inner = page.width - 2 * page.margin;
const termWidth = 168;
const gap = 16;

interface Style {
  readonly size: number;
  readonly weight?: Weight;
  readonly colour?: string;
}

/**
 * The receipt as a PDF: text, not a picture, with its fonts, tagged for screen readers (PDF/UA) in the language of its words. `madeAt` is the
 * moment of the version, and nothing else in the file depends on when it is made, so the same receipt has always the same bytes.
 */
export function drawReceipt(document: ReceiptDocument, madeAt: Date): Promise<Buffer> {
  // The library knows more than the published types of it.
  const options = {
    size: [page.width, page.height],
    margin: page.margin,
    pdfVersion: "1.7",
    subset: "PDF/UA",
    tagged: true,
    displayTitle: true,
    lang: document.language,
    compress: true,
    font: "",
    info: { Title: `${document.title} ${document.facts[0]?.value ?? ""}`, CreationDate: madeAt, ModDate: madeAt },
  };
  const doc = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions);
  for (const face of Object.values(faces()).flat()) doc.registerFont(face.name, face.bytes);
  const root = doc.struct("Document");
  doc.addStructure(root);

  /** Writes a text at a place, and returns where the next may begin. */
  function write(
    text: string,
    x: number,
    y: number,
    width: number,
    { size, weight = "plain", colour = ink }: Style,
  ): number {
    const runs = runsOf(text, weight);
    doc.fontSize(size).fillColor(colour);
    let place: { x: number; y: number } | null = { x, y };
    for (const [index, run] of runs.entries()) {
      const options = { width, lineGap: size * 0.15, continued: index < runs.length - 1 };
      doc.font(run.font);
      if (place === null) doc.text(run.text, options);
      else doc.text(run.text, place.x, place.y, options);
      place = null;
    }
    return doc.y;
  }
  function tagged(type: "H1" | "H2" | "P", text: string, y: number, style: Style, width = inner): number {
    let next = y;
    root.add(
      doc.struct(type, {}, () => {
        next = write(text, page.margin, y, width, style);
      }),
    );
    return next;
  }
  function rule(y: number, width: number, colour: string): void {
    doc.markContent("Artifact", { type: "Layout" });
    doc
      .moveTo(page.margin, y)
      .lineTo(page.margin + inner, y)
      .lineWidth(width)
      .strokeColor(colour)
      .stroke();
    doc.endMarkedContent();
  }

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
  root.end();

  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    doc.on("data", (part: Buffer) => parts.push(part));
    doc.on("error", reject);
    doc.on("end", () => resolve(Buffer.concat(parts)));
    doc.end();
  });
}
