import type { acceptSubmission as acceptContract, ReplyOf } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { wakeScheduler } from "@avances/db/queries/notice-queries";
import { findVersion, confirmNotApplicable as insertConfirmations } from "@avances/db/queries/version-queries";
import type { Actor } from "@avances/domain/access";
import type { IndicatorCode } from "@avances/domain/catalogue";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { frozenAnswers } from "#features/shared/previous-answers.ts";
import { submissionSummary } from "#features/shared/submission-summary.ts";
import { change, lockAsSeen, type Seen, statusAfter } from "#features/shared/transition.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";

interface Accept extends Seen {
  /** Declared "not applicable" answers that the secretariat agrees with. Codes that the version declares differently are ignored. */
  readonly confirmNotApplicable: readonly IndicatorCode[];
  readonly idempotency: Idempotency;
}

/** Accepts the latest submitted version as it was frozen. */
export async function acceptSubmission(
  deps: Pick<Deps, "db" | "clock" | "newId" | "catalogues" | "reference">,
  actor: Actor,
  { confirmNotApplicable, idempotency, ...seen }: Accept,
): Promise<ReplyOf<typeof acceptContract>> {
  allow(actor, "submission.review");
  const now = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      const submission = await lockAsSeen(tx, deps, actor, "submission.review", seen);
      const status = statusAfter("accept", submission, "secretariat");
      const latest = found(await findVersion(tx, submission.id, submission.version));
      const answers = await frozenAnswers(tx, actor, latest.id);
      const confirmed = [...new Set(confirmNotApplicable)].filter(
        (code) => answers.get(code)?.state === "not_applicable",
      );

      const changed = await change(
        tx,
        submission,
        { act: "accepted", actor, now },
        { status, acceptedVersion: submission.version, acceptedAt: now },
      );
      await insertConfirmations(
        tx,
        confirmed.map((indicatorCode) => ({
          submissionId: submission.id,
          version: submission.version,
          countryCode: submission.countryCode,
          indicatorCode,
          confirmedAt: now,
          confirmedBy: actor.userId,
        })),
      );
      await appendAuditEvent(tx, {
        at: now,
        actor,
        action: "submission.accepted",
        objectType: "submission",
        objectId: submission.id,
        countryCode: submission.countryCode,
        fields: ["status", "acceptedVersion", ...confirmed],
        beforeHash: null,
        afterHash: latest.contentHash,
        detail: { from: submission.status, to: status, version: submission.version, confirmed: confirmed.length },
      });
      await wakeScheduler(tx);
      return submissionSummary(deps, changed, now);
    }),
  );
}
