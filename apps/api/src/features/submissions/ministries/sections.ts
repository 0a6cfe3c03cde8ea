import type { listSections as listContract, listProposals as listProposalsContract, ReplyOf } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { listSectionsOf } from "@avances/db/queries/section-queries";
import { findSubmissionInRound, type SubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import type { Action, Actor } from "@avances/domain/access";
import { localDate } from "@avances/domain/round";
import { lastSectionDay } from "@avances/domain/submission";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { timeZoneOf } from "#features/shared/submission-summary.ts";
import { viewProposals } from "./proposal-view.ts";
import { viewSections } from "./section-view.ts";

interface OfSubmission {
  readonly submissionId: string;
}

/** The parts of a report that were asked for by link, and until when a new one can be due. */
export async function listSections(
  deps: Pick<Deps, "db" | "clock" | "reference">,
  actor: Actor,
  { submissionId }: OfSubmission,
): Promise<ReplyOf<typeof listContract>> {
  allow(actor, "section.manage");
  return deps.db.asActor(actor, async (tx) => {
    const submission = await ownSubmission(tx, actor, "section.manage", submissionId);
    const timeZone = timeZoneOf(deps, submission.countryCode);
    return {
      sections: await viewSections(tx, deps, submission, await listSectionsOf(tx, submissionId)),
      lastDay: lastSectionDay(submission, localDate(deps.clock.now(), timeZone)),
    };
  });
}

/** What contributors propose for a report, beside its present answers. */
export async function listProposals(
  deps: Pick<Deps, "db">,
  actor: Actor,
  { submissionId }: OfSubmission,
): Promise<ReplyOf<typeof listProposalsContract>> {
  allow(actor, "proposal.decide");
  return deps.db.asActor(actor, async (tx) => {
    await ownSubmission(tx, actor, "proposal.decide", submissionId);
    return { proposals: await viewProposals(tx, submissionId) };
  });
}

/** The report, if the actor may do this to it; else refuses with `not-found`. */
export async function ownSubmission(
  tx: Tx,
  actor: Actor,
  action: Action,
  submissionId: string,
): Promise<SubmissionInRound> {
  const submission = found(await findSubmissionInRound(tx, submissionId));
  allow(actor, action, { country: submission.countryCode });
  return submission;
}
