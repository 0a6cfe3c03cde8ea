import { type Language, languageFacts } from "@avances/domain/catalogue";
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  type IRunOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { strToU8, unzipSync, zipSync } from "fflate";
import { type Block, type FigureBlock, type Paper, type PointBlock, printable, type TableBlock } from "./blocks.ts";
import { pictureOf } from "./picture-of.ts";

/** Twentieths of a point: A4 with margins of 2.5 cm. */
const page = { width: 11_906, height: 16_838, margin: 1_418 };
const inner = page.width - 2 * page.margin;
/** Half points. */
const sizes = { body: 22, small: 18, title: 34, heading: 26 };
const ink = "14201F";
const quiet = "4A5856";
const indent = 567;
const points = "points";
/** A line is as high as its letters and a sixth more, whatever their size. */
const lines = { line: 276, lineRule: LineRuleType.AUTO };

/** A Word document with real headings, one numbering and table heads. It names no author, no company and no other time than the paper's. */
export async function toDocx(paper: Paper): Promise<Buffer> {
  const language = { value: languageFacts[paper.language].dates };
  const pictures = new Map<FigureBlock, Pictured>();
  for (const block of paper.blocks)
    if (block.kind === "figure") pictures.set(block, await pictureOf(block.wide, inner / 20));
  const heading = { run: { font: "Calibri", bold: true, color: ink, size: sizes.heading, language } };
  const document = new Document({
    title: paper.title,
    numbering: {
      config: [
        {
          reference: points,
          levels: [listLevel(0, LevelFormat.DECIMAL, "%1."), listLevel(1, LevelFormat.LOWER_LETTER, "%2)")],
        },
      ],
    },
    styles: {
      default: {
        document: {
          run: { font: "Calibri", size: sizes.body, color: ink, language },
          paragraph: { spacing: { after: 120, ...lines } },
        },
        title: { run: { ...heading.run, size: sizes.title }, paragraph: { spacing: { after: 120, ...lines } } },
        heading1: { ...heading, paragraph: { keepNext: true, spacing: { before: 320, after: 120, ...lines } } },
        heading2: {
          ...heading,
          run: { ...heading.run, size: sizes.body },
          paragraph: { keepNext: true, spacing: { before: 200, after: 80, ...lines } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: page,
            margin: { top: page.margin, right: page.margin, bottom: page.margin, left: page.margin },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({
                    color: quiet,
                    size: sizes.small,
                    children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES],
                  }),
                ],
              }),
            ],
          }),
        },
        children: paper.blocks.flatMap((block, place) =>
          written(block, paper.language, { pictures, isNoted: paper.blocks[place + 1]?.kind === "note" }),
        ),
      },
    ],
  });
  return nobodys(await Packer.toBuffer(document), paper);
}

function listLevel(level: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) {
  return {
    ...{ level, format, text, alignment: AlignmentType.START },
    style: { paragraph: { indent: { left: indent * (level + 1), hanging: indent } } },
  };
}

type Look = Pick<IRunOptions, "bold" | "color" | "size">;

/** A text as runs, each of which says its language; a line of its own for each line. */
function runsOf(text: string, language: Language, look: Look = {}): readonly TextRun[] {
  return printable(text)
    .split("\n")
    .map((line, place) => {
      const tag = { value: languageFacts[language].dates };
      return new TextRun({ ...look, text: line, language: tag, ...(place > 0 && { break: 1 }) });
    });
}

interface Around {
  readonly pictures: ReadonlyMap<FigureBlock, Pictured>;
  /** Does a note follow, which must not begin a page alone? */
  readonly isNoted: boolean;
}

function written(block: Block, language: Language, { pictures, isNoted }: Around): readonly (Paragraph | Table)[] {
  const line = (text: string, look: Look = {}, paragraph: IParagraphOptions = {}) =>
    new Paragraph({ ...paragraph, children: runsOf(text, language, look) });
  switch (block.kind) {
    case "title":
      return [
        line(block.above, { color: quiet }),
        line(block.text, {}, { heading: HeadingLevel.TITLE }),
        ...block.lines.map((text) => line(text)),
        ...block.warnings.map((text) => line(text, { bold: true })),
      ];
    case "heading":
      return [line(block.text, {}, { heading: HeadingLevel.HEADING_1 })];
    case "subheading":
      return [line(block.text, {}, { heading: HeadingLevel.HEADING_2 })];
    case "paragraph":
      return said(block, language, {}, 0);
    case "point": {
      const level = block.letter === "" ? 0 : 1;
      return said(block, language, { numbering: { reference: points, level } }, indent * (level + 1));
    }
    case "figure":
      return [
        line(block.caption, {}, { heading: HeadingLevel.HEADING_2 }),
        new Paragraph({ keepNext: isNoted, children: [picture(block, pictures.get(block))] }),
      ];
    case "note":
      return [line(block.text, { color: quiet, size: sizes.small })];
    case "break":
      return [new Paragraph({ children: [new PageBreak()] })];
    case "table":
      return [
        ...(block.isNamedAbove ? [] : [line(block.caption, {}, { heading: HeadingLevel.HEADING_2 })]),
        table(block, language, isNoted),
        // Word joins two tables that have nothing between them.
        new Paragraph({ keepNext: isNoted, spacing: { after: 0 } }),
      ];
  }
}

type Pictured = Awaited<ReturnType<typeof pictureOf>>;

/** As wide as the text. */
function picture({ caption, alt, wide }: FigureBlock, data: Pictured = Buffer.alloc(0)): ImageRun {
  // Pixels, of which the library makes points by three quarters.
  const width = Math.floor((inner / 20) * (4 / 3));
  return new ImageRun({
    ...{ type: "png", data, transformation: { width, height: Math.round((width * wide.height) / wide.width) } },
    altText: { name: printable(caption), title: printable(caption), description: printable(alt) },
  });
}

/** A paragraph or a point: its places first, then its words, then those of another language in the place of missing ones. */
function said(
  { runs, instead, anchors = [] }: Pick<PointBlock, "runs" | "instead" | "anchors">,
  language: Language,
  options: IParagraphOptions,
  left: number,
): readonly Paragraph[] {
  const words = runs.flatMap(({ text, isStrong = false }) => runsOf(text, language, { bold: isStrong }));
  const [first, ...others] = anchors;
  const places = others.map((id) => new Bookmark({ id, children: [] }));
  const children = first === undefined ? words : [...places, new Bookmark({ id: first, children: words })];
  return [
    new Paragraph({ ...options, children }),
    ...(instead === undefined
      ? []
      : [new Paragraph({ indent: { left }, children: runsOf(instead.text, instead.language, { color: quiet }) })]),
  ];
}

function table({ heads, rows, widths }: TableBlock, language: Language, isNoted: boolean): Table {
  const all = widths.reduce((sum, width) => sum + width, 0);
  const columnWidths = widths.map((width) => Math.floor((inner * width) / all));
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
  const rule = { style: BorderStyle.SINGLE, size: 4, color: "9AA6A3" } as const;
  const row = (cells: readonly string[], isHead: boolean, keepNext = isHead) =>
    new TableRow({
      ...{ tableHeader: isHead, cantSplit: true },
      children: cells.map(
        (text, place) =>
          new TableCell({
            width: { size: columnWidths[place] ?? 0, type: WidthType.DXA },
            margins: { top: 40, bottom: 40, left: 60, right: 60 },
            children: [
              new Paragraph({
                keepNext,
                spacing: { after: 0, ...lines },
                children: runsOf(text, language, {
                  bold: isHead || place === 0,
                  size: sizes.small,
                  ...(isHead && { color: quiet }),
                }),
              }),
            ],
          }),
      ),
    });
  return new Table({
    ...{ columnWidths, width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA } },
    borders: { top: rule, bottom: rule, left: none, right: none, insideHorizontal: rule, insideVertical: none },
    rows: [
      row(heads, true),
      // The last line keeps the one before it, so that none begins a page alone.
      ...rows.map((cells, place) =>
        row(cells, false, place === rows.length - 1 ? isNoted : place > 0 && place === rows.length - 2),
      ),
    ],
  });
}

/**
 * The library writes its own name as the author, and the moment. What the file says about itself is written here instead: title, language and
 * the time of the paper.
 */
function nobodys(file: Uint8Array, { title, language, madeAt }: Paper): Buffer {
  const at = madeAt.toISOString().replace(/\.\d+Z$/, "Z");
  const core = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:language>${languageFacts[language].dates}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`;
  const parts = unzipSync(file);
  parts["docProps/core.xml"] = strToU8(core);
  return Buffer.from(zipSync(parts, { mtime: new Date(Date.UTC(1980, 0, 2)), level: 6 }));
}

const escaped = (text: string) =>
  printable(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
