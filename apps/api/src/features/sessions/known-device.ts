import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { ApiConfig } from "#config.ts";

type Keys = Pick<ApiConfig, "secrets">;

/** For how many accounts one browser is remembered: colleagues share machines. */
const remembered = 8;
const markShape = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

/**
 * The cookie of a browser that has just signed in to this account: a mark for it before the marks for other accounts. Signed, so
 * nobody can forge one. The account's mark stays the same. `cookie` = the browser's present one; `email` is normalised.
 */
export function rememberDevice(config: Keys, cookie: string | null, email: string): string {
  const marks = (cookie ?? "").split("~").filter((mark) => markShape.test(mark));
  const own = marks.find((mark) => idOf(config, mark, email) !== null) ?? newMark(config, email);
  return [own, ...marks.filter((mark) => mark !== own)].slice(0, remembered).join("~");
}

/** The id under which the account knows this browser, or null when it never signed in here. */
export function knownDevice(config: Keys, cookie: string | null, email: string): string | null {
  for (const mark of (cookie ?? "").split("~").slice(0, remembered)) {
    const id = idOf(config, mark, email);
    if (id !== null) return id;
  }
  return null;
}

function newMark(config: Keys, email: string): string {
  const id = randomBytes(16).toString("base64url");
  return `${id}.${sign(config, id, email)}`;
}

function idOf(config: Keys, mark: string, email: string): string | null {
  const [, id = "", signature = ""] = markShape.exec(mark) ?? [];
  if (id === "") return null;
  return timingSafeEqual(Buffer.from(signature), Buffer.from(sign(config, id, email))) ? id : null;
}

function sign({ secrets }: Keys, id: string, email: string): string {
  return createHmac("sha256", secrets.deviceKey).update(`${id} ${email}`).digest("base64url");
}
