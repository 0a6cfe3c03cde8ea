import { argon2, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { ApiConfig } from "#config.ts";
import { ProtocolError } from "#http/problem-details.ts";

type Secrets = { readonly config: { readonly secrets: Pick<ApiConfig["secrets"], "passwordPepper"> } };

const derive = promisify(argon2);
/** Parameters recommended by OWASP as its second choice: 19 MiB, two passes; about 45 ms on a small server. */
const present = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const saltLength = 16;
const tagLength = 32;
const atOnce = 2;
const mayWait = 20;

let running = 0;
const waiting: (() => void)[] = [];

/** A password as it is stored: Argon2id over NFKC text and pepper, as a PHC string. */
export async function hashPassword(deps: Secrets, password: string): Promise<string> {
  const salt = randomBytes(saltLength);
  const tag = await compute(deps, password, salt, present);
  const { memory, passes, parallelism } = present;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`;
}

/** Is the password right? Takes as long for `stored` null (no such account) as for a wrong password. */
export async function verifyPassword(deps: Secrets, password: string, stored: string | null): Promise<boolean> {
  const parts = stored === null ? null : parse(stored);
  const { salt, tag, ...cost } = parts ?? { salt: Buffer.alloc(saltLength), tag: Buffer.alloc(tagLength), ...present };
  const computed = await compute(deps, password, salt, cost);
  return timingSafeEqual(computed, tag) && parts !== null;
}

/** Was it hashed with other parameters than today's? It is then hashed again at the next sign-in. */
export function isOutdated(stored: string): boolean {
  return !stored.startsWith(`$argon2id$v=19$m=${present.memory},t=${present.passes},p=${present.parallelism}$`);
}

type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number };

async function compute(deps: Secrets, password: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  await turn();
  try {
    // The pepper is not in the database: without it, a stolen table is useless for guessing.
    const message = createHmac("sha256", deps.config.secrets.passwordPepper)
      .update(password.normalize("NFKC"))
      .digest();
    return (await derive("argon2id", { message, nonce: salt, tagLength, ...cost })) as Buffer;
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** Two run at once, twenty wait, further ones are refused: hashing must not take the machine from everybody else. */
async function turn(): Promise<void> {
  if (running >= atOnce) {
    if (waiting.length >= mayWait) throw new ProtocolError("busy");
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  running += 1;
}

function parse(stored: string): ({ salt: Buffer; tag: Buffer } & Cost) | null {
  const match = stored.match(/^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/);
  if (!match) return null;
  const [, memory, passes, parallelism, salt = "", tag = ""] = match;
  const bytes = Buffer.from(tag, "base64");
  if (bytes.length !== tagLength) return null;
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, "base64"),
    tag: bytes,
  };
}

const base64 = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");
