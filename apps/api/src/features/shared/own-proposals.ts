import type { Tx } from "@avances/db";
import { listAnswers } from "@avances/db/queries/answer-queries";
import { listProposalsBy } from "@avances/db/queries/proposal-queries";
import { type AnswerRow, type ProposalRow, toAnswers } from "@avances/db/queries/rows";
import type { SubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import { type Actor, proposesOnly } from "@avances/domain/access";
import { type Answers, submissionProgress } from "@avances/domain/answer";
import type { Catalogue } from "@avances/domain/catalogue";
import type { Deps } from "#deps.ts";
import { seesIndicator } from "./allow.ts";

/**
 * The answers as their reader works on them: a contributor sees the own proposals in the place of the answers of the report, everybody
 * else the answers alone. `codes`: only these indicators.
 */
export async function withOwnProposals(
  tx: Tx,
  actor: Actor,
  submissionId: string,
  rows: readonly AnswerRow[],
  codes?: readonly string[],
): Promise<readonly AnswerRow[]> {
  if (!proposesOnly(actor.role)) return rows;
  const own = await listProposalsBy(tx, submissionId, actor.userId);
  return asProposed(rows, codes === undefined ? own : own.filter(({ indicatorCode }) => codes.includes(indicatorCode)));
}

/**
 * Each answer with the author's proposal in its place, while that waits or was given back. Its revision never falls, whatever is saved or
 * decided: an open proposal carries its own, which is greater than what its author saw; otherwise the revisions of the answer and of the
 * decided proposal are added.
 */
function asProposed(rows: readonly AnswerRow[], proposals: readonly ProposalRow[]): readonly AnswerRow[] {
  const answers = new Map(rows.map((row) => [row.indicatorCode, row]));
  for (const proposal of proposals) {
    const { indicatorCode, revision } = proposal;
    const answer = answers.get(indicatorCode);
    const isOwn = proposal.decision === "open" || proposal.decision === "given_back";
    answers.set(
      indicatorCode,
      answer === undefined || isOwn ? asAnswer(proposal) : { ...answer, revision: answer.revision + revision },
    );
  }
  return [...answers.values()].sort((one, other) => (one.indicatorCode < other.indicatorCode ? -1 : 1));
}

/** How many of the indicators that this reader sees are answered, and how many there are: what a contributor may know of how far a report is. */
export function ownProgress(
  actor: Actor,
  catalogue: Catalogue,
  answers: Answers,
): { readonly answered: number; readonly expected: number } {
  const indicators = catalogue.indicators.filter(({ code }) => seesIndicator(actor, code));
  const { answered } = submissionProgress({ ...catalogue, indicators }, answers);
  return { answered, expected: indicators.length };
}

/** How many indicators of a report are answered, as far as this reader may know: a contributor learns only of the assigned ones. */
export async function answeredFor(
  tx: Tx,
  { catalogues }: Pick<Deps, "catalogues">,
  actor: Actor,
  submission: SubmissionInRound,
): Promise<number> {
  if (!proposesOnly(actor.role)) return submission.answeredCount;
  const rows = await withOwnProposals(tx, actor, submission.id, await listAnswers(tx, submission.id));
  return ownProgress(actor, catalogues.version(submission.round.catalogueVersion), toAnswers(rows)).answered;
}

/** Of what its author took back nothing stays. */
const nothing = { state: "reported", value: null, reason: "", comment: "", evidence: [], cleared: true } as const;

/** A proposal in the form of an answer, said by its author. */
export function asAnswer(proposal: ProposalRow): AnswerRow {
  const { indicatorCode, revision } = proposal;
  const { state, value, reason, comment, evidence, cleared } = proposal.decision === "withdrawn" ? nothing : proposal;
  return {
    ...{ indicatorCode, state, value, reason, comment, evidence, revision, cleared },
    updatedAt: proposal.proposedAt,
    updatedBy: proposal.proposedBy,
    updatedByName: proposal.proposedByName,
  };
}
