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
/** Failures count as "in a row" unless nobody tried for a month. */
const rowMs = 30 * 86_400_000;
const addressWindowMs = 300_000;
const addressFailures = 30;
const resetWindowMs = 3_600_000;
const resetsOfAddress = 30;
const mailsOfLink = 3;
/** How many old rows are deleted when a new one is added: many more than one, so that the table does not keep growing. */
const oldRowsAtOnce = 50;

export interface SignInKeys {
  /** Counter of the account, or of the account on a browser that has signed in to it before. */
  readonly account: string;
  /** Counter of the network address. */
  readonly address: string;
  /** The browser has signed in to this account before, so failures of strangers do not lock its owner out. */
  readonly isKnownDevice: boolean;
}

/** Keys are hashes, so that the table of failures is not a list of addresses. `email` is normalised. */
export function signInKeys(email: string, ip: string, knownDevice: string | null): SignInKeys {
  const account = `account:${hash(email)}`;
  return {
    account: knownDevice === null ? account : `${account}:device:${hash(knownDevice)}`,
    address: `address:${hash(addressKey(ip))}`,
    isKnownDevice: knownDevice !== null,
  };
}

/**
 * Counts an attempt before it is made, so that simultaneous attempts all count. The fifth failure locks for 2 s, each further one twice as
 * long, at most 15 minutes; after 100 in a row only a new password helps. Throws `too-many-attempts`. A successful sign-in resets the count.
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
    // Another attempt may have locked the key while this one waited for its row.
    refuseWhileLocked(row, now);
    if (row.failures >= freeAttempts) {
      const seconds = Math.min(longestLockSeconds, 2 ** (row.failures - freeAttempts + 1));
      await lockThrottle(tx, keys.account, new Date(now.valueOf() + seconds * 1000), row.failures >= blockedAt);
    }
  });
}

/** Records a failed attempt: it counts against the network address as well, even from a known browser. */
export async function recordFailure(deps: Pick<Deps, "db">, keys: SignInKeys, now: Date): Promise<void> {
  await deps.db.asAuth((tx) => count(tx, keys.address, now, addressWindowMs));
}

/** Records a successful attempt: the account's count starts again. */
export async function forgetAttempts(tx: Tx, keys: SignInKeys, now: Date): Promise<void> {
  await clearThrottle(tx, keys.account, now);
}

/** Forgets the failures of an account with a new password, on every browser known to it. `email` is normalised. */
export async function forgetAccountAttempts(tx: Tx, email: string, now: Date): Promise<void> {
  await clearThrottlesOfAccount(tx, `account:${hash(email)}`, now);
}

/**
 * Counts a request for a reset link against the network address that it comes from, never against an account, so that a stranger who asks
 * often does not hinder the owner. Throws `too-many-attempts`, whatever address was typed.
 */
export async function takeResetRequest(deps: Pick<Deps, "db">, ip: string, now: Date): Promise<void> {
  const row = await deps.db.asAuth((tx) => count(tx, `reset-address:${hash(addressKey(ip))}`, now, resetWindowMs));
  if (row.failures > resetsOfAddress) throw tooMany(row.windowStartedAt.valueOf() + resetWindowMs - now.valueOf());
}

/** May this link be mailed once more? At most three times: by then it is in the mailbox, and it works. */
export async function takeLinkMail(tx: Tx, ticketId: string, now: Date): Promise<boolean> {
  return (await count(tx, `link:${hash(ticketId)}`, now, rowMs)).failures <= mailsOfLink;
}

/** Counts one attempt; if that adds a row, also deletes some rows older than every window. */
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
