import type { BodyOf, ReplyOf, returnSubmission as returnContract } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { insertComments } from "@avances/db/queries/comment-queries";
import { wakeScheduler } from "@avances/db/queries/notice-queries";
import { markAsked } from "@avances/db/queries/verdict-queries";
import type { Actor } from "@avances/domain/access";
import { findIndicator } from "@avances/domain/catalogue";
import { addDays, localDate, returnDays } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { newComment } from "#features/shared/comment.ts";
import { submissionSummary, timeZoneOf } from "#features/shared/submission-summary.ts";
import { change, lockAsSeen, type Seen, statusAfter } from "#features/shared/transition.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { requireOwnDate } from "./own-date.ts";

interface Return extends Seen {
  readonly request: BodyOf<typeof returnContract>;
  readonly idempotency: Idempotency;
}

/**
 * Sends a submission back for clarification. It gets its own due date, in the country's calendar, and is not overdue until then.
 * The reasons are shared comments on the version that was read. Refuses with `round-dates-out-of-order` for a day that has passed or is
 * absurdly far away.
 */
export async function returnSubmission(
  deps: Pick<Deps, "db" | "clock" | "newId" | "catalogues" | "reference">,
  actor: Actor,
  { request, idempotency, ...seen }: Return,
): Promise<ReplyOf<typeof returnContract>> {
  allow(actor, "submission.review");
  const now = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      const submission = await lockAsSeen(tx, deps, actor, "submission.review", seen);
      const status = statusAfter("return", submission, "secretariat");
      const today = localDate(now, timeZoneOf(deps, submission.countryCode));
      const returnDueOn = request.dueOn ?? addDays(today, returnDays);
      requireOwnDate(deps, { submission, now, dueOn: returnDueOn });
      const catalogue = deps.catalogues.version(submission.round.catalogueVersion);
      for (const { indicatorCode } of request.comments) {
        if (indicatorCode !== null) found(findIndicator(catalogue, indicatorCode));
      }

      const changed = await change(
        tx,
        submission,
        { act: "returned", actor, now },
        { status, returnDueOn, returnedAt: now },
      );
      await insertComments(
        tx,
        request.comments.map((said) =>
          newComment(deps, { submission, actor, now }, { ...said, audience: "shared" }, true),
        ),
      );
      await markAsked(
        tx,
        submission.id,
        request.comments.flatMap(({ indicatorCode }) => indicatorCode ?? []),
        { at: now, userId: actor.userId, name: actor.displayName },
      );
      await appendAuditEvent(tx, {
        at: now,
        actor,
        action: "submission.returned",
        objectType: "submission",
        objectId: submission.id,
        countryCode: submission.countryCode,
        fields: ["status", "returnDueOn"],
        beforeHash: null,
        afterHash: null,
        detail: {
          from: submission.status,
          to: status,
          version: submission.version,
          dueOn: returnDueOn,
          comments: request.comments.length,
        },
      });
      await wakeScheduler(tx);
      return submissionSummary(deps, changed, now);
    }),
  );
}
