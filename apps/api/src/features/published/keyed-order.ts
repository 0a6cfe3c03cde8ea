import { createHmac } from "node:crypto";
import type { HidingOrder } from "@avances/domain/suppression";

/** An order that is always the same under one key and, to whoever does not have the key, as good as drawn by lot. */
export function keyedOrder(key: string): HidingOrder {
  return (name) => createHmac("sha256", key).update(name).digest("hex");
}
