import type { ValueType } from "@avances/domain/catalogue";

/** How the answers to an indicator are drawn: as a ladder of steps, as lines and bars, on a line of time, as amounts in own currencies, or not at all (a table shows them). */
export const drawnAs = {
  ordinal: "ladder",
  boolean: "ladder",
  count: "figures",
  ratio: "shares",
  money: "amounts",
  date: "dates",
  text: "table",
} as const satisfies Readonly<Record<ValueType, "ladder" | "figures" | "shares" | "dates" | "amounts" | "table">>;

/** Are the answers steps of a ladder, levels or yes and no, so that countries can be counted by step? */
export function isLadder(type: ValueType): boolean {
  return drawnAs[type] === "ladder";
}
