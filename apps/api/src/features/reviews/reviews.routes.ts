import {
  acceptSubmission as acceptSubmissionContract,
  correctExtension as correctExtensionContract,
  correctReturnDate as correctReturnDateContract,
  exemptSubmission as exemptSubmissionContract,
  extendSubmission as extendSubmissionContract,
  getReviewPromise,
  getVersionAnswers,
  listReviews as listReviewsContract,
  listVerdicts as listVerdictsContract,
  markAnswers as markAnswersContract,
  returnSubmission as returnSubmissionContract,
  setReviewPromise as setReviewPromiseContract,
  takeBackExemption as takeBackExemptionContract,
  takeBackExtension as takeBackExtensionContract,
} from "@avances/contracts";
import type { Deps } from "#deps.ts";
import type { PublicDeps } from "#features/shared/act-in-public.ts";
import { decided, keyOf } from "#features/shared/decided.ts";
import { tagged } from "#features/shared/tagged.ts";
import type { Mount } from "#http/handler.ts";
import { acceptSubmission } from "./accept-submission.ts";
import { correctExtension } from "./correct-extension.ts";
import { correctReturnDate } from "./correct-return-date.ts";
import { exemptSubmission } from "./exempt-submission.ts";
import { extendSubmission } from "./extend-submission.ts";
import { listReviews } from "./list-reviews.ts";
import { returnSubmission } from "./return-submission.ts";
import { reviewPromise, setReviewPromise } from "./review-promise.ts";
import { takeBackExemption } from "./take-back-exemption.ts";
import { takeBackExtension } from "./take-back-extension.ts";
import { listVerdicts, markAnswers } from "./verdicts.ts";
import { versionAnswers } from "./version-answers.ts";

/** The secretariat's work on reports: read what was submitted, ask, accept, exempt, extend. It never changes a figure. */
export function reviewsRoutes(mount: Mount, deps: Deps & PublicDeps): void {
  mount(listReviewsContract, ({ actor }) => listReviews(deps, actor));
  mount(listVerdictsContract, ({ actor, params }) => listVerdicts(deps, actor, params.submissionId));
  mount(markAnswersContract, ({ actor, params, body, idempotency }) =>
    markAnswers(deps, actor, { ...params, request: body }, keyOf(idempotency)),
  );
  mount(getVersionAnswers, ({ actor, params }) => versionAnswers(deps, actor, params));
  mount(getReviewPromise, ({ actor }) => reviewPromise(deps, actor));
  mount(setReviewPromiseContract, async ({ actor, body, ...call }) =>
    tagged(await setReviewPromise(deps, actor, { days: body.days, ...decided(call) })),
  );
  mount(returnSubmissionContract, async ({ actor, params, body, ...call }) =>
    tagged(await returnSubmission(deps, actor, { ...params, ...decided(call), request: body })),
  );
  mount(acceptSubmissionContract, async ({ actor, params, body, ...call }) => {
    const confirmNotApplicable = body?.confirmNotApplicable ?? [];
    return tagged(await acceptSubmission(deps, actor, { ...params, ...decided(call), confirmNotApplicable }));
  });
  mount(exemptSubmissionContract, async ({ actor, params, body, ...call }) =>
    tagged(await exemptSubmission(deps, actor, { ...params, ...decided(call), reason: body.reason })),
  );
  mount(extendSubmissionContract, async ({ actor, params, body, ...call }) =>
    tagged(await extendSubmission(deps, actor, { ...params, ...decided(call), extension: body })),
  );
  mount(correctExtensionContract, async ({ actor, params, body, ...call }) =>
    tagged(await correctExtension(deps, actor, { ...params, ...decided(call), correction: body })),
  );
  mount(takeBackExtensionContract, async ({ actor, params, body, ...call }) =>
    tagged(await takeBackExtension(deps, actor, { ...params, ...decided(call), correction: body })),
  );
  mount(correctReturnDateContract, async ({ actor, params, body, ...call }) =>
    tagged(await correctReturnDate(deps, actor, { ...params, ...decided(call), correction: body })),
  );
  mount(takeBackExemptionContract, async ({ actor, params, body, ...call }) =>
    tagged(await takeBackExemption(deps, actor, { ...params, ...decided(call), correction: body })),
  );
}
