import type { exemptSubmission as exemptContract, ReplyOf } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { wakeScheduler } from "@avances/db/queries/notice-queries";
import type { Actor } from "@avances/domain/access";
import { actInPublic, type PublicDeps } from "#features/shared/act-in-public.ts";
import { allow } from "#features/shared/allow.ts";
import { submissionSummary } from "#features/shared/submission-summary.ts";
import { change, lockAsSeen, type Seen, statusAfter } from "#features/shared/transition.ts";
import type { Idempotency } from "#http/handler.ts";

interface Exempt extends Seen {
  readonly reason: string;
  readonly idempotency: Idempotency;
}

/** Records that a country need not report in this round. Its draft is kept; it may still report voluntarily. */
export async function exemptSubmission(
  deps: PublicDeps,
  actor: Actor,
  { reason, idempotency, ...seen }: Exempt,
): Promise<ReplyOf<typeof exemptContract>> {
  allow(actor, "submission.exempt");
  const now = deps.clock.now();
  return actInPublic(deps, actor, { idempotency, now }, async (tx) => {
    const submission = await lockAsSeen(tx, deps, actor, "submission.exempt", seen);
    const status = statusAfter("exempt", submission, "secretariat");
    const changed = await change(
      tx,
      submission,
      { act: "exempted", actor, now, reason },
      { status, exemptReason: reason },
    );
    await appendAuditEvent(tx, {
      at: now,
      actor,
      action: "submission.exempted",
      objectType: "submission",
      objectId: submission.id,
      countryCode: submission.countryCode,
      fields: ["status", "exemptReason"],
      beforeHash: null,
      afterHash: null,
      detail: { from: submission.status, to: status },
    });
    await wakeScheduler(tx);
    return submissionSummary(deps, changed, now);
  });
}
