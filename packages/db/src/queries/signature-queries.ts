import { and, asc, desc, eq, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { answer, signatureStep, submission } from "../schema/index.ts";
import type { SignatureStepRow } from "./rows.ts";

// Steps of a round that was cancelled and opened again are not shown: row-level security leaves them out.

const forNextVersion = statement<{ submissionId: string }, { step: SignatureStepRow }[]>((db) =>
  db
    .select({ step: signatureStep })
    .from(signatureStep)
    .innerJoin(
      submission,
      and(eq(submission.id, signatureStep.submissionId), eq(signatureStep.version, sql`${submission.version} + 1`)),
    )
    .where(eq(signatureStep.submissionId, sql.placeholder("submissionId")))
    .orderBy(asc(signatureStep.at), asc(signatureStep.id)),
);

/** The steps on the way to the signature of the next version, oldest first. Empty for readers who do not see the whole report. */
export async function listSignatureSteps(tx: Tx, submissionId: string): Promise<readonly SignatureStepRow[]> {
  return (await forNextVersion(tx, { submissionId })).map(({ step }) => step);
}

/** Records a step. The caller holds the lock of the submission. */
export async function insertSignatureStep(tx: Tx, row: typeof signatureStep.$inferInsert): Promise<void> {
  await tx.insert(signatureStep).values(row);
}

/** Who last wrote each answer of the working copy, cleared ones included. */
export async function listAnswerAuthors(
  tx: Tx,
  submissionId: string,
): Promise<readonly { readonly indicatorCode: string; readonly updatedBy: string }[]> {
  return tx
    .select({ indicatorCode: answer.indicatorCode, updatedBy: answer.updatedBy })
    .from(answer)
    .where(eq(answer.submissionId, submissionId));
}

/** Is this step the last one on its report, and has no version been submitted since? Only then is what a message says of it still so. */
export async function isLastSignatureStep(tx: Tx, id: string): Promise<boolean> {
  const [own] = await tx
    .select({ submissionId: signatureStep.submissionId, version: signatureStep.version, latest: submission.version })
    .from(signatureStep)
    .innerJoin(submission, eq(submission.id, signatureStep.submissionId))
    .where(eq(signatureStep.id, id));
  if (own === undefined || own.version !== own.latest + 1) return false;
  const [last] = await tx
    .select({ id: signatureStep.id })
    .from(signatureStep)
    .where(and(eq(signatureStep.submissionId, own.submissionId), eq(signatureStep.version, own.version)))
    .orderBy(desc(signatureStep.at), desc(signatureStep.id))
    .limit(1);
  return last?.id === id;
}
