import type { markSeen as contract, ReplyOf } from "@avances/contracts";
import { listComments } from "@avances/db/queries/comment-queries";
import { findSubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import { findRemarksSeen, insertRemarksSeen } from "@avances/db/queries/thread-queries";
import { type Actor, isOfSecretariat } from "@avances/domain/access";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { isCommentFor } from "#features/shared/comment.ts";

interface Seen {
  readonly submissionId: string;
  /** Ids of remarks that are on the reader's screen. */
  readonly comments: readonly string[];
}

/**
 * Records that remarks of the other side are on somebody's screen; the first time counts. What this reader may not read, one's own side's
 * remarks and what is for the country alone are left out without a word. It is no act on the report: the row itself says who and when.
 */
export async function markSeen(
  deps: Pick<Deps, "db" | "clock">,
  actor: Actor,
  { submissionId, comments: ids }: Seen,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "review-comment.read");
  const now = deps.clock.now();
  return deps.db.asActor(actor, async (tx) => {
    const { countryCode } = found(await findSubmissionInRound(tx, submissionId));
    allow(actor, "review-comment.read", { country: countryCode });
    const shown = new Set(ids);
    const theirs = (await listComments(tx, submissionId)).filter(
      (one) =>
        shown.has(one.id) &&
        one.audience === "shared" &&
        isCommentFor(actor, one) &&
        isOfSecretariat(one.authorRole) !== isOfSecretariat(actor.role),
    );
    const by = { countryCode, submissionId, seenAt: now, seenBy: actor.userId, seenByName: actor.displayName };
    const known = new Set((await findRemarksSeen(tx, [...shown])).map(({ commentId }) => commentId));
    // The trigger that tells others is not woken for what everybody knows.
    await insertRemarksSeen(
      tx,
      theirs.flatMap(({ id }) => (known.has(id) ? [] : [{ ...by, commentId: id }])),
    );
    const seen = await findRemarksSeen(
      tx,
      theirs.map(({ id }) => id),
    );
    return { seen: seen.map((one) => ({ id: one.commentId, at: one.seenAt.toISOString(), byName: one.seenByName })) };
  });
}
