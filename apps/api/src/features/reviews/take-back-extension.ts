import type { BodyOf, takeBackExtension as contract, ReplyOf } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { wakeScheduler } from "@avances/db/queries/notice-queries";
import type { Actor } from "@avances/domain/access";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import { submissionSummary } from "#features/shared/submission-summary.ts";
import { change, lockAsSeen, requireExtension, type Seen } from "#features/shared/transition.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";

interface TakeBackExtension extends Seen {
  readonly correction: BodyOf<typeof contract>;
  readonly idempotency: Idempotency;
}

/**
 * Takes an extension back: the due date of the round counts again, even if it has passed. The record keeps what was given and why it
 * no longer holds. Refuses with `transition-refused` if there is no extension or the due date no longer counts.
 */
export async function takeBackExtension(
  deps: Pick<Deps, "db" | "clock" | "newId" | "catalogues" | "reference">,
  actor: Actor,
  { correction, idempotency, ...seen }: TakeBackExtension,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "submission.extend");
  const now = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      const submission = await lockAsSeen(tx, deps, actor, "submission.extend", seen);
      requireExtension(submission);
      const { dueOn } = submission.round;

      const changed = await change(
        tx,
        submission,
        { act: "extension_taken_back", actor, now, reason: correction.reason },
        { dueOn, extensionReason: null, extensionGrantedAt: null },
      );
      await appendAuditEvent(tx, {
        at: now,
        actor,
        action: "submission.extension-taken-back",
        objectType: "submission",
        objectId: submission.id,
        countryCode: submission.countryCode,
        fields: ["dueOn", "extensionReason"],
        detail: { status: submission.status, from: submission.dueOn, to: dueOn },
      });
      await wakeScheduler(tx);
      return submissionSummary(deps, changed, now);
    }),
  );
}
