import type { BodyOf, correctReturnDate as contract, ReplyOf } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { wakeScheduler } from "@avances/db/queries/notice-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import { submissionSummary } from "#features/shared/submission-summary.ts";
import { change, lockAsSeen, type Seen } from "#features/shared/transition.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { requireOtherDate, requireOwnDate } from "./own-date.ts";

interface CorrectReturnDate extends Seen {
  readonly correction: BodyOf<typeof contract>;
  readonly idempotency: Idempotency;
}

/**
 * Gives returned work another due date: the country asked for more time, or the first date was a mistake. Refuses with
 * `transition-refused` when the report is not with the country for clarification.
 */
export async function correctReturnDate(
  deps: Pick<Deps, "db" | "clock" | "newId" | "catalogues" | "reference">,
  actor: Actor,
  { correction, idempotency, ...seen }: CorrectReturnDate,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "submission.review");
  const now = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      const submission = await lockAsSeen(tx, deps, actor, "submission.review", seen);
      const { status } = submission;
      if (status !== "returned") throw new DomainError("transition-refused", { status, from: ["returned"] });
      const { dueOn } = correction;
      requireOtherDate(dueOn, submission.returnDueOn);
      requireOwnDate(deps, { submission, now, dueOn });

      const changed = await change(
        tx,
        submission,
        { act: "return_date_corrected", actor, now, reason: correction.reason },
        { returnDueOn: dueOn },
      );
      await appendAuditEvent(tx, {
        at: now,
        actor,
        action: "submission.return-date-corrected",
        objectType: "submission",
        objectId: submission.id,
        countryCode: submission.countryCode,
        fields: ["returnDueOn"],
        detail: { status, from: submission.returnDueOn, to: dueOn },
      });
      await wakeScheduler(tx);
      return submissionSummary(deps, changed, now);
    }),
  );
}
