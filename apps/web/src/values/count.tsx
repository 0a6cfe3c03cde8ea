import { shownCount } from "./shown-count.tsx";
import type { ValueWords } from "./value-words.ts";

export const countWords: ValueWords<"count"> = {
  isFigure: true,
  words: ({ total }, { f, texts }) => (total === null ? texts.blank : f.number(total)),
  cell: ({ total }, { f }) => shownCount(total, f),
};
