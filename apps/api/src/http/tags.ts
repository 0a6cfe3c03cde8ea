import { createHash } from "node:crypto";
import { inTurns, slicesOf } from "./in-turns.ts";

/** A strong ETag for these bytes, with quotes. */
export function tagOf(body: Buffer): string {
  return asTag(createHash("sha256").update(body).digest());
}

/** The same, made in turns with other requests: for answers that may be large. */
export async function tagInTurns(body: Buffer): Promise<string> {
  const hash = createHash("sha256");
  await inTurns(slicesOf(body), (slice) => hash.update(slice));
  return asTag(hash.digest());
}

const asTag = (digest: Buffer) => `"${digest.toString("base64url").slice(0, 22)}"`;

/** Does an `If-None-Match` header name this ETag? Weak comparison, lists and `*`, by RFC 9110 13.1.2. */
export function namesTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header === etag || header.trim() === "*") return true;
  for (const [tag] of header.matchAll(/"[^"]*"/g)) if (tag === etag) return true;
  return false;
}
