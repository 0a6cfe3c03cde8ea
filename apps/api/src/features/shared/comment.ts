import type { CommentRow, RemarkSeenRow } from "@avances/db/queries/rows";
import type { SubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import { type Actor, isOfSecretariat, seesAssignedOnly } from "@avances/domain/access";
import type { Deps } from "#deps.ts";
import { seesIndicator } from "./allow.ts";

interface Speaking {
  readonly submission: SubmissionInRound;
  readonly actor: Actor;
  readonly now: Date;
}

/** A remark by this person, now, on the latest version (0 = before the first submission). */
export function newComment(
  { newId }: Pick<Deps, "newId">,
  { submission, actor, now }: Speaking,
  said: Pick<CommentRow, "indicatorCode" | "audience" | "body">,
  isQuestion = false,
): CommentRow {
  return {
    ...said,
    isQuestion,
    id: newId(),
    submissionId: submission.id,
    countryCode: submission.countryCode,
    version: submission.version,
    authorId: actor.userId,
    authorName: actor.displayName,
    authorRole: actor.role,
    createdAt: now,
  };
}

/** A remark, as the API returns it. `seen`: when the other side first had it on a screen; undefined = not yet. */
export function commentView(row: CommentRow, seen?: Pick<RemarkSeenRow, "seenAt" | "seenByName">) {
  const { id, indicatorCode, audience, version, body, authorName, authorRole, createdAt, isQuestion } = row;
  return {
    ...{ id, indicatorCode, audience, version, body, authorName, authorRole, isQuestion },
    createdAt: createdAt.toISOString(),
    seen: seen === undefined ? null : { at: seen.seenAt.toISOString(), byName: seen.seenByName },
  };
}

/**
 * May this actor read it? The country's internal remarks stay in its team: a contributor sees only remarks on assigned indicators, and whoever
 * came by a section link of those only what is said with the Secretariat.
 */
export function isCommentFor(
  actor: Actor,
  { audience, indicatorCode }: Pick<CommentRow, "audience" | "indicatorCode">,
): boolean {
  if (isOfSecretariat(actor.role)) return audience === "shared";
  if (actor.section !== undefined && audience !== "shared") return false;
  return !seesAssignedOnly(actor.role) || (indicatorCode !== null && seesIndicator(actor, indicatorCode));
}
