import type { ValueWords } from "./value-words.ts";

export const moneyWords: ValueWords<"money"> = {
  isFigure: true,
  words: ({ amountMinor, currency }, { f }) => f.moneyWritten(amountMinor, currency),
  cell: ({ amountMinor, currency }, { f }) => f.amount(amountMinor, currency),
};
