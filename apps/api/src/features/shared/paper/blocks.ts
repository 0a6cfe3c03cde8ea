import type { Drawing } from "@avances/charts/paper";
import type { Language } from "@avances/domain/catalogue";

/**
 * A document that is handed out: what it says, in its order, and nothing about how it looks. `to-docx.ts`, `to-pdf.ts` and `to-html.ts` write
 * it; a test compares what they say.
 */
export interface Paper {
  readonly title: string;
  /** Of all words that do not say otherwise. */
  readonly language: Language;
  /** The only time in the files. */
  readonly madeAt: Date;
  readonly blocks: readonly Block[];
}

export interface Run {
  readonly text: string;
  readonly isStrong?: boolean;
}

/** Words of another language below a paragraph or a point, in the place of those that are missing. */
interface Foreign {
  readonly language: Language;
  readonly text: string;
}

interface Said {
  readonly runs: readonly Run[];
  readonly instead?: Foreign;
  /** Names by which the place is found in the file: letters, digits and low lines, at most 40. */
  readonly anchors?: readonly string[];
}

/** `number` and `letter` are those that the lists of the files count by themselves. */
export type Block =
  | {
      readonly kind: "title";
      readonly above: string;
      readonly text: string;
      /** One line each: day, place, which version it is. */
      readonly lines: readonly string[];
      /** What a reader must know before all else: that nothing is real, that it is a draft. */
      readonly warnings: readonly string[];
    }
  | { readonly kind: "heading"; readonly text: string }
  /** Of a part below the heading before it. */
  | { readonly kind: "subheading"; readonly text: string }
  | ({ readonly kind: "paragraph" } & Said)
  | ({ readonly kind: "point"; readonly number: number; readonly letter: string } & Said)
  | {
      readonly kind: "table";
      readonly caption: string;
      /** The heading just above it says the same: no writer says it again to those who see the page. */
      readonly isNamedAbove?: boolean;
      readonly heads: readonly string[];
      /** The first cell of a row names it. */
      readonly rows: readonly (readonly string[])[];
      /** Of the columns; they share the width in proportion. */
      readonly widths: readonly number[];
    }
  | {
      readonly kind: "figure";
      readonly caption: string;
      /** All that the drawing says, for those who do not see it. */
      readonly alt: string;
      /** For a sheet, and for a small screen. */
      readonly wide: Drawing;
      readonly narrow: Drawing;
    }
  /** Belongs to what stands before it, and stays on its page. */
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "break" };

export type PointBlock = Extract<Block, { kind: "point" }>;
export type TableBlock = Extract<Block, { kind: "table" }>;
export type FigureBlock = Extract<Block, { kind: "figure" }>;

/** Consecutive points, so that a writer opens and ends a list once. */
export function inGroups(blocks: readonly Block[]): readonly (Exclude<Block, PointBlock> | readonly PointBlock[])[] {
  const groups: (Exclude<Block, PointBlock> | PointBlock[])[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind !== "point") groups.push(block);
    else if (Array.isArray(last)) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

/** How a list marks a point: "3." or "a)". */
export function markOf({ number, letter }: Pick<PointBlock, "number" | "letter">): string {
  return letter === "" ? `${number}.` : `${letter})`;
}

/** A name for a place in a file, of what it is and the id of where it comes from. */
export function anchorOf(what: string, id: string): string {
  return `${what}_${id.replaceAll("-", "")}`;
}

/** Without the characters that no XML can hold: a file with one of them would have to be repaired by whoever opens it. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "");
}
