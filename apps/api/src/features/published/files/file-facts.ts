import type { Text } from "@avances/domain/catalogue";

/** Values that are the same in every line of a file. */
export interface FileFacts {
  /** The edition that the whole file belongs to. */
  readonly edition: number;
  readonly displayDecimals: number;
  readonly note: Text | null;
}

/** Written in every line when the database holds no real figures. */
export const demonstrationNote: Text = {
  en: "demonstration data, not real figures",
  es: "datos de demostración, no son cifras reales",
};
