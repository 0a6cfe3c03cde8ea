import { createHmac } from "node:crypto";
import type { HidingOrder } from "@avances/domain/suppression";

/**
 * A random order that is always the same under one key. Each cell draws an exponential waiting time; of two cells, one half as
 * large comes first four times as often. So less is lost, and yet every order is possible: the order does not reveal how small a figure is.
 */
export function keyedOrder(key: string): HidingOrder {
  return (name, value) => -Math.log(lot(key, name)) * value ** 2;
}

/** Greater than 0 and less than 1. Without the key, every value is equally likely. */
function lot(key: string, name: string): number {
  const bits = createHmac("sha256", key).update(name).digest().readUIntBE(0, 6);
  return (bits + 0.5) / 2 ** 48;
}
