/** Random hiding orders; the same seed gives the same order. */
import type { HidingOrder } from "../src/suppression/hide-small-cells.ts";
import { randomFrom } from "./random-submission.ts";

export function anyOrder(seed: number): HidingOrder {
  return (name) => {
    let state = seed;
    for (const letter of name) state = (Math.imul(state, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
    return randomFrom(state).upTo(1_000_000_000);
  };
}
