import type { AnswerInput, ReplyOf, SavedAnswer, saveAnswer as saveAnswerContract } from "@avances/contracts";
import { writeSaved } from "@avances/db/queries/answer-saving-queries";
import { type Actor, proposesOnly } from "@avances/domain/access";
import { checkIndicators } from "@avances/domain/answer";
import type { IndicatorCode } from "@avances/domain/catalogue";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import { allow, visibleFindings } from "#features/shared/allow.ts";
import { answerHash } from "#features/shared/content-hash.ts";
import { countAnswered, refusedFindings, refusedFor } from "./acceptable-answer.ts";
import { mayNow } from "./may-now.ts";
import { proposeAnswers } from "./ministries/propose-answers.ts";
import { answerOf, answersWith, answerToSave, changedFields, justSaved, staleAnswer } from "./saved-answer.ts";
import { lockWorkingCopy, refuseNotInQuestion, statusOnceSaved, writeLast, writing } from "./working-copy.ts";

interface SaveAnswer {
  readonly submissionId: string;
  readonly indicatorCode: IndicatorCode;
  readonly answer: AnswerInput;
  /** The revision the writer saw; 0 when there was no answer yet. */
  readonly revision: number;
}

/**
 * Saves one answer of the working copy; what a contributor writes is only proposed (`propose-answers.ts`). Rules never keep a draft from being saved: their findings come back with the answer.
 * Refuses with `revision-stale` (and the present answer) when somebody saved in between, with `answer-not-accepted` when the
 * value does not fit the indicator, with `submission-not-editable` after sign-off, with
 * `answer-not-in-question` when the report was returned for other answers.
 */
export async function saveAnswer(
  deps: Pick<Deps, "db" | "clock" | "catalogues" | "newId">,
  actor: Actor,
  { submissionId, indicatorCode, answer: input, revision }: SaveAnswer,
): Promise<ReplyOf<typeof saveAnswerContract>> {
  allow(actor, "answer.write");
  if (proposesOnly(actor.role)) {
    const { answers, ...rest } = await proposeAnswers(deps, actor, {
      submissionId,
      inputs: [{ ...input, indicatorCode, revision }],
      stale: ([conflict]) => ({ current: conflict?.current ?? null, byReader: conflict?.byReader === true }),
    });
    return { ...rest, answer: answers[0] as SavedAnswer, checked: [indicatorCode] };
  }
  const now = deps.clock.now();
  return deps.db.asActor(actor, async (tx) => {
    const copy = await lockWorkingCopy(tx, deps, actor, submissionId, [indicatorCode]);
    const { submission, catalogue, rows } = copy;
    allow(actor, "answer.write", { country: submission.countryCode, indicatorCode });
    const status = statusOnceSaved(submission);
    await refuseNotInQuestion(tx, copy, [indicatorCode]);
    const refused = refusedFindings(catalogue, indicatorCode, input);
    if (refused.length > 0) throw refusedFor("answer-not-accepted", refused);
    const before = rows.get(indicatorCode);
    if ((before?.revision ?? 0) !== revision) {
      throw new DomainError("revision-stale", staleAnswer(before, actor));
    }

    const after = answerToSave(indicatorCode, input, revision);
    const was = countAnswered(catalogue, before === undefined ? [] : [before]);
    const answeredCount = submission.answeredCount + countAnswered(catalogue, [after]) - was;
    const answers = answersWith(rows, [after]);
    const findings = visibleFindings(actor, checkIndicators({ ...copy, answers }, [indicatorCode]));
    const submissionRevision = await writeLast(tx, copy, status, { actor, now }, () =>
      writeSaved(
        tx,
        writing(submission, actor, now),
        [after],
        { expectedStatus: submission.status, status, answeredCount },
        {
          at: now,
          actor,
          action: "answer.saved",
          objectType: "answer",
          objectId: `${submission.id}/${indicatorCode}`,
          countryCode: submission.countryCode,
          fields: changedFields(before, after),
          beforeHash: answerHash(answerOf(before)),
          afterHash: answerHash(answerOf(after)),
          detail: { revision: revision + 1, status },
        },
      ),
    );
    return {
      answer: justSaved(after, actor, now),
      findings,
      checked: [indicatorCode],
      status,
      answered: answeredCount,
      may: mayNow(actor, { ...submission, status }),
      submissionRevision,
    };
  });
}
