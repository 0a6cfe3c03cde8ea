import { and, asc, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { answer, notApplicableConfirmation, submission, submissionVersion, versionAnswer } from "../schema/index.ts";
import type { VersionAnswerRow, VersionRow } from "./rows.ts";

/** Freezes the working copy as it is: one version row and a copy of every answer that is not cleared. The caller holds the lock. */
export async function freezeVersion(tx: Tx, row: typeof submissionVersion.$inferInsert): Promise<void> {
  await tx.insert(submissionVersion).values(row);
  // In the order of the table's columns.
  await tx.insert(versionAnswer).select(sql`
    select ${row.id}::uuid, ${answer.indicatorCode}, ${answer.submissionId}, ${answer.countryCode}, ${answer.state}, ${answer.value},
      ${answer.reason}, ${answer.comment}, ${answer.evidence}
    from ${answer} where ${answer.submissionId} = ${row.submissionId}::uuid and not ${answer.cleared}`);
}

/** One frozen version by its number. */
export async function findVersion(tx: Tx, submissionId: string, version: number): Promise<VersionRow | undefined> {
  return (
    await tx
      .select()
      .from(submissionVersion)
      .where(and(eq(submissionVersion.submissionId, submissionId), eq(submissionVersion.version, version)))
  )[0];
}

const ofSubmission = statement<{ submissionId: string }, VersionRow[]>((db) =>
  db
    .select()
    .from(submissionVersion)
    .where(eq(submissionVersion.submissionId, sql.placeholder("submissionId")))
    .orderBy(asc(submissionVersion.version)),
);

/** All versions of a submission, oldest first. */
export async function listVersions(tx: Tx, submissionId: string): Promise<readonly VersionRow[]> {
  return ofSubmission(tx, { submissionId });
}

/** The answers of one frozen version, by indicator code. A contributor gets only the assigned ones. */
export async function listVersionAnswers(tx: Tx, versionId: string): Promise<readonly VersionAnswerRow[]> {
  return tx
    .select()
    .from(versionAnswer)
    .where(eq(versionAnswer.versionId, versionId))
    .orderBy(asc(versionAnswer.indicatorCode));
}

/** An indicator that a version declares "not applicable" and that the secretariat confirmed. */
export interface ConfirmedNotApplicable {
  readonly version: number;
  readonly indicatorCode: string;
}

const confirmedOfSubmission = statement<{ submissionId: string }, ConfirmedNotApplicable[]>((db) =>
  db
    .select({ version: notApplicableConfirmation.version, indicatorCode: notApplicableConfirmation.indicatorCode })
    .from(notApplicableConfirmation)
    .where(eq(notApplicableConfirmation.submissionId, sql.placeholder("submissionId")))
    .orderBy(asc(notApplicableConfirmation.version), asc(notApplicableConfirmation.indicatorCode)),
);

/** The confirmations for each version of a submission, oldest version first. */
export async function listConfirmedNotApplicable(
  tx: Tx,
  submissionId: string,
): Promise<readonly ConfirmedNotApplicable[]> {
  return confirmedOfSubmission(tx, { submissionId });
}

/** The indicators confirmed in the public version of each of these submissions, by submission. */
export async function confirmedInPublicVersions(
  tx: Tx,
  submissionIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const confirmed = new Map<string, Set<string>>();
  if (submissionIds.length === 0) return confirmed;
  const rows = await tx
    .select(getTableColumns(notApplicableConfirmation))
    .from(notApplicableConfirmation)
    .innerJoin(
      submission,
      and(
        eq(submission.id, notApplicableConfirmation.submissionId),
        eq(submission.publishedVersion, notApplicableConfirmation.version),
      ),
    )
    .where(inArray(notApplicableConfirmation.submissionId, [...submissionIds]));
  for (const row of rows) {
    const codes = confirmed.get(row.submissionId) ?? new Set();
    confirmed.set(row.submissionId, codes.add(row.indicatorCode));
  }
  return confirmed;
}

/** Confirms declared "not applicable" answers of a version. */
export async function confirmNotApplicable(
  tx: Tx,
  rows: readonly (typeof notApplicableConfirmation.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(notApplicableConfirmation).values([...rows]);
}
