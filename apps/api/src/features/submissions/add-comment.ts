import type { addComment as addCommentContract, BodyOf, ReplyOf } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { insertComments } from "@avances/db/queries/comment-queries";
import { findSubmissionInRound, lockSubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import { noteActivity } from "@avances/db/queries/submission-queries";
import { type Actor, can } from "@avances/domain/access";
import { findIndicator } from "@avances/domain/catalogue";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { commentView, newComment } from "#features/shared/comment.ts";
import { mayWriteIn, ownerOf, readTalk, threadNamed, threadView } from "#features/shared/talk.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";

interface AddComment {
  readonly submissionId: string;
  readonly comment: BodyOf<typeof addCommentContract>;
  /** Null = a repeated request may add the remark twice. */
  readonly idempotency: Idempotency | null;
}

/**
 * Adds a remark, once per key, to the thread of its answer and audience. The secretariat can only write shared remarks: it takes no part in a
 * country's internal ones. A contributor writes on assigned answers.
 */
export async function addComment(
  deps: Pick<Deps, "db" | "clock" | "newId" | "catalogues">,
  actor: Actor,
  { submissionId, comment, idempotency }: AddComment,
): Promise<ReplyOf<typeof addCommentContract>> {
  allow(actor, "review-comment.write");
  const now = deps.clock.now();
  return deps.db.asActor(actor, async (tx) => {
    const seen = found(await findSubmissionInRound(tx, submissionId));
    allow(actor, "review-comment.write", ownerOf(seen.countryCode, comment.indicatorCode));
    if (!mayWriteIn(actor, seen.countryCode, comment)) throw new DomainError("not-allowed");
    if (comment.indicatorCode !== null) {
      found(findIndicator(deps.catalogues.version(seen.round.catalogueVersion), comment.indicatorCode));
    }
    return once(tx, deps, actor, idempotency, async () => {
      const submission = found(await lockSubmissionInRound(tx, submissionId));
      const row = newComment(deps, { submission, actor, now }, comment);
      await insertComments(tx, [row]);
      // Activity of a report is work on it, by those who report.
      if (can(actor, "submission.submit", { country: submission.countryCode }).allowed)
        await noteActivity(tx, submission.id, now);
      await appendAuditEvent(tx, {
        at: now,
        actor,
        action: "comment.added",
        objectType: "submission",
        objectId: submission.id,
        countryCode: submission.countryCode,
        fields: comment.indicatorCode === null ? [] : [comment.indicatorCode],
        beforeHash: null,
        afterHash: null,
        detail: { audience: comment.audience, version: row.version },
      });
      const thread = found(threadNamed(await readTalk(tx, actor, submission.id), row));
      return { ...commentView(row), thread: threadView(actor, submission.countryCode, thread) };
    });
  });
}
