import type { ReplyOf, readAnswers as readAnswersContract } from "@avances/contracts";
import { listAnswersTo } from "@avances/db/queries/answer-queries";
import { findSubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import { type Actor, isOfSecretariat } from "@avances/domain/access";
import type { Deps } from "#deps.ts";
import { allow, found, visibleAnswers } from "#features/shared/allow.ts";
import { answeredFor, withOwnProposals } from "#features/shared/own-proposals.ts";
import { savedAnswer } from "./saved-answer.ts";

/** The present answers to these indicators that the reader may see: what somebody needs who has the rest of the report open. */
export async function readAnswers(
  deps: Pick<Deps, "db" | "catalogues">,
  actor: Actor,
  { submissionId, indicators }: { readonly submissionId: string; readonly indicators: string },
): Promise<ReplyOf<typeof readAnswersContract>> {
  allow(actor, "submission.read");
  return deps.db.asActor(actor, async (tx) => {
    const submission = found(await findSubmissionInRound(tx, submissionId));
    allow(actor, "submission.read", { country: submission.countryCode });
    const codes = indicators.split(",");
    const stored = isOfSecretariat(actor.role) ? [] : await listAnswersTo(tx, submissionId, codes);
    const visible = visibleAnswers(actor, await withOwnProposals(tx, actor, submissionId, stored, codes));
    return {
      answers: visible.map(savedAnswer),
      byReader: visible.flatMap((row) => (row.updatedBy === actor.userId ? [row.indicatorCode] : [])),
      answered: await answeredFor(tx, deps, actor, submission),
      submissionRevision: submission.revision,
    };
  });
}
