import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { type ContentFault, contentFaults, type FileType } from "@avances/domain/network";
import { expect, test } from "vitest";
import {
  contentTypes,
  docxParts,
  goodCsv,
  goodDocx,
  goodXlsx,
  link,
  makePdf,
  objectStream,
  override,
  relationships,
  xlsxParts,
} from "../testing/good-files.ts";
import { type Entry, makeZip } from "../testing/make-zip.ts";
import { inspect } from "./inspect.ts";

const ole = Buffer.from("d0cf11e0a1b11ae1", "hex");
const chart = "word/embeddings/Microsoft_Excel_Sheet1.xlsx";
const docx = (more: Readonly<Record<string, string | Buffer>>) => makeZip(docxParts(more));
const xlsx = (more: Readonly<Record<string, string | Buffer>>) => makeZip(xlsxParts(more));
const linked = (links: string) => docx({ "word/_rels/document.xml.rels": relationships(links) });
const utf16 = (text: string) => Buffer.from(`\ufeff${text.replace("UTF-8", "UTF-16")}`, "utf16le");

const good: readonly (readonly [string, FileType, Buffer])[] = [
  ["a PDF", "pdf", makePdf()],
  ["a PDF with packed lists of objects", "pdf", makePdf({ more: objectStream("5 0 << /Type /Annot /S /URI >>") })],
  ["a PDF that opens at a page", "pdf", makePdf({ catalog: "/OpenAction [3 0 R /Fit]" })],
  ["a PDF with a name that only begins alike", "pdf", makePdf({ catalog: "/LaunchPad 1 /EmbeddedFilesystem 2" })],
  ["a document", "docx", goodDocx()],
  [
    "a document whose parts are not packed",
    "docx",
    makeZip(docxParts().map((entry) => ({ ...entry, isStored: true }))),
  ],
  ["a document with a chart and its table", "docx", docx({ [chart]: goodXlsx() })],
  ["a document whose links are in UTF-16", "docx", docx({ "word/_rels/a.xml.rels": utf16(relationships("")) })],
  ["a workbook", "xlsx", goodXlsx()],
  [
    "a workbook with settings of a printer",
    "xlsx",
    xlsx({ "xl/printerSettings/printerSettings1.bin": "\u0000P\u0000r" }),
  ],
  ["a table in UTF-8", "csv", goodCsv()],
  ["a table in Windows-1252", "csv", Buffer.from("pa\xeds;a\xf1o\r\nPanam\xe1;\x80 17\r\n", "latin1")],
  ["a table that compares", "csv", Buffer.from("x,y\na<b,1\n")],
];

test.each(good)("%s is taken", async (_what, type, content) => {
  expect(await inspect(content, type)).toBe(null);
});

const html = Buffer.from("<!doctype html><script>alert(1)</script>");
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
/** One entry over and over: each line of the directory points to the same bytes. */
const overlapping = () => {
  const [first, ...rest] = docxParts();
  const same: Entry[] = Array.from({ length: 50 }, () => ({ ...(first as Entry), says: { from: 0 } }));
  return makeZip([...same, ...rest]);
};

/** Four tables, each within the limits. */
const tablesOf = (bytes: number) => {
  const table = xlsx({ "xl/a.xml": randomBytes(320_000), "xl/b.xml": Buffer.alloc(bytes) });
  return docx(Object.fromEntries([1, 2, 3, 4].map((number) => [`word/embeddings/${number}.xlsx`, table])));
};

const bad: readonly (readonly [string, FileType, Buffer, ContentFault])[] = [
  ...(["pdf", "docx", "xlsx"] as const).flatMap((type) => [
    [`0 bytes as ${type}`, type, Buffer.alloc(0), "not_what_it_says"] as const,
    [`a page as ${type}`, type, html, "not_what_it_says"] as const,
    [`a drawing as ${type}`, type, svg, "not_what_it_says"] as const,
    [`an older document as ${type}`, type, ole, "not_what_it_says"] as const,
    [`a table as ${type}`, type, goodCsv(), "not_what_it_says"] as const,
    [`another archive as ${type}`, type, gzipSync("a"), "not_what_it_says"] as const,
  ]),
  ["a document as pdf", "pdf", goodDocx(), "not_what_it_says"],
  ["a PDF as docx", "docx", makePdf(), "not_what_it_says"],
  ["a workbook as docx", "docx", goodXlsx(), "not_what_it_says"],
  ["a document as xlsx", "xlsx", goodDocx(), "not_what_it_says"],
  ["any archive as docx", "docx", makeZip([{ name: "a.txt", content: "a" }]), "not_what_it_says"],
  [
    "a document whose main part is not there",
    "docx",
    makeZip(docxParts().filter(({ name }) => name !== "word/document.xml")),
    "not_what_it_says",
  ],

  ["a page as csv", "csv", html, "not_what_it_says"],
  ["a page after a mark and space as csv", "csv", Buffer.from("\ufeff \r\n<html>"), "not_what_it_says"],
  ["a page after a line as csv", "csv", Buffer.from("a,b\n<script>alert(1)</script>"), "not_what_it_says"],
  ["a drawing as csv", "csv", svg, "not_what_it_says"],
  ["a PDF as csv", "csv", makePdf({ more: "\u0000" }), "not_what_it_says"],
  ["a document as csv", "csv", goodDocx(), "not_what_it_says"],
  ["a table in UTF-16", "csv", utf16("a;b"), "not_what_it_says"],
  ["a byte that no text has", "csv", Buffer.from("a;\x81\n", "latin1"), "not_what_it_says"],

  ["a PDF cut in the middle", "pdf", makePdf().subarray(0, 200), "unreadable"],
  ["a script in a PDF", "pdf", makePdf({ catalog: "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>" }), "script"],
  ["a script with an escaped name", "pdf", makePdf({ catalog: "/Names << /J#61vaScript 5 0 R >>" }), "script"],
  ["a script under its short name", "pdf", makePdf({ catalog: "/AA << /O << /JS 5 0 R >> >>" }), "script"],
  ["a script in a packed list", "pdf", makePdf({ more: objectStream("5 0 << /S /JavaScript /JS (1) >>") }), "script"],
  ["a short name in a packed list", "pdf", makePdf({ more: objectStream("5 0 << /JS (1) >>") }), "script"],
  [
    "a program that a PDF starts",
    "pdf",
    makePdf({ more: "5 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj\n" }),
    "script",
  ],
  ["a form with scripts of its own", "pdf", makePdf({ catalog: "/AcroForm << /XFA 5 0 R >>" }), "script"],
  ["a file in a PDF", "pdf", makePdf({ catalog: "/Names << /EmbeddedFiles 5 0 R >>" }), "embedded_object"],
  ["a film in a PDF", "pdf", makePdf({ more: "5 0 obj\n<< /Subtype /RichMedia >>\nendobj\n" }), "embedded_object"],
  ["a bomb in a PDF", "pdf", makePdf({ more: objectStream("5 0 ".padEnd(101 * 1024 * 1024)) }), "bomb"],
  [
    "a name across two pieces",
    "pdf",
    makePdf({ more: `${"% ".padEnd(262_144 - 395, ".")}\n<< /Launch 1 >>\n` }),
    "script",
  ],

  ["macros in a document", "docx", docx({ "word/vbaProject.bin": ole }), "macro"],
  ["macros under another name", "docx", linked(link("vbaProject", "a.bin")), "macro"],
  [
    "a document with macros by its type",
    "docx",
    docx({
      "[Content_Types].xml": contentTypes(
        override("word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml"),
      ),
    }),
    "macro",
  ],
  ["macros of the old kind in a workbook", "xlsx", xlsx({ "xl/macrosheets/sheet1.xml": "<a/>" }), "macro"],
  ["macros in the table of a chart", "docx", docx({ [chart]: xlsx({ "xl/vbaProject.bin": ole }) }), "macro"],

  ["an object in a document", "docx", docx({ "word/embeddings/oleObject1.bin": ole }), "embedded_object"],
  ["an object under another name", "docx", docx({ "word/media/image1.png": ole }), "embedded_object"],
  ["a program in a document", "docx", docx({ "word/media/image1.png": "MZ\u0090" }), "embedded_object"],
  ["a PDF in a document", "docx", docx({ "word/embeddings/a.bin": makePdf() }), "embedded_object"],
  ["a control in a workbook", "xlsx", xlsx({ "xl/activeX/activeX1.xml": "<a/>" }), "embedded_object"],
  ["a page that is read in", "docx", linked(link("aFChunk", "a.html")), "embedded_object"],
  ["any archive in a document", "docx", docx({ "word/embeddings/a.zip": goodXlsx() }), "embedded_object"],
  [
    "a document in a table in a document",
    "docx",
    docx({ [chart]: xlsx({ "xl/embeddings/b.docx": goodDocx() }) }),
    "embedded_object",
  ],

  [
    "a template from elsewhere",
    "docx",
    linked(link("attachedTemplate", "https://x.example/t.dotm", "External")),
    "external_link",
  ],
  ["a picture from elsewhere", "docx", linked(link("image", "https://x.example/t.png", "External")), "external_link"],
  ["the same in capitals", "docx", linked(link("image", "https://x.example/t.png", "EXTERNAL")), "external_link"],
  ["the same with a reference", "docx", linked(link("image", "//x.example/t", "&#x45;xternal")), "external_link"],
  ["the same in single quotes", "docx", linked(link("image", "//x", "External").replaceAll('"', "'")), "external_link"],
  ["the same with a prefix", "docx", linked(link("image", "//x", "External").replace("<R", "<p:R")), "external_link"],
  [
    "the same in UTF-16",
    "docx",
    docx({ "word/_rels/a.xml.rels": utf16(relationships(link("image", "//x", "External"))) }),
    "external_link",
  ],
  ["another workbook", "xlsx", xlsx({ "xl/externalLinks/externalLink1.xml": "<a/>" }), "external_link"],
  [
    "a connection to data",
    "xlsx",
    xlsx({ "xl/_rels/workbook.xml.rels": relationships(link("connections", "c.xml")) }),
    "external_link",
  ],

  [
    "more entries than there may be",
    "docx",
    makeZip(Array.from({ length: 2_001 }, (_, each) => ({ name: `a${each}`, content: "" }))),
    "bomb",
  ],
  [
    "a hundred megabytes said",
    "docx",
    makeZip([{ name: "a", content: "a", says: { bytes: 101 * 1024 * 1024 } }]),
    "bomb",
  ],
  ["a thousand times its size", "docx", docx({ "word/a.xml": Buffer.alloc(5_000_000) }), "bomb"],
  [
    "more than the directory says",
    "docx",
    makeZip([...docxParts(), { name: "a", content: Buffer.alloc(90_000), says: { bytes: 10 } }]),
    "bomb",
  ],
  [
    "a list of parts that is endless",
    "docx",
    docx({ "word/_rels/a.rels": Buffer.from(Array.from({ length: 800_000 }, (_, each) => `${each} `).join("")) }),
    "bomb",
  ],

  ["tables of charts that are a bomb together", "docx", tablesOf(30_000_000), "bomb"],

  ["an entry over another", "docx", overlapping(), "unreadable"],
  [
    "fewer bytes than said",
    "docx",
    makeZip([...docxParts(), { name: "a", content: "a", says: { bytes: 2 } }]),
    "unreadable",
  ],
  [
    "a protected entry",
    "docx",
    makeZip([...docxParts(), { name: "a", content: "a", says: { flags: 1 } }]),
    "unreadable",
  ],
  [
    "two names for one entry",
    "docx",
    makeZip([...docxParts(), { name: "a", content: "a", says: { localName: "b" } }]),
    "unreadable",
  ],
  [
    "one name for two entries",
    "docx",
    makeZip([...docxParts(), { name: "WORD/document.xml", content: "a" }]),
    "unreadable",
  ],
  ["something before the first entry", "docx", makeZip(docxParts(), { before: "PK\u0003\u0004" }), "unreadable"],
  ["a comment after the end", "docx", makeZip(docxParts(), { comment: "a" }), "unreadable"],
  ["something after the end", "docx", Buffer.concat([goodDocx(), html]), "unreadable"],
  ["more entries said than there are", "docx", makeZip(docxParts(), { count: 9 }), "unreadable"],
  ["a cut archive", "docx", goodDocx().subarray(0, -30), "unreadable"],
  [
    "an entity of its own",
    "docx",
    docx({ "_rels/.rels": `<!DOCTYPE a [<!ENTITY e "x">]>${relationships("")}` }),
    "unreadable",
  ],
  [
    "an encoding that nobody uses",
    "docx",
    docx({ "_rels/.rels": relationships("").replace("UTF-8", "UTF-7") }),
    "unreadable",
  ],
  ...["../a", "/a", "a/../../b", "C:\\a", "a\\b", "a//b", "./a", "a\u0000b", "a\u202eb", ""].map(
    (name) =>
      [
        `an entry named ${JSON.stringify(name)}`,
        "docx",
        makeZip([...docxParts(), { name, content: "a" }]),
        "unreadable",
      ] as const,
  ),
];

test.each(bad)("%s is refused", async (_what, type, content, why) => {
  expect(await inspect(content, type)).toBe(why);
});

test("every reason for which inspection refuses is met above", () => {
  const elsewhere: readonly ContentFault[] = ["cut_off", "infected"];
  expect(new Set([...bad.map(([, , , why]) => why), ...elsewhere])).toEqual(new Set(contentFaults));
});

test.each(good)("%s with any byte changed or cut off ends in a verdict", async (_what, type, content) => {
  const step = Math.max(1, Math.floor(content.length / 150));
  for (let place = 0; place < content.length; place += step) {
    const changed = Buffer.from(content);
    changed[place] = (changed[place] ?? 0) ^ 0xff;
    for (const each of [changed, content.subarray(0, place)])
      expect([null, ...contentFaults]).toContain(await inspect(each, type));
  }
});
