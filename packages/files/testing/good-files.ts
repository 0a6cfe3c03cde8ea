import { deflateSync } from "node:zlib";
import { type Entry, makeZip } from "./make-zip.ts";

const xml = (content: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`;
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const main = "application/vnd.openxmlformats-officedocument";

export const relationships = (links: string) =>
  xml(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links}</Relationships>`);

/** A link from one part to another, or to something outside. */
export const link = (kind: string, target: string, mode = "") =>
  `<Relationship Id="r${kind}" Type="${office}/${kind}" Target="${target}"${mode && ` TargetMode="${mode}"`}/>`;

export const contentTypes = (overrides: string) =>
  xml(
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/>${overrides}</Types>`,
  );

export const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${type}"/>`;

/** The parts of a document of Word that opens without repair. `more`: further parts, or others in the place of these. */
export function docxParts(more: Readonly<Record<string, string | Buffer>> = {}): Entry[] {
  return entries({
    "[Content_Types].xml": contentTypes(override("word/document.xml", `${main}.wordprocessingml.document.main+xml`)),
    "_rels/.rels": relationships(link("officeDocument", "word/document.xml")),
    "word/document.xml": xml(
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Avances desde la última reunión</w:t></w:r></w:p></w:body></w:document>',
    ),
    "word/_rels/document.xml.rels": relationships(link("hyperlink", "https://example.org/", "External")),
    ...more,
  });
}

/** The parts of a workbook of Excel that opens without repair. */
export function xlsxParts(more: Readonly<Record<string, string | Buffer>> = {}): Entry[] {
  return entries({
    "[Content_Types].xml": contentTypes(
      override("xl/workbook.xml", `${main}.spreadsheetml.sheet.main+xml`) +
        override("xl/worksheets/sheet1.xml", `${main}.spreadsheetml.worksheet+xml`),
    ),
    "_rels/.rels": relationships(link("officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": xml(
      `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><sheets><sheet name="Datos" sheetId="1" r:id="rworksheet"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": relationships(link("worksheet", "worksheets/sheet1.xml")),
    "xl/worksheets/sheet1.xml": xml(
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>17</v></c></row></sheetData></worksheet>',
    ),
    ...more,
  });
}

function entries(parts: Readonly<Record<string, string | Buffer>>): Entry[] {
  return Object.entries(parts).map(([name, content]) => ({ name, content }));
}

export const goodDocx = () => makeZip(docxParts());
export const goodXlsx = () => makeZip(xlsxParts());

/** A PDF of one page. `more`: objects after it; `catalog`: what its first object says besides. */
export function makePdf({ catalog = "", more = "" } = {}): Buffer {
  const objects = [
    `1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj\n`,
    "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n",
    "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>\nendobj\n",
    `4 0 obj\n<< /Length 2 >>\nstream\nq \nendstream\nendobj\n${more}`,
  ];
  const head = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
  let text = head;
  const places: number[] = [];
  for (const object of objects) {
    places.push(text.length);
    text += object;
  }
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const start = text.length;
  text += `xref\n0 5\n0000000000 65535 f \n${table}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

/** A packed list of objects, as PDFs since 1.5 have them. */
export function objectStream(objects: string): string {
  const packed = deflateSync(Buffer.from(objects, "latin1")).toString("latin1");
  return `9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream\nendobj\n`;
}

export const goodCsv = () => Buffer.from("\ufeffpaís;víctimas identificadas\r\nCosta Rica;17\r\n", "utf8");
