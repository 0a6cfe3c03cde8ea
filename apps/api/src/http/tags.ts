import { createHash, webcrypto } from "node:crypto";

/** A strong ETag for these bytes, with quotes. */
export function tagOf(body: Buffer): string {
  return asTag(createHash("sha256").update(body).digest());
}

/** The same, made off the main thread: for answers that may be large. */
export async function tagAside(body: Buffer): Promise<string> {
  return asTag(Buffer.from(await webcrypto.subtle.digest("SHA-256", body as Buffer<ArrayBuffer>)));
}

const asTag = (digest: Buffer) => `"${digest.toString("base64url").slice(0, 22)}"`;

/** Does an `If-None-Match` header name this ETag? Weak comparison, lists and `*`, by RFC 9110 13.1.2. */
export function namesTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header === etag || header.trim() === "*") return true;
  for (const [tag] of header.matchAll(/"[^"]*"/g)) if (tag === etag) return true;
  return false;
}
