import type { Answer } from "@avances/domain/answer";
import { and, asc, count, eq, inArray, ne, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { appUser, proposedAnswer } from "../schema/index.ts";
import type { ProposalRow } from "./rows.ts";

/** What this author proposes in this report, whatever became of it. */
export async function listProposalsBy(tx: Tx, submissionId: string, authorId: string): Promise<readonly ProposalRow[]> {
  return tx
    .select()
    .from(proposedAnswer)
    .where(and(eq(proposedAnswer.submissionId, submissionId), eq(proposedAnswer.proposedBy, authorId)))
    .orderBy(asc(proposedAnswer.indicatorCode));
}

export interface ProposalAndAuthor {
  readonly proposal: ProposalRow;
  readonly institution: string;
  /** Null = the author has an account. */
  readonly sectionId: string | null;
}

/** Every proposal for a report that the actor may see, by indicator and time; what its author took back is left out. `ids`: only these. */
export async function listProposalsFor(
  tx: Tx,
  submissionId: string,
  ids?: readonly string[],
): Promise<readonly ProposalAndAuthor[]> {
  return tx
    .select({ proposal: proposedAnswer, institution: appUser.institution, sectionId: appUser.sectionId })
    .from(proposedAnswer)
    .innerJoin(appUser, eq(appUser.id, proposedAnswer.proposedBy))
    .where(
      and(
        eq(proposedAnswer.submissionId, submissionId),
        ne(proposedAnswer.decision, "withdrawn"),
        ids === undefined ? undefined : inArray(proposedAnswer.id, [...ids]),
      ),
    )
    .orderBy(asc(proposedAnswer.indicatorCode), asc(proposedAnswer.proposedAt), asc(proposedAnswer.id));
}

/** How many proposals for a report wait for a decision, as far as the actor may see them. */
export async function countOpenProposals(tx: Tx, submissionId: string): Promise<number> {
  const where = and(eq(proposedAnswer.submissionId, submissionId), eq(proposedAnswer.decision, "open"));
  return (await tx.select({ open: count() }).from(proposedAnswer).where(where))[0]?.open ?? 0;
}

export interface NewProposal extends Answer {
  readonly id: string;
  readonly cleared: boolean;
  readonly revision: number;
  readonly decision: "open" | "withdrawn";
}

export interface ProposalWriting {
  readonly submissionId: string;
  readonly countryCode: string;
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly proposedAt: Date;
}

/** Writes what somebody proposes, in the place of what they proposed before. The caller holds the lock of the submission. */
export async function writeProposals(tx: Tx, writing: ProposalWriting, rows: readonly NewProposal[]): Promise<void> {
  await tx
    .insert(proposedAnswer)
    .values(rows.map((row) => ({ ...writing, ...row })))
    .onConflictDoUpdate({
      target: [proposedAnswer.submissionId, proposedAnswer.indicatorCode, proposedAnswer.proposedBy],
      set: {
        proposedByName: sql`excluded.proposed_by_name`,
        state: sql`excluded.state`,
        value: sql`excluded.value`,
        reason: sql`excluded.reason`,
        comment: sql`excluded.comment`,
        evidence: sql`excluded.evidence`,
        cleared: sql`excluded.cleared`,
        revision: sql`excluded.revision`,
        proposedAt: sql`excluded.proposed_at`,
        decision: sql`excluded.decision`,
        decidedAt: null,
        decidedBy: null,
        decidedByName: null,
        note: "",
        before: null,
        takenRevision: null,
      },
    });
}

/** Records what was decided about a proposal. The caller holds the lock of the submission. */
export async function decideProposal(
  tx: Tx,
  id: string,
  decision: Pick<
    ProposalRow,
    "decision" | "revision" | "decidedAt" | "decidedBy" | "decidedByName" | "note" | "before" | "takenRevision"
  >,
): Promise<void> {
  await tx.update(proposedAnswer).set(decision).where(eq(proposedAnswer.id, id));
}
