import { randomUUIDv7 } from "node:crypto";

/**
 * Ids of this process, each greater than the one before it: those of version 7 begin with their millisecond, and within one they are in no order. So two
 * rows of one millisecond stand in the order in which they were made.
 */
export function idsInOrder(random: () => string = randomUUIDv7): () => string {
  let last = "";
  return () => {
    const id = random();
    last = id > last ? id : following(last);
    return last;
  };
}

/** The next one after it: the last sixty bits, behind those of the variant, count on. */
function following(id: string): string {
  const [head, tail] = [id.slice(0, 20), id.slice(20).replace("-", "")];
  const next = BigInt(`0x${tail}`) + 1n;
  if (next >= 1n << 60n) throw new Error("No id is left in this millisecond");
  const digits = next.toString(16).padStart(15, "0");
  return `${head}${digits.slice(0, 3)}-${digits.slice(3)}`;
}
