import type { ProposalView } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { listAnswers } from "@avances/db/queries/answer-queries";
import { listProposalsFor, type ProposalAndAuthor } from "@avances/db/queries/proposal-queries";
import type { AnswerRow } from "@avances/db/queries/rows";
import type { z } from "zod";
import { asAnswer } from "#features/shared/own-proposals.ts";
import { savedAnswer } from "../saved-answer.ts";

type View = z.input<typeof ProposalView>;

/** Proposals for a report beside its present answers, read anew. `ids`: only these, in any state but taken back by their authors. */
export async function viewProposals(tx: Tx, submissionId: string, ids?: readonly string[]): Promise<readonly View[]> {
  const [proposals, answers] = await Promise.all([
    listProposalsFor(tx, submissionId, ids),
    listAnswers(tx, submissionId),
  ]);
  const present = new Map(answers.map((row) => [row.indicatorCode, row]));
  return proposals.map((each) => proposalView(each, present.get(each.proposal.indicatorCode)));
}

function proposalView({ proposal, institution, sectionId }: ProposalAndAuthor, present: AnswerRow | undefined): View {
  const { id, revision, decision, decidedAt, decidedByName, note, takenRevision } = proposal;
  return {
    id,
    revision,
    authorId: proposal.proposedBy,
    sectionId,
    institution,
    proposed: savedAnswer(asAnswer(proposal)),
    present: present === undefined ? null : savedAnswer(present),
    state: decision,
    decidedAt: decidedAt?.toISOString() ?? null,
    decidedByName,
    note,
    mayUndo: decision === "taken" && takenRevision !== null && present?.revision === takenRevision,
  };
}
