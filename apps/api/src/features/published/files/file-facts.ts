import type { Text } from "@avances/domain/catalogue";

/** What is the same in every line of a file. */
export interface FileFacts {
  /** The edition that the whole file is of. */
  readonly edition: number;
  readonly displayDecimals: number;
  readonly note: Text | null;
}

/** Stands in every line of a database that holds no real figures. */
export const demonstrationNote: Text = {
  en: "demonstration data, not real figures",
  es: "datos de demostración, no son cifras reales",
};
