import type { listReviews as listReviewsContract, ReplyOf } from "@avances/contracts";
import { listConsents } from "@avances/db/queries/publication-consent-queries";
import { listSubmissionsInRounds } from "@avances/db/queries/submission-in-round-queries";
import type { Actor } from "@avances/domain/access";
import type { Deps } from "#deps.ts";
import { allow } from "#reporting/allow.ts";
import { publicationOf } from "#reporting/publication.ts";
import { submissionSummary } from "#reporting/submission-summary.ts";

/** What lies on the secretariat's desk: submitted, returned and accepted work of all rounds, the longest waiting first. */
export async function listReviews(
  deps: Pick<Deps, "db" | "clock" | "catalogues" | "reference">,
  actor: Actor,
): Promise<ReplyOf<typeof listReviewsContract>> {
  const now = deps.clock.now();
  return deps.db.asActor(actor, async (tx) => {
    allow(actor, "submission.review");
    const rows = await listSubmissionsInRounds(tx, { statuses: ["submitted", "returned", "accepted"] });
    const waitingSince = (row: (typeof rows)[number]) => row.submittedAt?.getTime() ?? 0;
    const inOrder = [...rows].sort((one, other) => waitingSince(one) - waitingSince(other));
    const consents = new Map((await listConsents(tx)).map((consent) => [consent.submissionId, consent]));
    return {
      submissions: inOrder.map((row) => ({
        ...submissionSummary(deps, row, now),
        publication: publicationOf(deps, row, consents.get(row.id), now),
      })),
    };
  });
}
