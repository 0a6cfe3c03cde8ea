import type { BodyOf, correctExtension as contract, ReplyOf } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { wakeScheduler } from "@avances/db/queries/notice-queries";
import type { Actor } from "@avances/domain/access";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import { submissionSummary } from "#features/shared/submission-summary.ts";
import { change, lockAsSeen, requireExtension, type Seen } from "#features/shared/transition.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { requireOtherDate, requireOwnDate } from "./own-date.ts";

interface CorrectExtension extends Seen {
  readonly correction: BodyOf<typeof contract>;
  readonly idempotency: Idempotency;
}

/**
 * Replaces the date of an extension by an earlier or later one; the record keeps both, and the reminders follow the new one.
 * Refuses with `transition-refused` if there is no extension or the due date no longer counts, and with `round-dates-out-of-order`
 * for a date that is not after the round's own due date and today: no country becomes late by a correction.
 */
export async function correctExtension(
  deps: Pick<Deps, "db" | "clock" | "newId" | "catalogues" | "reference">,
  actor: Actor,
  { correction, idempotency, ...seen }: CorrectExtension,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "submission.extend");
  const now = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      const submission = await lockAsSeen(tx, deps, actor, "submission.extend", seen);
      requireExtension(submission);
      const { dueOn } = correction;
      requireOtherDate(dueOn, submission.dueOn);
      requireOwnDate(deps, { submission, now, dueOn, after: submission.round.dueOn });

      const changed = await change(
        tx,
        submission,
        { act: "extension_corrected", actor, now, reason: correction.reason },
        { dueOn },
      );
      await appendAuditEvent(tx, {
        at: now,
        actor,
        action: "submission.extension-corrected",
        objectType: "submission",
        objectId: submission.id,
        countryCode: submission.countryCode,
        fields: ["dueOn"],
        detail: { status: submission.status, from: submission.dueOn, to: dueOn },
      });
      await wakeScheduler(tx);
      return submissionSummary(deps, changed, now);
    }),
  );
}
