import { YesNoTile } from "#charts/matrix.tsx";
import type { ValueWords } from "./value-words.ts";

export const yesNoWords: ValueWords<"boolean"> = {
  isFigure: false,
  words: ({ value }, { texts }) => (value ? texts.yes : texts.no),
  cell: ({ value }) => <YesNoTile yes={value} />,
};
