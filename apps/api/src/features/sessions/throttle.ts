import { createHash } from "node:crypto";
import type { Tx } from "@avances/db";
import {
  clearThrottle,
  clearThrottlesOfAccount,
  countFailure,
  findThrottles,
  lockThrottle,
} from "@avances/db/queries/session-queries";
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

    const row = await countFailure(tx, keys.account, now, rowMs);
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
  await deps.db.asAuth((tx) => countFailure(tx, keys.address, now, addressWindowMs));
}

/** The attempt was good: the account starts anew. */
export async function forgetAttempts(tx: Tx, keys: SignInKeys, now: Date): Promise<void> {
  await clearThrottle(tx, keys.account, now);
}

/** Forgets the failures of an account whose password was set anew, on every browser that knows it. `email` is normalised. */
export async function forgetAccountAttempts(tx: Tx, email: string, now: Date): Promise<void> {
  await clearThrottlesOfAccount(tx, `account:${hash(email)}`, now);
}

/** May this account ask for one more reset link? Three an hour. Never throws: the asker is told nothing. */
export async function takeResetRequest(tx: Tx, email: string, now: Date): Promise<boolean> {
  return (await countFailure(tx, `reset:${hash(email)}`, now, 3_600_000)).failures <= 3;
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
