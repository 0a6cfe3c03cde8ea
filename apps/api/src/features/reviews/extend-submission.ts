import type { BodyOf, extendSubmission as extendContract, ReplyOf } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { wakeScheduler } from "@avances/db/queries/notice-queries";
import type { Actor } from "@avances/domain/access";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import { submissionSummary } from "#features/shared/submission-summary.ts";
import { change, lockAsSeen, requireAwaited, type Seen } from "#features/shared/transition.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { requireOwnDate } from "./own-date.ts";

interface Extend extends Seen {
  readonly extension: BodyOf<typeof extendContract>;
  readonly idempotency: Idempotency;
}

/**
 * Gives a country a later due date; reminders start again from that date. Refuses with `transition-refused` once a report was submitted
 * (the first submission has fixed timeliness) and with `round-dates-out-of-order` unless the new date is later than the present one and
 * than today, and not absurdly far away.
 */
export async function extendSubmission(
  deps: Pick<Deps, "db" | "clock" | "newId" | "catalogues" | "reference">,
  actor: Actor,
  { extension, idempotency, ...seen }: Extend,
): Promise<ReplyOf<typeof extendContract>> {
  allow(actor, "submission.extend");
  const now = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      const submission = await lockAsSeen(tx, deps, actor, "submission.extend", seen);
      requireAwaited(submission);
      const { dueOn, reason } = extension;
      requireOwnDate(deps, { submission, now, dueOn, after: submission.dueOn });

      const changed = await change(
        tx,
        submission,
        { act: "extended", actor, now, reason },
        { dueOn, extensionReason: reason, extensionGrantedAt: now },
      );
      await appendAuditEvent(tx, {
        at: now,
        actor,
        action: "submission.extended",
        objectType: "submission",
        objectId: submission.id,
        countryCode: submission.countryCode,
        fields: ["dueOn", "extensionReason"],
        beforeHash: null,
        afterHash: null,
        detail: { status: submission.status, from: submission.dueOn, to: dueOn },
      });
      await wakeScheduler(tx);
      return submissionSummary(deps, changed, now);
    }),
  );
}
