import {
  addComment as addCommentContract,
  askForSignature as askForSignatureContract,
  closeThread as closeThreadContract,
  consentToPublication as consentContract,
  getReceipt as getReceiptContract,
  getReceiptFile as getReceiptFileContract,
  getSubmission as getSubmissionContract,
  listSubmissions as listSubmissionsContract,
  markSeen as markSeenContract,
  readAnswers as readAnswersContract,
  reopenAnswer as reopenAnswerContract,
  saveAnswer as saveAnswerContract,
  saveAnswers as saveAnswersContract,
  sendBackForSignature as sendBackForSignatureContract,
  signSubmission as signSubmissionContract,
  submitSubmission as submitSubmissionContract,
  withdrawSubmission as withdrawSubmissionContract,
} from "@avances/contracts";
import type { Deps } from "#deps.ts";
import { decided } from "#features/shared/decided.ts";
import { revisionTag, tagged } from "#features/shared/tagged.ts";
import type { Mount } from "#http/handler.ts";
import { addComment } from "./add-comment.ts";
import { askForSignature } from "./ask-for-signature.ts";
import { closeThread } from "./close-thread.ts";
import { consentToPublication } from "./consent-to-publication.ts";
import { getReceipt } from "./get-receipt.ts";
import { getReceiptFile } from "./get-receipt-file.ts";
import { getSubmission } from "./get-submission.ts";
import { listSubmissions } from "./list-submissions.ts";
import { markSeen } from "./mark-seen.ts";
import { readAnswers } from "./read-answers.ts";
import { reopenAnswer } from "./reopen-answer.ts";
import { saveAnswer } from "./save-answer.ts";
import { saveAnswers } from "./save-answers.ts";
import { sendBackForSignature } from "./send-back-for-signature.ts";
import { signSubmission } from "./sign-submission.ts";
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
    tagged(
      await submitSubmission(deps, actor, {
        ...params,
        answers: body.answers,
        leaving: body.leaving,
        ...decided(call),
      }),
    ),
  );
  mount(askForSignatureContract, async ({ actor, params, body, ...call }) =>
    unchanged(call.revision, await askForSignature(deps, actor, { ...params, ...body, ...decided(call) })),
  );
  mount(signSubmissionContract, async ({ actor, params, body, ...call }) =>
    unchanged(
      call.revision,
      await signSubmission(deps, actor, {
        ...params,
        answers: body.answers,
        leaving: body.leaving,
        ...decided(call),
      }),
    ),
  );
  mount(sendBackForSignatureContract, async ({ actor, params, body, ...call }) =>
    unchanged(call.revision, await sendBackForSignature(deps, actor, { ...params, ...body, ...decided(call) })),
  );
  mount(getReceiptFileContract, ({ actor, params, query }) => getReceiptFile(deps, actor, { ...params, ...query }));
  mount(getReceiptContract, ({ actor, params, query }) => getReceipt(deps, actor, { ...params, ...query }));
  mount(withdrawSubmissionContract, async ({ actor, params, body, ...call }) =>
    tagged(await withdrawSubmission(deps, actor, { ...params, ...decided(call), reason: body?.reason })),
  );
  mount(consentContract, async ({ actor, params, body, ...call }) =>
    unchanged(call.revision, await consentToPublication(deps, actor, { ...params, ...body, ...decided(call) })),
  );
  mount(addCommentContract, ({ actor, params, body, idempotency }) =>
    addComment(deps, actor, { ...params, comment: body, idempotency }),
  );
  mount(closeThreadContract, ({ actor, params, body }) => closeThread(deps, actor, { ...params, thread: body }));
  mount(markSeenContract, ({ actor, params, body }) => markSeen(deps, actor, { ...params, ...body }));
  mount(reopenAnswerContract, async ({ actor, params, body, ...call }) => {
    const reply = await reopenAnswer(deps, actor, { ...params, ...body, ...decided(call) });
    return { body: reply, headers: { etag: revisionTag(reply.submissionRevision) } };
  });
}

/** The reply to an act that changes neither the state of the report nor its revision, as agreeing and signing. */
function unchanged<T>(revision: number, body: T) {
  return { body, headers: { etag: revisionTag(revision) } };
}
