import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { ApiConfig } from "#config.ts";

/** A cookie value that says: this browser has signed in to this account before. Signed, so nobody can make one. `email` is normalised. */
export function newDevice(config: Pick<ApiConfig, "secrets">, email: string): string {
  const id = randomBytes(16).toString("base64url");
  return `${id}.${sign(config, id, email)}`;
}

/** The device's id when the cookie was made for this account, else null. */
export function knownDevice(config: Pick<ApiConfig, "secrets">, cookie: string | null, email: string): string | null {
  const match = cookie?.match(/^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/);
  if (!match) return null;
  const [, id = "", signature = ""] = match;
  return timingSafeEqual(Buffer.from(signature), Buffer.from(sign(config, id, email))) ? id : null;
}

function sign({ secrets }: Pick<ApiConfig, "secrets">, id: string, email: string): string {
  return createHmac("sha256", secrets.deviceKey).update(`${id} ${email}`).digest("base64url");
}
