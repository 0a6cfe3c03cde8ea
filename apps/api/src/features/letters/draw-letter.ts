import type { Language } from "@avances/domain/catalogue";
import { ink, openSheet, quiet } from "#features/shared/pdf-sheet.ts";

/** What a letter says, in the order of the sheet. */
export interface LetterDocument {
  readonly language: Language;
  readonly title: string;
  /** The organisation and the office that writes. */
  readonly office: readonly [string, string];
  readonly number: string;
  readonly date: string;
  /** That nothing here is real, or that the letter was withdrawn. */
  readonly warnings: readonly string[];
  /** One line each. */
  readonly addressee: readonly string[];
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** Points. Fits A4 and Letter: laid out for the narrower page and the shorter one. */
const page = { width: 595.28, height: 792, margin: 72 };
const inner = page.width - 2 * page.margin;
const body = { size: 11.5 } as const;
/** Between paragraphs. */
const gap = 11;
/** Before whoever signs, for a signature by hand. */
const signatureGap = 54;

/** The letter as a PDF on letterhead; a long one goes on to the next sheet. Nothing in the file depends on when it is made. */
export function drawLetter(document: LetterDocument, madeAt: Date): Promise<Buffer> {
  const { doc, tagged, heightOf, rule, bytes } = openSheet({
    title: document.title,
    language: document.language,
    madeAt,
    ...page,
  });
  /** The place for something this high, on a new sheet where this one is full. */
  const roomFor = (height: number, top: number): number => {
    if (top + height <= page.height - page.margin) return top;
    doc.addPage({ size: [page.width, page.height], margin: page.margin });
    const next = tagged("P", `${document.number}, ${document.date}`, page.margin, { size: 9, colour: quiet });
    return next + gap;
  };

  let y = tagged("P", document.office[0], page.margin - 20, { size: 15, weight: "strong" });
  y = tagged("P", document.office[1], y + 1, { size: 11.5, colour: quiet }) + 8;
  rule(y, 1.5, ink);
  y = tagged("P", document.number, y + 14, { size: 11.5, weight: "strong" });
  y = tagged("P", document.date, y + 2, body);
  for (const warning of document.warnings) y = tagged("P", warning, y + 8, { size: 11, weight: "strong" });
  y += 18;
  for (const [place, line] of document.addressee.entries())
    y = tagged("P", line, y + 1, { ...body, ...(place === 0 && { weight: "strong" as const }) });
  y = tagged("H1", document.subject, y + 20, { size: 12.5, weight: "strong" });
  const last = document.paragraphs.length - 1;
  y += 5;
  for (const [place, paragraph] of document.paragraphs.entries()) {
    const before = place === last ? signatureGap : gap;
    const height = heightOf(paragraph, inner, body);
    // A paragraph longer than a sheet flows on by itself.
    y = height > page.height / 2 ? y : roomFor(before + height, y);
    y = tagged("P", paragraph, y + before, body);
  }
  return bytes();
}
