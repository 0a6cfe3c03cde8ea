import { lineCount } from "@avances/charts/place";

/*
 * How much stands on the one sheet. No page is measured, so that server, browser and test agree: every text is taken as wide as it can be at
 * most (`packages/charts`), on the smaller of the two papers in each direction: A4 is the narrower, Letter the shorter.
 * The sizes are those of `country-sheet.module.css`.
 */

const pixelsPerMillimetre = 96 / 25.4;
const points = (size: number) => (size * 96) / 72;

/** Letter, 279.4 mm, without the margins of `@page sheet` and a reserve for rounding. */
const height = 279.4 - 2 * 9 - 2;
/** A4 without the margins of `@page sheet`. */
const width = 210 - 2 * 11;
const columnGap = 8;

/** Type in points, and lines in millimetres. */
const body = { size: points(8), line: 3.65 };
const lead = { size: points(10.5), line: 4.75 };

/**
 * What has the same height on every sheet: head, name with the rounds, profile with a heading and a key of two lines each, and the heading of the cautions, the
 * legend of two lines and the foot below the columns.
 */
const fixed = { head: 9, name: 16, profile: 80.9, below: 23.6 };
/** A heading of a column, with the rule above it and the space before it, in lines. */
export const headingLines = 2.2;

/** Lines of body text that the two columns below the profile have, each. */
export function columnLines(leads: readonly string[], cautions: readonly string[]): number {
  const full = width * pixelsPerMillimetre;
  // The answer is set in another face, which may be wider than the table of widths says.
  const leadLines = leads.reduce((sum, text) => sum + lineCount(text, full * 0.9, lead.size), 0);
  const cautionLines = cautions.reduce((sum, text) => sum + lineCount(text, full, body.size), 0);
  const { head, name, profile, below } = fixed;
  const rest = height - head - name - profile - below - leadLines * lead.line - cautionLines * body.line;
  return Math.max(0, Math.floor(rest / body.line));
}

/** Lines of a text in one of the two columns; `indent` in millimetres. */
export function linesInColumn(text: string, indent = 0): number {
  const room = (width - columnGap) / 2 - indent;
  return lineCount(text, room * pixelsPerMillimetre, body.size);
}

/** Columns of figures, in millimetres: one of a hundred thousand or more needs a wide one. */
const figureWidth = { normal: 10, wide: 15 };
export type FigureWidth = keyof typeof figureWidth;

/** Lines of a table in one of the two columns, whose rows are a little higher than lines; `columns` of figures stand beside the name. */
export function rowLines(name: string, columns: number, width: FigureWidth): number {
  return linesInColumn(name, columns * figureWidth[width] + 1) * 1.1;
}

/** The first items that fit; when some do not, a line is kept for the words that say so. */
export interface Fitted<Item> {
  readonly shown: readonly Item[];
  readonly left: number;
  readonly lines: number;
}

/** `linesOf`: the lines of an item. `room`: lines there are. */
export function fit<Item>(items: readonly Item[], linesOf: (item: Item) => number, room: number): Fitted<Item> {
  const all = items.reduce((sum, item) => sum + linesOf(item), 0);
  if (all <= room) return { shown: items, left: 0, lines: all };
  const shown: Item[] = [];
  let used = 1;
  for (const item of items) {
    const lines = linesOf(item);
    if (used + lines > room) break;
    shown.push(item);
    used += lines;
  }
  return { shown, left: items.length - shown.length, lines: used };
}
