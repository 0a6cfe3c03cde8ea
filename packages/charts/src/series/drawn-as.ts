import type { ValueType } from "@avances/domain/catalogue";

/** In which form the answers to an indicator are drawn: a ladder of steps, lines and bars of figures, or not at all (a table says it). */
export const drawnAs = {
  ordinal: "ladder",
  boolean: "ladder",
  count: "figures",
  ratio: "shares",
  money: "table",
  date: "table",
  text: "table",
} as const satisfies Readonly<Record<ValueType, "ladder" | "figures" | "shares" | "table">>;
