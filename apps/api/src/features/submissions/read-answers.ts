import type { ReplyOf, readAnswers as readAnswersContract } from "@avances/contracts";
import { listAnswersTo } from "@avances/db/queries/answer-queries";
import { findSubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import { type Actor, isOfSecretariat } from "@avances/domain/access";
import type { Deps } from "#deps.ts";
import { allow, found, visibleAnswers } from "#features/shared/allow.ts";
import { savedAnswer } from "./saved-answer.ts";

/** The present answers to these indicators that the reader may see: what somebody needs who has the rest of the report open. */
export async function readAnswers(
  deps: Pick<Deps, "db">,
  actor: Actor,
  { submissionId, indicators }: { readonly submissionId: string; readonly indicators: string },
): Promise<ReplyOf<typeof readAnswersContract>> {
  allow(actor, "submission.read");
  return deps.db.asActor(actor, async (tx) => {
    const submission = found(await findSubmissionInRound(tx, submissionId));
    allow(actor, "submission.read", { country: submission.countryCode });
    const rows = isOfSecretariat(actor.role) ? [] : await listAnswersTo(tx, submissionId, indicators.split(","));
    const visible = visibleAnswers(actor, rows);
    return {
      answers: visible.map(savedAnswer),
      byReader: visible.flatMap((row) => (row.updatedBy === actor.userId ? [row.indicatorCode] : [])),
      answered: submission.answeredCount,
      submissionRevision: submission.revision,
    };
  });
}
