import { setImmediate as othersFirst } from "node:timers/promises";
import { type Colour, type Mark, paperColours } from "@avances/charts/paper";
import { textSize } from "@avances/charts/place";
import { ink, line, openSheet, quiet, type Sheet, type Style } from "#features/shared/pdf-sheet.ts";
import { runsOf as facesOf } from "#features/shared/typeface.ts";
import {
  type Block,
  type FigureBlock,
  inGroups,
  markOf,
  type Paper,
  type PointBlock,
  type Run,
  type TableBlock,
} from "./blocks.ts";

/** Points. Fits A4 and Letter: laid out for the narrower page and the shorter one. */
const page = { width: 595.28, height: 792, margin: 64 };
const inner = page.width - 2 * page.margin;
const bottom = page.height - page.margin;
const body = { size: 10.5 } as const;
const small = { size: 9 } as const;
const indent = 24;
const gap = 7;
/** No paragraph begins where less than this is left of a sheet. */
const least = 36;
const cellGap = 8;

/**
 * The paper as a PDF for people and screen readers alike (PDF/UA): headings, lists, tables with heads, an outline, places that can be named. Breaking
 * the words of a long report into lines takes seconds, so other requests get their turn after each block and each point.
 */
export async function toPdf(paper: Paper): Promise<Buffer> {
  const { title, language, madeAt } = paper;
  const sheet = openSheet({ title, language, madeAt, ...page });
  const pen = { sheet, y: page.margin };
  const groups = inGroups(paper.blocks);
  for (const [place, block] of groups.entries()) {
    if (Array.isArray(block)) await list(pen, block);
    else drawn(pen, block as Exclude<Block, PointBlock>, noteHeight(sheet, groups[place + 1]));
    await othersFirst();
  }
  return sheet.bytes();
}

/** The sheet, and where the next thing may begin. */
interface Pen {
  readonly sheet: Sheet;
  y: number;
}

/** How much room what stands here leaves for the note that follows it, if one does: a note does not begin a page alone. */
function noteHeight(sheet: Sheet, next: ReturnType<typeof inGroups>[number] | undefined): number {
  return next !== undefined && "kind" in next && next.kind === "note"
    ? 2 * gap + Math.max(least, sheet.heightOf(next.text, inner, small))
    : 0;
}

type Element = PDFKit.PDFStructureElement;
interface Item {
  readonly item: Element;
  readonly words: Element;
}

function drawn(pen: Pen, block: Exclude<Block, PointBlock>, below: number): void {
  const { sheet } = pen;
  const line = (type: "H1" | "H2" | "H3" | "P", text: string, before: number, style: Style) => {
    roomFor(pen, least + before);
    pen.y = sheet.tagged(type, text, pen.y + before, style);
  };
  switch (block.kind) {
    case "title":
      line("P", block.above, 0, { ...small, colour: quiet });
      line("H1", block.text, 4, { size: 19, weight: "strong" });
      for (const text of block.lines) line("P", text, 4, body);
      for (const text of block.warnings) line("P", text, 6, { ...body, weight: "strong" });
      pen.y += gap;
      break;
    case "heading":
      // With the first lines of a table below it.
      roomFor(pen, 150);
      sheet.doc.outline.addItem(block.text);
      line("H2", block.text, 16, { size: 13, weight: "strong" });
      break;
    case "subheading":
      // With the first lines of what it heads.
      roomFor(pen, 70);
      line("H3", block.text, 12, { ...body, weight: "strong" });
      break;
    case "paragraph":
      pen.y += gap;
      said(pen, sheet.root, block, 0);
      break;
    case "note":
      line("P", block.text, gap, { ...small, colour: quiet });
      break;
    case "break":
      newPage(pen);
      break;
    case "figure":
      figure(pen, block, below);
      break;
    case "table":
      table(pen, block, below);
  }
}

/** How much smaller a drawing may become rather than leave the rest of its page empty. */
const smallest = 0.85;

/** A drawing as wide as the page (or nearly so, if it then stands on this one), as lines and letters, and all that it says for those who do not see it. */
function figure(pen: Pen, { caption, alt, wide }: FigureBlock, below: number): void {
  const { sheet } = pen;
  const { doc, root } = sheet;
  const style = { ...body, weight: "strong" } as const;
  const words = 14 + sheet.heightOf(caption, inner, style) + 6 + gap + below;
  const left = (bottom - pen.y - words) / wide.height;
  const whole = inner / wide.width;
  const scale = left >= whole * smallest ? Math.min(left, whole) : whole;
  roomFor(pen, words + wide.height * scale);
  pen.y = sheet.tagged("P", caption, pen.y + 14, style) + 6;
  const top = pen.y;
  root.add(
    doc.struct(
      "Figure",
      { alt, bbox: [page.margin, top, page.margin + wide.width * scale, top + wide.height * scale] } as object,
      () => {
        doc.save().translate(page.margin, top).scale(scale);
        for (const mark of wide.marks) paint(sheet, mark);
        doc.restore();
      },
    ),
  );
  pen.y = top + wide.height * scale + gap;
}

function paint(sheet: Sheet, mark: Mark): void {
  const { doc } = sheet;
  if (mark.kind === "group") {
    doc.save().translate(mark.x, mark.y).scale(mark.scale);
    for (const one of mark.marks) paint(sheet, one);
    doc.restore();
    return;
  }
  if (mark.kind === "text") {
    letters(sheet, mark);
    return;
  }
  doc.save();
  if (mark.kind === "path") doc.path(mark.d);
  else if (mark.kind === "circle") doc.circle(mark.x, mark.y, mark.r);
  else if (mark.rx > 0) doc.roundedRect(mark.x, mark.y, mark.width, mark.height, mark.rx);
  else doc.rect(mark.x, mark.y, mark.width, mark.height);
  const { fill, stroke, strokeWidth = 1, dash, isRound = false } = mark;
  doc.lineWidth(strokeWidth).lineCap(isRound ? "round" : "butt");
  if (dash !== undefined) {
    const [on = 1, off = 1] = dash;
    doc.dash(on, { space: off });
  }
  const colour = (name: Colour) => paperColours[name];
  if (fill !== undefined && stroke !== undefined) doc.fillAndStroke(colour(fill), colour(stroke));
  else if (fill !== undefined) doc.fill(colour(fill));
  else if (stroke !== undefined) doc.stroke(colour(stroke));
  doc.restore();
}

/** One line of text at its base line. */
function letters({ doc }: Sheet, { x, y, text, anchor, colour, isStrong }: Extract<Mark, { kind: "text" }>): void {
  const runs = facesOf(text, isStrong ? "strong" : "plain");
  doc.fontSize(textSize).fillColor(paperColours[colour]);
  const widths = runs.map((run) => doc.font(run.font).widthOfString(run.text));
  const whole = widths.reduce((sum, width) => sum + width, 0);
  let left = anchor === "start" ? x : anchor === "end" ? x - whole : x - whole / 2;
  for (const [place, run] of runs.entries()) {
    doc.font(run.font).text(run.text, left, y, { lineBreak: false, baseline: "alphabetic" });
    left += widths[place] ?? 0;
  }
}

function newPage(pen: Pen): void {
  pen.sheet.doc.addPage({ size: [page.width, page.height], margin: page.margin });
  pen.y = page.margin;
}

function roomFor(pen: Pen, height: number): void {
  if (pen.y + height > bottom) newPage(pen);
}

/** Points as a list, those with letters as lists within their points. */
async function list(pen: Pen, points: readonly PointBlock[]): Promise<void> {
  const { root } = pen.sheet;
  const outer = opened(pen, root);
  let above: Item | null = null;
  let within: Element | null = null;
  const end = () => {
    within?.end();
    above?.words.end();
    above?.item.end();
    [above, within] = [null, null];
  };
  for (const point of points) {
    await othersFirst();
    if (point.letter === "" || above === null) {
      end();
      above = item(pen, outer, point, 0);
      continue;
    }
    within ??= opened(pen, above.words);
    const below = item(pen, within, point, indent);
    below.words.end();
    below.item.end();
  }
  end();
  outer.end();
}

function opened({ sheet }: Pen, parent: Element): Element {
  const element = sheet.doc.struct("L");
  parent.add(element);
  return element;
}

/** One point: its mark, and its words beside it. */
function item(pen: Pen, holder: Element, point: PointBlock, left: number): Item {
  const { sheet } = pen;
  const { doc } = sheet;
  pen.y += gap;
  roomFor(pen, least);
  const top = pen.y;
  const item = doc.struct("LI");
  holder.add(item);
  item.add(
    doc.struct("Lbl", {}, () => {
      sheet.write(markOf(point), page.margin + left, top, indent, body);
    }),
  );
  const words = doc.struct("LBody");
  item.add(words);
  said(pen, words, point, left + indent);
  return { item, words };
}

/** A paragraph or the words of a point, with those of another language below. */
function said(
  pen: Pen,
  holder: Element,
  { runs, instead, anchors = [] }: Pick<PointBlock, "runs" | "instead" | "anchors">,
  left: number,
): void {
  const { sheet } = pen;
  const { doc } = sheet;
  roomFor(pen, least);
  for (const name of anchors) doc.addNamedDestination(name, "XYZ", page.margin + left, pen.y, null);
  holder.add(
    doc.struct("P", {}, () => {
      writeRuns(sheet, runs, page.margin + left, pen.y, inner - left);
      pen.y = doc.y;
    }),
  );
  if (instead === undefined) return;
  roomFor(pen, least);
  holder.add(
    doc.struct("P", { lang: instead.language }, () => {
      pen.y = sheet.write(instead.text, page.margin + left, pen.y + 2, inner - left, { ...body, colour: quiet });
    }),
  );
}

/** Words of several weights in one paragraph. */
function writeRuns({ doc }: Sheet, runs: readonly Run[], x: number, y: number, width: number): void {
  const pieces = runs.flatMap(({ text, isStrong = false }) => facesOf(text, isStrong ? "strong" : "plain"));
  doc.fontSize(body.size).fillColor(ink);
  for (const [place, { font, text }] of pieces.entries()) {
    const options = { width, lineGap: body.size * 0.15, continued: place < pieces.length - 1 };
    doc.font(font);
    if (place === 0) doc.text(text, x, y, options);
    else doc.text(text, options);
  }
}

/** A table; each of its pages has the heads. */
function table(pen: Pen, { caption, isNamedAbove = false, heads, rows, widths }: TableBlock, below: number): void {
  const { sheet } = pen;
  const { doc, root } = sheet;
  const all = widths.reduce((sum, width) => sum + width, 0);
  let x = page.margin;
  const columns = widths.map((width) => {
    const column = { x, width: (inner * width) / all - cellGap };
    x += (inner * width) / all;
    return column;
  });
  const styleOf = (place: number, isHead: boolean): Style =>
    isHead ? { size: 8.5, weight: "strong", colour: quiet } : { ...small, weight: place === 0 ? "strong" : "plain" };
  const heightOf = (cells: readonly string[] = [], isHead = false) =>
    8 + Math.max(0, ...cells.map((text, at) => sheet.heightOf(text, columns[at]?.width ?? 0, styleOf(at, isHead))));
  const name = { ...body, weight: "strong" } as const;
  // Its name and heads do not stand at the foot of a page without a line below them.
  const above = isNamedAbove ? 4 : 18 + sheet.heightOf(caption, inner, name);
  roomFor(pen, Math.max(90, above + heightOf(heads, true) + heightOf(rows[0])));
  if (isNamedAbove) pen.y += 4;
  else pen.y = sheet.tagged("P", caption, pen.y + 14, name) + 4;
  const element = doc.struct("Table");
  root.add(element);
  const draw = (cells: readonly string[], isHead: boolean) => {
    const row = doc.struct("TR");
    element.add(row);
    const top = pen.y + 3;
    let end = top;
    for (const [place, column] of columns.entries()) {
      const cell = () => {
        end = Math.max(end, sheet.write(cells[place] ?? "", column.x, top, column.width, styleOf(place, isHead)));
      };
      row.add(
        isHead || place === 0
          ? doc.struct("TH", { scope: isHead ? "Column" : "Row" } as object, cell)
          : doc.struct("TD", {}, cell),
      );
    }
    row.end();
    pen.y = end + 2;
    sheet.rule(pen.y, isHead ? 1 : 0.5, isHead ? ink : line);
  };
  draw(heads, true);
  for (const [place, cells] of rows.entries()) {
    const isLast = place === rows.length - 1;
    // The last line takes the one before it along, so that none begins a page alone.
    const after = isLast ? below : place > 0 && place === rows.length - 2 ? heightOf(rows[place + 1]) + below : 0;
    if (pen.y + heightOf(cells) + after > bottom) {
      newPage(pen);
      draw(heads, true);
    }
    draw(cells, false);
  }
  element.end();
  pen.y += gap;
}
