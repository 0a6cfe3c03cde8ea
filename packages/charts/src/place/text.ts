import type { Box } from "./box.ts";

/** Size of every text in a chart, in pixels. The page's style uses the same (`chart.module.css`; a test compares them). */
export const textSize = 13;

/** `label`: the figure at the end of a line. `faint`: texts of the axis. */
export type Voice = "label" | "plain" | "faint";

/** One line of text; `y` is its base line. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  readonly voice: Voice;
}

/**
 * Advance widths of Source Sans 3 in thousandths of its size: the wider of regular and semibold; all digits have the same width. Text cannot
 * be measured without a page, so servers and tests place by these; on a page the text is at most this wide. Each group has the width of its
 * widest letter.
 */
const widths: ReadonlyMap<string, number> = new Map(
  (
    [
      [200, " \u00a0"],
      [280, "',.:;|ijl·ìíîï‘’"],
      [320, "!fIÌÍÎÏ¡"],
      [360, "()-[]{}•/\\ªº°"],
      [380, "rt²³¹"],
      [460, "*s?z«»¿"],
      [500, '"J_cvxyç–ýÿ“”'],
      [520, "0123456789#$+<=>FLY^aeg~±×Ýàáâãäåèéêë−€"],
      [560, "ASTXEVZkhnouÀÁÂÃÄÅÈÉÊËñòóôõöøùúûü"],
      [600, "CbdpqÇBKPR"],
      [660, "&DGNUÑÙÚÛÜ"],
      [680, "HOQÒÓÔÕÖØ"],
      [800, "MwW—"],
      [860, "%m"],
    ] as const
  ).flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)),
);
/** A letter that the table lacks counts as a wide one. */
const unknown = 1000;

/** Greatest possible width of a text, in pixels. */
export function textWidth(text: string): number {
  return ([...text].reduce((sum, letter) => sum + (widths.get(letter) ?? unknown), 0) * textSize) / 1000;
}

/** The box of a text, from the top of its capitals to the bottom of its descenders. */
export function textBox({ text, x, y, anchor }: Omit<PlacedText, "voice">): Box {
  const width = textWidth(text);
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { left, right: left + width, top: y - textSize * 0.72, bottom: y + textSize * 0.22 };
}

/** Lines that a text needs at most in a column `room` pixels wide, in letters of `size` pixels. At least one. */
export function lineCount(text: string, room: number, size: number): number {
  return linesOf(text, (room * textSize) / size).length;
}

/** Breaks a text between words into lines no wider than `room`; a word is never broken. */
export function linesOf(text: string, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length > 0 && textWidth(longer) <= room) lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  return lines;
}
