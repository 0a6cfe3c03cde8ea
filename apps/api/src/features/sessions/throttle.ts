import { createHash } from "node:crypto";
import type { Tx } from "@avances/db";
import {
  clearThrottle,
  clearThrottlesOfAccount,
  countFailure,
  deleteOldThrottles,
  findThrottles,
  lockThrottle,
  type ThrottleRow,
} from "@avances/db/queries/throttle-queries";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import { addressKey } from "#http/rate-limit.ts";

const freeAttempts = 5;
const longestLockSeconds = 900;
const blockedAt = 100;
/** "In a row" ends when nobody tried for a month. */
const rowMs = 30 * 86_400_000;
const addressWindowMs = 300_000;
const addressFailures = 30;
const resetWindowMs = 3_600_000;
const resetsOfAddress = 30;
const mailsOfLink = 3;
/** How many old rows go when a new one comes: so many more than one that the table never grows for long. */
const oldRowsAtOnce = 50;

export interface SignInKeys {
  /** Counter of the account, or of the account on a browser that signed in to it before. */
  readonly account: string;
  /** Counter of the network address. */
  readonly address: string;
  /** The browser signed in to this account before: what strangers do, under this name or from this address, does not lock its owner out. */
  readonly isKnownDevice: boolean;
}

/** Keys are hashes: the table of failures is no list of addresses. `email` is normalised. */
export function signInKeys(email: string, ip: string, knownDevice: string | null): SignInKeys {
  const account = `account:${hash(email)}`;
  return {
    account: knownDevice === null ? account : `${account}:device:${hash(knownDevice)}`,
    address: `address:${hash(addressKey(ip))}`,
    isKnownDevice: knownDevice !== null,
  };
}

/**
 * Counts an attempt before it is made, so that many at once count as many. The fifth failure locks for 2 s, each further one twice as
 * long, at most 15 minutes; at 100 in a row only a new password helps. Throws `too-many-attempts`. A good sign-in forgets the count.
 */
export async function takeAttempt(deps: Pick<Deps, "db">, keys: SignInKeys, now: Date): Promise<void> {
  await deps.db.asAuth(async (tx) => {
    const known = await findThrottles(tx, keys.isKnownDevice ? [keys.account] : [keys.account, keys.address]);
    for (const row of known) refuseWhileLocked(row, now);
    const address = known.find((row) => row.key === keys.address);
    const windowEnd = (address?.windowStartedAt.valueOf() ?? 0) + addressWindowMs;
    if (address && address.failures >= addressFailures && windowEnd > now.valueOf())
      throw tooMany(windowEnd - now.valueOf());

    const row = await count(tx, keys.account, now, rowMs);
    // A twin may have locked the key while we waited for its row.
    refuseWhileLocked(row, now);
    if (row.failures >= freeAttempts) {
      const seconds = Math.min(longestLockSeconds, 2 ** (row.failures - freeAttempts + 1));
      await lockThrottle(tx, keys.account, new Date(now.valueOf() + seconds * 1000), row.failures >= blockedAt);
    }
  });
}

/** The attempt failed: it counts against the network address as well, from a known browser too. */
export async function recordFailure(deps: Pick<Deps, "db">, keys: SignInKeys, now: Date): Promise<void> {
  await deps.db.asAuth((tx) => count(tx, keys.address, now, addressWindowMs));
}

/** The attempt was good: the account starts anew. */
export async function forgetAttempts(tx: Tx, keys: SignInKeys, now: Date): Promise<void> {
  await clearThrottle(tx, keys.account, now);
}

/** Forgets the failures of an account whose password was set anew, on every browser that knows it. `email` is normalised. */
export async function forgetAccountAttempts(tx: Tx, email: string, now: Date): Promise<void> {
  await clearThrottlesOfAccount(tx, `account:${hash(email)}`, now);
}

/**
 * Counts a request for a reset link against the network address that it comes from, never against an account: a stranger who asks often
 * takes nothing from its owner. Throws `too-many-attempts`, whatever address was typed.
 */
export async function takeResetRequest(deps: Pick<Deps, "db">, ip: string, now: Date): Promise<void> {
  const row = await deps.db.asAuth((tx) => count(tx, `reset-address:${hash(addressKey(ip))}`, now, resetWindowMs));
  if (row.failures > resetsOfAddress) throw tooMany(row.windowStartedAt.valueOf() + resetWindowMs - now.valueOf());
}

/** May this link be mailed once more? Three times: by then it lies in the mailbox, and it works. */
export async function takeLinkMail(tx: Tx, ticketId: string, now: Date): Promise<boolean> {
  return (await count(tx, `link:${hash(ticketId)}`, now, rowMs)).failures <= mailsOfLink;
}

/** Counts, and where that began a row clears away some that no window reaches back to. */
async function count(tx: Tx, key: string, now: Date, windowMs: number): Promise<ThrottleRow> {
  const row = await countFailure(tx, key, now, windowMs);
  if (row.failures === 1) await deleteOldThrottles(tx, new Date(now.valueOf() - rowMs), oldRowsAtOnce);
  return row;
}

function refuseWhileLocked(row: { lockedUntil: Date | null; blocked: boolean }, now: Date): void {
  if (row.blocked) throw tooMany(longestLockSeconds * 1000);
  if (row.lockedUntil && row.lockedUntil > now) throw tooMany(row.lockedUntil.valueOf() - now.valueOf());
}

function tooMany(milliseconds: number): DomainError {
  return new DomainError("too-many-attempts", { retryAfterSeconds: Math.ceil(milliseconds / 1000) });
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
