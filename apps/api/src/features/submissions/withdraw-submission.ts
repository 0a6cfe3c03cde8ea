import type { ReplyOf, withdrawSubmission as withdrawContract } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { insertComments } from "@avances/db/queries/comment-queries";
import { wakeScheduler } from "@avances/db/queries/notice-queries";
import type { Actor } from "@avances/domain/access";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import { newComment } from "#features/shared/comment.ts";
import { submissionSummary } from "#features/shared/submission-summary.ts";
import { change, lockAsSeen, type Seen, statusAfter } from "#features/shared/transition.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";

interface Withdraw extends Seen {
  /** Sent to the secretariat as a shared comment on the version. */
  readonly reason: string | undefined;
  readonly idempotency: Idempotency;
}

/**
 * Withdraws a report that is not yet accepted, in order to change it. The frozen version stays, and so does the moment of the first
 * submission: a country that was on time remains on time.
 */
export async function withdrawSubmission(
  deps: Pick<Deps, "db" | "clock" | "newId" | "catalogues" | "reference">,
  actor: Actor,
  { reason, idempotency, ...seen }: Withdraw,
): Promise<ReplyOf<typeof withdrawContract>> {
  allow(actor, "submission.withdraw");
  const now = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      const submission = await lockAsSeen(tx, deps, actor, "submission.withdraw", seen);
      const status = statusAfter("withdraw", submission, "country");
      const changed = await change(
        tx,
        submission,
        { act: "withdrawn", actor, now, reason },
        { status, lastActivityAt: now },
      );
      if (reason !== undefined && reason.trim() !== "") {
        const comment = { indicatorCode: null, audience: "shared", body: reason } as const;
        await insertComments(tx, [newComment(deps, { submission, actor, now }, comment)]);
      }
      await appendAuditEvent(tx, {
        at: now,
        actor,
        action: "submission.withdrawn",
        objectType: "submission",
        objectId: submission.id,
        countryCode: submission.countryCode,
        fields: ["status"],
        beforeHash: null,
        afterHash: null,
        detail: { from: submission.status, to: status, version: submission.version },
      });
      await wakeScheduler(tx);
      return submissionSummary(deps, changed, now);
    }),
  );
}
