import {
  acceptSubmission as acceptSubmissionContract,
  exemptSubmission as exemptSubmissionContract,
  extendSubmission as extendSubmissionContract,
  listReviews as listReviewsContract,
  returnSubmission as returnSubmissionContract,
} from "@avances/contracts";
import type { Deps } from "#deps.ts";
import type { Mount } from "#http/handler.ts";
import { decided } from "#reporting/decided.ts";
import { tagged } from "#reporting/tagged.ts";
import { acceptSubmission } from "./accept-submission.ts";
import { exemptSubmission } from "./exempt-submission.ts";
import { extendSubmission } from "./extend-submission.ts";
import { listReviews } from "./list-reviews.ts";
import { returnSubmission } from "./return-submission.ts";

/** The secretariat's desk: read what was submitted, ask, accept, exempt, give time. It never changes a figure. */
export function reviewsRoutes(mount: Mount, deps: Deps): void {
  mount(listReviewsContract, ({ actor }) => listReviews(deps, actor));
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
}
