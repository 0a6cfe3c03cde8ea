import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { claimIdempotencyKey, recordResponse } from "@avances/db/queries/idempotency-queries";
import type { Actor } from "@avances/domain/access";
import type { Deps } from "../deps.ts";
import type { Idempotency } from "./handler.ts";
import { ProtocolError } from "./problem-details.ts";

/**
 * Runs `fn` at most once per key, person and operation: the key's row is written in the same transaction as the act, so a refused
 * act leaves no row, and a repeated request (even at the same moment) gets the first reply. The same key with other
 * content, or from the same person in another role or for another side, is refused. `idempotency` null = a preview: `fn` just runs. What `fn` returns must survive JSON.
 */
export async function once<T>(
  tx: Tx,
  deps: Pick<Deps, "clock">,
  actor: Pick<Actor, "userId" | "role" | "country" | "organisation">,
  idempotency: Idempotency | null,
  fn: () => Promise<T>,
): Promise<T> {
  if (idempotency === null) return fn();
  const key = { userId: actor.userId, operation: idempotency.operation, key: idempotency.key };
  // What was answered was for the side and the role in which it was asked: to whoever has another one since, it may tell what they may not read.
  const { role, country, organisation } = actor;
  const asked = [idempotency.bodyHash, role, country ?? organisation ?? ""].join(" ").trimEnd();
  const claim = await claimIdempotencyKey(tx, key, asked, deps.clock.now());
  if (!claim.isFirst) {
    if (claim.bodyHash !== asked) throw new ProtocolError("idempotency-key-reused");
    return (claim.response as { readonly value: T }).value;
  }
  const answer = await fn();
  const { overruled } = idempotency;
  if (overruled)
    await appendAuditEvent(tx, {
      ...{ at: deps.clock.now(), actor, action: "details.overruled", countryCode: actor.country },
      ...{ objectType: overruled.object.type, objectId: overruled.object.id },
      detail: { kinds: overruled.kinds.join(" ") },
    });
  await recordResponse(tx, key, 200, { value: answer });
  return answer;
}
