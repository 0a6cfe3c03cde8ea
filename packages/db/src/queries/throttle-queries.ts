import { and, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { throttle } from "../schema/index.ts";

export type ThrottleRow = typeof throttle.$inferSelect;

/** The failures counted under these keys. */
export async function findThrottles(tx: Tx, keys: readonly string[]): Promise<readonly ThrottleRow[]> {
  return tx
    .select()
    .from(throttle)
    .where(inArray(throttle.key, [...keys]));
}

/** Counts one more failure; starts a new count when the window is over. Returns the row, locked until the transaction ends. */
export async function countFailure(tx: Tx, key: string, now: Date, windowMs: number): Promise<ThrottleRow> {
  const windowStart = sql`${new Date(now.getTime() - windowMs).toISOString()}::timestamptz`;
  const isOver = sql`${throttle.windowStartedAt} <= ${windowStart}`;
  const [row] = await tx
    .insert(throttle)
    .values({ key, failures: 1, windowStartedAt: now })
    .onConflictDoUpdate({
      target: throttle.key,
      set: {
        failures: sql`case when ${isOver} then 1 else ${throttle.failures} + 1 end`,
        windowStartedAt: sql`case when ${isOver} then excluded.window_started_at else ${throttle.windowStartedAt} end`,
      },
    })
    .returning();
  return row as ThrottleRow;
}

/**
 * Deletes rows whose window started before an instant, oldest first, at most `limit`; never rows that block until a new password is set.
 * Rows that another transaction has locked are left for a later call. Counters are not part of the record.
 */
export async function deleteOldThrottles(tx: Tx, before: Date, limit: number): Promise<void> {
  await tx.execute(sql`
    delete from auth.throttle where key in (
      select t.key from auth.throttle t
      where t.window_started_at < ${before.toISOString()}::timestamptz and not t.blocked
      order by t.window_started_at limit ${limit} for update skip locked
    )
  `);
}

/** Locks a key until an instant, or for good (`blocked`: only a password reset helps). */
export async function lockThrottle(tx: Tx, key: string, lockedUntil: Date | null, blocked: boolean): Promise<void> {
  await tx.update(throttle).set({ lockedUntil, blocked }).where(eq(throttle.key, key));
}

/** Forgets the failures under a key, after a successful sign-in. */
export async function clearThrottle(tx: Tx, key: string, now: Date): Promise<void> {
  await clearThrottlesWhere(tx, eq(throttle.key, key), now);
}

/** After a reset: forgets the failures under the key of an account and those of the account on known devices (`<key>:…`). */
export async function clearThrottlesOfAccount(tx: Tx, key: string, now: Date): Promise<void> {
  await clearThrottlesWhere(tx, sql`(${throttle.key} = ${key} or starts_with(${throttle.key}, ${`${key}:`}))`, now);
}

async function clearThrottlesWhere(tx: Tx, isMeant: SQL, now: Date): Promise<void> {
  const isSet = sql`(${throttle.failures} > 0 or ${isNotNull(throttle.lockedUntil)} or ${throttle.blocked})`;
  await tx
    .update(throttle)
    .set({ failures: 0, windowStartedAt: now, lockedUntil: null, blocked: false })
    .where(and(isMeant, isSet));
}
