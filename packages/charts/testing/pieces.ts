import type { Box } from "../src/place/box.ts";
import type { PlacedMark } from "../src/place/rail.ts";
import { markBox } from "../src/place/state-mark.ts";
import { type PlacedText, textBox } from "../src/place/text.ts";

/** Something that takes up room on a drawing, and its name for failure messages. */
export type Piece = readonly [name: string, box: Box];

export const ofTexts = (texts: readonly PlacedText[]): Piece[] =>
  texts.map((text) => [`text ${text.text}`, textBox(text)]);

export const ofMarks = (marks: readonly PlacedMark[]): Piece[] =>
  marks.map(({ mark, roundYear, x, y, size }) => {
    const [half, tall] = [(markBox.width * size) / 2, (markBox.height * size) / 2];
    return [`mark ${mark} ${roundYear}`, { left: x - half, right: x + half, top: y - tall, bottom: y + tall }];
  });

/** The names of the pieces that leave a frame. */
export function leaving(
  pieces: readonly Piece[],
  { width, height }: { readonly width: number; readonly height: number },
) {
  const leaves = ({ left, top, right, bottom }: Box) =>
    left < -0.01 || top < -0.01 || right > width + 0.01 || bottom > height + 0.01;
  return pieces.filter(([, box]) => leaves(box)).map(([name]) => name);
}

/** The names of the other pieces that overlap this one. */
export function covering(pieces: readonly Piece[], [name, box]: Piece): string[] {
  const touches = (other: Box) =>
    box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom;
  return pieces.filter(([, other]) => other !== box && touches(other)).map(([other]) => `${name} | ${other}`);
}
