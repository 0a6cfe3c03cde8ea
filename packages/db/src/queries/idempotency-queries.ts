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
  /** Answered before: repeat that reply, or refuse if the body differs. */
  | { readonly isFirst: false; readonly bodyHash: string; readonly status: number; readonly response: unknown };

/** After this time a key can be used again. */
const keyLifeMs = 48 * 3_600_000;

/**
 * Claims the key for this request, as the first step of its transaction. Waits for a request with the same key that is under way: if it
 * commits, its reply comes back; if it rolls back, this request is the first.
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

/** Stores the reply for a repeated request, as the last step of its transaction. */
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
