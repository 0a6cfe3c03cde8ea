import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { idempotency } from "../schema/index.ts";

export interface IdempotencyKey {
  readonly userId: string;
  readonly operation: string;
  readonly key: string;
}

export type IdempotencyClaim =
  | { readonly isFirst: true }
  /** Answered before: give this answer again, or refuse when the body differs. */
  | { readonly isFirst: false; readonly bodyHash: string; readonly status: number; readonly response: unknown };

/** Keys older than this are free again. */
const keyLifeMs = 48 * 3_600_000;

/**
 * Takes the key for this request, first thing in its transaction. A twin that is under way is waited for: when it commits, its answer
 * comes back; when it rolls back, this one is the first.
 */
export async function claimIdempotencyKey(
  tx: Tx,
  key: IdempotencyKey,
  bodyHash: string,
  now: Date,
): Promise<IdempotencyClaim> {
  const claimed = await tx
    .insert(idempotency)
    .values({ ...key, bodyHash, status: 0, response: {}, createdAt: now })
    .onConflictDoUpdate({
      target: [idempotency.userId, idempotency.operation, idempotency.key],
      set: { bodyHash, status: 0, response: sql`'{}'::jsonb`, createdAt: now },
      setWhere: sql`${idempotency.createdAt} < ${new Date(now.getTime() - keyLifeMs).toISOString()}::timestamptz`,
    })
    .returning({ key: idempotency.key });
  if (claimed.length > 0) return { isFirst: true };
  const [known] = await tx.select().from(idempotency).where(isKey(key));
  if (!known) throw new Error("An idempotency key is taken and cannot be read");
  return { isFirst: false, bodyHash: known.bodyHash, status: known.status, response: known.response };
}

/** Keeps the answer for a repetition of the request, last thing in its transaction. */
export async function recordResponse(tx: Tx, key: IdempotencyKey, status: number, response: unknown): Promise<void> {
  await tx.update(idempotency).set({ status, response }).where(isKey(key));
}

function isKey(key: IdempotencyKey) {
  return and(
    eq(idempotency.userId, key.userId),
    eq(idempotency.operation, key.operation),
    eq(idempotency.key, key.key),
  );
}
