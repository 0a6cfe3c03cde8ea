import type { ValueWords } from "./value-words.ts";

export const textWords: ValueWords<"text"> = {
  isFigure: false,
  words: ({ text }) => text,
  cell: ({ text }) => text,
};
