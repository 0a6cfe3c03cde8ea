import type { Tx } from "@avances/db";
import type { SubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import { type SubmissionPatch, updateStatus } from "@avances/db/queries/submission-queries";
import { DomainError } from "@avances/domain/domain-error";
import {
  judgeTransition,
  type SubmissionStatus,
  type TransitionBy,
  type TransitionName,
} from "@avances/domain/submission";

/** The status this transition leads to, or `transition-refused` with the status it is in and those it may start from. */
export function statusAfter(name: TransitionName, submission: SubmissionInRound, by: TransitionBy): SubmissionStatus {
  const verdict = judgeTransition(name, submission.status, by);
  if (!verdict.allowed) throw new DomainError("transition-refused", { status: submission.status, from: verdict.from });
  return verdict.to;
}

/**
 * Writes a changed submission, provided that its status is still the one that was judged. The lock already promises that;
 * the condition keeps the promise should somebody ever forget the lock. Returns the row as it now is.
 */
export async function change(
  tx: Tx,
  submission: SubmissionInRound,
  patch: SubmissionPatch,
): Promise<SubmissionInRound> {
  const changed = await updateStatus(tx, submission.id, [submission.status], patch);
  if (changed === undefined) throw new DomainError("transition-refused", { status: submission.status });
  return { ...changed, round: submission.round };
}
