import { setImmediate } from "node:timers/promises";

/** As much as is worked on in a few milliseconds: bytes, or characters of a text. */
const atOnce = 1024 * 1024;

/** Calls `act` with one piece after the other. Other requests get their turn in between: an answer about the world is forty megabytes. */
export async function inTurns<T extends { readonly length: number }>(
  pieces: Iterable<T>,
  act: (piece: T) => void,
): Promise<void> {
  let since = 0;
  for (const piece of pieces) {
    if (since >= atOnce) {
      await setImmediate();
      since = 0;
    }
    act(piece);
    since += piece.length;
  }
}

/** The same bytes in pieces, not copied. */
export function* slicesOf(bytes: Buffer): Generator<Buffer> {
  for (let from = 0; from < bytes.length; from += atOnce) yield bytes.subarray(from, from + atOnce);
}
