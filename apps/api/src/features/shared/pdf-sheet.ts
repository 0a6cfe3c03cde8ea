import type { Language } from "@avances/domain/catalogue";
import PDFDocument from "pdfkit";
import { faces, runsOf, type Weight } from "./typeface.ts";

export const ink = "#14201f";
export const quiet = "#4a5856";
export const line = "#9aa6a3";

export interface Style {
  readonly size: number;
  readonly weight?: Weight;
  readonly colour?: string;
}

interface SheetOptions {
  readonly title: string;
  readonly language: Language;
  /** The only time in the file. */
  readonly madeAt: Date;
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly margin: number;
}

export type Sheet = ReturnType<typeof openSheet>;

/** A PDF of text in embedded fonts, tagged for screen readers (PDF/UA) in the language of its words. What is drawn is given to `root`. */
export function openSheet({ title, language, madeAt, width, height, margin }: SheetOptions) {
  // The library knows more than the published types of it.
  const options = {
    size: [width, height],
    margin,
    pdfVersion: "1.7",
    subset: "PDF/UA",
    tagged: true,
    displayTitle: true,
    lang: language,
    // All pages stay open to the end, so that each can say how many there are.
    bufferPages: true,
    compress: true,
    font: "",
    info: { Title: title, CreationDate: madeAt, ModDate: madeAt },
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
    within: number,
    { size, weight = "plain", colour = ink }: Style,
  ): number {
    const runs = runsOf(text, weight);
    doc.fontSize(size).fillColor(colour);
    let place: { x: number; y: number } | null = { x, y };
    for (const [index, run] of runs.entries()) {
      const options = { width: within, lineGap: size * 0.15, continued: index < runs.length - 1 };
      doc.font(run.font);
      if (place === null) doc.text(run.text, options);
      else doc.text(run.text, place.x, place.y, options);
      place = null;
    }
    return doc.y;
  }

  /** How high a text is in this width. */
  function heightOf(text: string, within: number, { size, weight = "plain" }: Style): number {
    const [run] = runsOf(text, weight);
    doc.fontSize(size).font(run?.font ?? "");
    return doc.heightOfString(text, { width: within, lineGap: size * 0.15 });
  }

  /** A heading or paragraph over the whole width. */
  function tagged(type: "H1" | "H2" | "H3" | "P", text: string, y: number, style: Style): number {
    let next = y;
    root.add(
      doc.struct(type, {}, () => {
        next = write(text, margin, y, width - 2 * margin, style);
      }),
    );
    return next;
  }

  /** A line over the whole width that says nothing. */
  function rule(y: number, thickness: number, colour: string): void {
    doc.markContent("Artifact", { type: "Layout" });
    doc
      .moveTo(margin, y)
      .lineTo(width - margin, y)
      .lineWidth(thickness)
      .strokeColor(colour)
      .stroke();
    doc.endMarkedContent();
  }

  /** "2 / 5" below each page of several, so that loose sheets can be put together; not part of what is read. */
  function numberPages(): void {
    const { start, count } = doc.bufferedPageRange();
    if (count < 2) return;
    for (let place = 0; place < count; place += 1) {
      doc.switchToPage(start + place);
      const text = `${place + 1} / ${count}`;
      const [run] = runsOf(text, "plain");
      doc.markContent("Artifact", { type: "Pagination" });
      doc
        .font(run?.font ?? "")
        .fontSize(8.5)
        .fillColor(quiet);
      // Not broken into lines: below the margin that would begin another page.
      doc.text(text, width / 2 - doc.widthOfString(text) / 2, height - 40, { lineBreak: false });
      doc.endMarkedContent();
    }
  }

  /** Ends the file. */
  function bytes(): Promise<Buffer> {
    numberPages();
    root.end();
    return new Promise((resolve, reject) => {
      const parts: Buffer[] = [];
      doc.on("data", (part: Buffer) => parts.push(part));
      doc.on("error", reject);
      doc.on("end", () => resolve(Buffer.concat(parts)));
      doc.end();
    });
  }

  return { doc, root, write, heightOf, tagged, rule, bytes };
}
