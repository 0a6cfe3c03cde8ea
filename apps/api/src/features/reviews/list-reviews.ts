import type { listReviews as listReviewsContract, ReplyOf } from "@avances/contracts";
import { listToldOfAcceptance } from "@avances/db/queries/notice-queries";
import { listConsents } from "@avances/db/queries/publication-consent-queries";
import { listSubmissionsInRounds } from "@avances/db/queries/submission-in-round-queries";
import type { Actor } from "@avances/domain/access";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import { publicationOf } from "#features/shared/publication.ts";
import { submissionSummary, timeZoneOf } from "#features/shared/submission-summary.ts";
import { listPromisesAndMarks } from "./promises-and-marks.ts";

/** What the secretariat has to work on: submitted, returned and accepted reports of all rounds, the longest waiting first. */
export async function listReviews(
  deps: Pick<Deps, "db" | "clock" | "catalogues" | "reference">,
  actor: Actor,
): Promise<ReplyOf<typeof listReviewsContract>> {
  allow(actor, "submission.review");
  const now = deps.clock.now();
  return deps.db.asActor(actor, async (tx) => {
    const rows = await listSubmissionsInRounds(tx, { statuses: ["submitted", "returned", "accepted"] });
    const waitingSince = (row: (typeof rows)[number]) => row.submittedAt?.getTime() ?? 0;
    const inOrder = [...rows].sort((one, other) => waitingSince(one) - waitingSince(other));
    const accepted = rows.filter(({ status }) => status === "accepted").map(({ id }) => id);
    const { promiseOf, marksOf } = await listPromisesAndMarks(tx);
    const told = Map.groupBy(await listToldOfAcceptance(tx, accepted), ({ submissionId }) => submissionId);
    const consents = new Map((await listConsents(tx)).map((consent) => [consent.submissionId, consent]));
    return {
      submissions: inOrder.map((row) => ({
        ...submissionSummary(deps, row, now),
        answerBy: promiseOf(row, timeZoneOf(deps, row.countryCode)),
        marked: marksOf(row.id),
        publication: publicationOf(deps, row, { consent: consents.get(row.id), told: told.get(row.id) ?? [] }, now),
      })),
    };
  });
}
