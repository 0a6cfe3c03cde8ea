import type { ValueWords } from "./value-words.ts";

export const dateWords: ValueWords<"date"> = {
  isFigure: false,
  words: ({ date }, { f }) => f.date(date),
  cell: ({ date }, { f }) => f.shortDate(date),
};
