import type { getReceivedReports, ReplyOf } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import {
  insertReceivedReportsAct,
  lastReceivedReportsAct,
  lockReceivedReports,
} from "@avances/db/queries/received-reports-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import { actInPublic, type PublicDeps } from "#features/shared/act-in-public.ts";
import { allow } from "#features/shared/allow.ts";
import type { Idempotency } from "#http/handler.ts";

type ReceivedReports = ReplyOf<typeof getReceivedReports>;

/** Whether the public may know that a report was received, and who decided so. */
export async function receivedReports(deps: Pick<Deps, "db">, actor: Actor): Promise<ReceivedReports> {
  allow(actor, "rounds.manage");
  return deps.db.asActor(actor, view);
}

/**
 * Decides whether the public may know that a report was received, and renews the public file in the same transaction. Deciding what is
 * already so changes nothing: the earlier decision stays the one on record. Refuses with `revision-stale` and what is so now when
 * somebody decided since `revision` was seen.
 */
export async function showReceivedReports(
  deps: PublicDeps,
  actor: Actor,
  {
    shown,
    revision,
    idempotency,
  }: { readonly shown: boolean; readonly revision: number; readonly idempotency: Idempotency },
): Promise<ReceivedReports> {
  allow(actor, "rounds.manage");
  const now = deps.clock.now();
  return actInPublic(deps, actor, { idempotency, now }, async (tx) => {
    await lockReceivedReports(tx);
    const before = await view(tx);
    if (before.revision !== revision) throw new DomainError("revision-stale", { current: before });
    if (before.shown === shown) return before;
    await insertReceivedReportsAct(tx, { at: now, actorId: actor.userId, actorName: actor.displayName, shown });
    await appendAuditEvent(tx, {
      at: now,
      actor,
      action: shown ? "received-reports.shown" : "received-reports.hidden",
      objectType: "public-file",
      objectId: "received-reports",
      countryCode: null,
      fields: ["shown"],
      detail: { before: before.shown, after: shown },
    });
    return view(tx);
  });
}

async function view(tx: Tx): Promise<ReceivedReports> {
  const last = await lastReceivedReportsAct(tx);
  return {
    shown: last?.shown ?? false,
    decided: last ? { at: last.at.toISOString(), byName: last.actorName } : null,
    revision: last?.id ?? 0,
  };
}
