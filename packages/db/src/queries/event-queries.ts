import { and, asc, eq, gte, or } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { round, submission, submissionAct, submissionVersion } from "../schema/index.ts";
import type { SubmissionActRow, SubmissionRow, VersionRow } from "./rows.ts";

/** A frozen version and the present state of its report. */
export interface VersionWithReport {
  readonly id: VersionRow["id"];
  readonly version: VersionRow["version"];
  readonly submittedAt: VersionRow["submittedAt"];
  readonly submittedByName: VersionRow["submittedByName"];
  readonly contentHash: VersionRow["contentHash"];
  readonly signedByName: VersionRow["signedByName"];
  readonly submission: Readonly<
    Pick<
      SubmissionRow,
      "id" | "status" | "version" | "returnedAt" | "acceptedAt" | "acceptedVersion" | "publishedAt" | "publishedVersion"
    >
  >;
}

/** All versions of the reports that were sent, returned, accepted or published since then. */
export async function listVersionsSince(tx: Tx, since: Date): Promise<readonly VersionWithReport[]> {
  return await tx
    .select({
      id: submissionVersion.id,
      version: submissionVersion.version,
      submittedAt: submissionVersion.submittedAt,
      submittedByName: submissionVersion.submittedByName,
      contentHash: submissionVersion.contentHash,
      signedByName: submissionVersion.signedByName,
      submission: {
        id: submission.id,
        status: submission.status,
        version: submission.version,
        returnedAt: submission.returnedAt,
        acceptedAt: submission.acceptedAt,
        acceptedVersion: submission.acceptedVersion,
        publishedAt: submission.publishedAt,
        publishedVersion: submission.publishedVersion,
      },
    })
    .from(submissionVersion)
    .innerJoin(submission, eq(submission.id, submissionVersion.submissionId))
    .where(
      or(
        gte(submissionVersion.submittedAt, since),
        gte(submission.returnedAt, since),
        gte(submission.acceptedAt, since),
        gte(submission.publishedAt, since),
      ),
    );
}

/** What an act changed, without who did it or why. */
export type ActChange = Readonly<
  Pick<SubmissionActRow, "submissionId" | "revision" | "act" | "at" | "before" | "after">
>;

/** The acts since then, in order within each report. Acts in a cancelled round are left out when the round was opened again. */
export async function listActsSince(tx: Tx, since: Date): Promise<readonly ActChange[]> {
  return await tx
    .select({
      submissionId: submissionAct.submissionId,
      revision: submissionAct.revision,
      act: submissionAct.act,
      at: submissionAct.at,
      before: submissionAct.before,
      after: submissionAct.after,
    })
    .from(submissionAct)
    .innerJoin(submission, eq(submission.id, submissionAct.submissionId))
    .innerJoin(round, eq(round.year, submission.roundYear))
    .where(and(gte(submissionAct.at, since), gte(submissionAct.at, round.openedAt)))
    .orderBy(asc(submissionAct.submissionId), asc(submissionAct.revision));
}
