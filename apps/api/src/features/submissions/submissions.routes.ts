import {
  addComment as addCommentContract,
  consentToPublication as consentContract,
  getReceipt as getReceiptContract,
  getSubmission as getSubmissionContract,
  listSubmissions as listSubmissionsContract,
  readAnswers as readAnswersContract,
  saveAnswer as saveAnswerContract,
  saveAnswers as saveAnswersContract,
  submitSubmission as submitSubmissionContract,
  withdrawSubmission as withdrawSubmissionContract,
} from "@avances/contracts";
import type { Deps } from "#deps.ts";
import { decided } from "#features/shared/decided.ts";
import { revisionTag, tagged } from "#features/shared/tagged.ts";
import type { Mount } from "#http/handler.ts";
import { addComment } from "./add-comment.ts";
import { consentToPublication } from "./consent-to-publication.ts";
import { getReceipt } from "./get-receipt.ts";
import { getSubmission } from "./get-submission.ts";
import { listSubmissions } from "./list-submissions.ts";
import { readAnswers } from "./read-answers.ts";
import { saveAnswer } from "./save-answer.ts";
import { saveAnswers } from "./save-answers.ts";
import { submitSubmission } from "./submit-submission.ts";
import { withdrawSubmission } from "./withdraw-submission.ts";

/** A country's own work: prepare, sign off, withdraw, comment. */
export function submissionsRoutes(mount: Mount, deps: Deps): void {
  mount(listSubmissionsContract, ({ actor, query }) => listSubmissions(deps, actor, query));
  mount(getSubmissionContract, ({ actor, params }) => getSubmission(deps, actor, params));
  mount(readAnswersContract, ({ actor, params, query }) => readAnswers(deps, actor, { ...params, ...query }));
  mount(saveAnswerContract, async ({ actor, params, body, revision }) => {
    const reply = await saveAnswer(deps, actor, { ...params, answer: body, revision });
    return { body: reply, headers: tagged(reply.answer).headers };
  });
  mount(saveAnswersContract, ({ actor, params, body }) => saveAnswers(deps, actor, { ...params, ...body }));
  mount(submitSubmissionContract, async ({ actor, params, body, ...call }) =>
    tagged(await submitSubmission(deps, actor, { ...params, answers: body.answers, ...decided(call) })),
  );
  mount(getReceiptContract, ({ actor, params, query }) => getReceipt(deps, actor, { ...params, ...query }));
  mount(withdrawSubmissionContract, async ({ actor, params, body, ...call }) =>
    tagged(await withdrawSubmission(deps, actor, { ...params, ...decided(call), reason: body?.reason })),
  );
  mount(consentContract, async ({ actor, params, body, ...call }) => ({
    body: await consentToPublication(deps, actor, { ...params, ...body, ...decided(call) }),
    // Agreeing changes neither the state nor its revision.
    headers: { etag: revisionTag(call.revision) },
  }));
  mount(addCommentContract, ({ actor, params, body, idempotency }) =>
    addComment(deps, actor, { ...params, comment: body, idempotency }),
  );
}
