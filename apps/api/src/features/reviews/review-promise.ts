import type { getReviewPromise, ReplyOf } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { insertReviewPromise, listReviewPromises, lockReviewPromise } from "@avances/db/queries/verdict-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";

type Promised = ReplyOf<typeof getReviewPromise>;

/** Within how many working days the secretariat says that it answers. */
export async function reviewPromise(deps: Pick<Deps, "db">, actor: Actor): Promise<Promised> {
  allow(actor, "submission.review");
  return deps.db.asActor(actor, view);
}

/**
 * Decides it for reports that come from now on. Deciding what is already so changes nothing. Refuses with `revision-stale` and what is so now when
 * somebody decided since `revision` was seen.
 */
export async function setReviewPromise(
  deps: Pick<Deps, "db" | "clock">,
  actor: Actor,
  {
    days,
    revision,
    idempotency,
  }: { readonly days: number | null; readonly revision: number; readonly idempotency: Idempotency },
): Promise<Promised> {
  allow(actor, "submission.review");
  const now = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      await lockReviewPromise(tx);
      const before = await view(tx);
      if (before.revision !== revision) throw new DomainError("revision-stale", { current: before });
      if (before.days === days) return before;
      await insertReviewPromise(tx, { at: now, actorId: actor.userId, actorName: actor.displayName, days });
      await appendAuditEvent(tx, {
        ...{ at: now, actor, action: "review-promise.decided", objectType: "reviews", objectId: "promise" },
        ...{ countryCode: null, detail: { before: before.days, after: days } },
      });
      return view(tx);
    }),
  );
}

async function view(tx: Tx): Promise<Promised> {
  const last = (await listReviewPromises(tx)).at(-1);
  return {
    days: last?.days ?? null,
    decided: last === undefined ? null : { at: last.at.toISOString(), byName: last.actorName },
    revision: last?.id ?? 0,
  };
}
