import type { BodyOf, takeBackExemption as contract, ReplyOf } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { wakeScheduler } from "@avances/db/queries/notice-queries";
import type { Actor } from "@avances/domain/access";
import { actInPublic, type PublicDeps } from "#features/shared/act-in-public.ts";
import { allow } from "#features/shared/allow.ts";
import { submissionSummary } from "#features/shared/submission-summary.ts";
import { change, lockAsSeen, type Seen, statusAfter } from "#features/shared/transition.ts";
import type { Idempotency } from "#http/handler.ts";

interface TakeBackExemption extends Seen {
  readonly correction: BodyOf<typeof contract>;
  readonly idempotency: Idempotency;
}

/**
 * Takes an exemption back: the report is owed again, with its draft as it is, by the date that it had. The record keeps the exemption
 * and why it no longer holds.
 */
export async function takeBackExemption(
  deps: PublicDeps,
  actor: Actor,
  { correction, idempotency, ...seen }: TakeBackExemption,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "submission.exempt");
  const now = deps.clock.now();
  return actInPublic(deps, actor, { idempotency, now }, async (tx) => {
    const submission = await lockAsSeen(tx, deps, actor, "submission.exempt", seen);
    const prepared = statusAfter("reinstate", submission, "secretariat");
    const isUntouched = submission.answeredCount === 0 && submission.version === 0;
    const status = isUntouched ? "not_started" : prepared;

    const changed = await change(
      tx,
      submission,
      { act: "exemption_taken_back", actor, now, reason: correction.reason },
      { status, exemptReason: null },
    );
    await appendAuditEvent(tx, {
      at: now,
      actor,
      action: "submission.exemption-taken-back",
      objectType: "submission",
      objectId: submission.id,
      countryCode: submission.countryCode,
      fields: ["status", "exemptReason"],
      detail: { from: submission.status, to: status },
    });
    await wakeScheduler(tx);
    return submissionSummary(deps, changed, now);
  });
}
