import type { Box } from "../src/place/box.ts";
import type { PlacedMark } from "../src/place/rail.ts";
import { markBox } from "../src/place/state-mark.ts";

/** What a placed mark takes up. */
export function boxOfMark({ x, y, size }: PlacedMark): Box {
  const [half, tall] = [(markBox.width * size) / 2, (markBox.height * size) / 2];
  return { left: x - half, right: x + half, top: y - tall, bottom: y + tall };
}
