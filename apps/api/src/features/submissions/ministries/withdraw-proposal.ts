import type { ReplyOf, withdrawProposal as withdrawContract } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { decideProposal, listProposalsBy } from "@avances/db/queries/proposal-queries";
import { lockSubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import type { Actor } from "@avances/domain/access";
import type { IndicatorCode } from "@avances/domain/catalogue";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { refuseNotInQuestion, statusOnceSaved } from "../working-copy.ts";
import { ownPart } from "./own-part.ts";

interface Withdraw {
  readonly submissionId: string;
  readonly indicatorCode: IndicatorCode;
  /** Of the proposal, as its author saw it. */
  readonly revision: number;
}

/**
 * Its author proposes nothing any more: the proposal waits for nobody, and the report stays as it is. Saving "no answer" says another thing
 * where the report has one: that it be cleared. Refuses as proposing does, and with `not-available-now` when there is no such proposal open.
 */
export async function withdrawProposal(
  deps: Pick<Deps, "db" | "clock" | "catalogues" | "reference">,
  actor: Actor,
  { submissionId, indicatorCode, revision }: Withdraw,
): Promise<ReplyOf<typeof withdrawContract>> {
  allow(actor, "section.own");
  const now = deps.clock.now();
  return deps.db.asActor(actor, async (tx) => {
    const submission = found(await lockSubmissionInRound(tx, submissionId));
    allow(actor, "section.own", { country: submission.countryCode });
    allow(actor, "answer.write", { country: submission.countryCode, indicatorCode });
    statusOnceSaved(submission);
    const catalogue = deps.catalogues.version(submission.round.catalogueVersion);
    await refuseNotInQuestion(tx, { submission, catalogue }, [indicatorCode]);
    const own = (await listProposalsBy(tx, submissionId, actor.userId)).find(
      (proposal) => proposal.indicatorCode === indicatorCode,
    );
    if (own === undefined || own.decision !== "open" || own.revision !== revision)
      throw new DomainError("not-available-now");
    await decideProposal(tx, own.id, {
      ...{ decision: "withdrawn", revision: revision + 1, note: "", before: null, takenRevision: null },
      ...{ decidedAt: null, decidedBy: null, decidedByName: null },
    });
    await appendAuditEvent(tx, {
      at: now,
      actor,
      action: "proposal.withdrawn",
      objectType: "proposal",
      objectId: own.id,
      countryCode: submission.countryCode,
      fields: [indicatorCode],
    });
    return ownPart(tx, deps, actor, submission);
  });
}
