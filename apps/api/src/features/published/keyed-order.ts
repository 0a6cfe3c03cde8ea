import { createHmac } from "node:crypto";
import type { HidingOrder } from "@avances/domain/suppression";

/**
 * An order drawn by lot, always the same under one key: each cell waits as long as an exponential lot says, and of two the one that is half as
 * large goes first four times as often. So less is lost, and yet every order is possible: how small a hidden figure is does not follow.
 */
export function keyedOrder(key: string): HidingOrder {
  return (name, value) => -Math.log(lot(key, name)) * value ** 2;
}

/** Greater than 0 and less than 1. Without the key, every value is equally likely. */
function lot(key: string, name: string): number {
  const bits = createHmac("sha256", key).update(name).digest().readUIntBE(0, 6);
  return (bits + 0.5) / 2 ** 48;
}
