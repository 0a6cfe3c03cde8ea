import {
  acceptSubmission as acceptSubmissionContract,
  exemptSubmission as exemptSubmissionContract,
  extendSubmission as extendSubmissionContract,
  listReviews as listReviewsContract,
  returnSubmission as returnSubmissionContract,
} from "@avances/contracts";
import type { Deps } from "#deps.ts";
import type { Mount } from "#http/handler.ts";
import { keyOf } from "#reporting/idempotency-key.ts";
import { acceptSubmission } from "./accept-submission.ts";
import { exemptSubmission } from "./exempt-submission.ts";
import { extendSubmission } from "./extend-submission.ts";
import { listReviews } from "./list-reviews.ts";
import { returnSubmission } from "./return-submission.ts";

/** The secretariat's desk: read what was submitted, ask, accept, exempt, give time. It never changes a figure. */
export function reviewsRoutes(mount: Mount, deps: Deps): void {
  mount(listReviewsContract, ({ actor }) => listReviews(deps, actor));
  mount(returnSubmissionContract, ({ actor, params, body, idempotency }) =>
    returnSubmission(deps, actor, { ...params, request: body, idempotency: keyOf(idempotency) }),
  );
  mount(acceptSubmissionContract, ({ actor, params, body, idempotency }) =>
    acceptSubmission(deps, actor, {
      ...params,
      confirmNotApplicable: body?.confirmNotApplicable ?? [],
      idempotency: keyOf(idempotency),
    }),
  );
  mount(exemptSubmissionContract, ({ actor, params, body, idempotency }) =>
    exemptSubmission(deps, actor, { ...params, reason: body.reason, idempotency: keyOf(idempotency) }),
  );
  mount(extendSubmissionContract, ({ actor, params, body, idempotency }) =>
    extendSubmission(deps, actor, { ...params, extension: body, idempotency: keyOf(idempotency) }),
  );
}
