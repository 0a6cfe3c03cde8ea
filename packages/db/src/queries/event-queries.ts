import { and, asc, eq, gte, or } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { round, submission, submissionAct, submissionVersion } from "../schema/index.ts";
import type { SubmissionActRow, SubmissionRow, VersionRow } from "./rows.ts";

/** A frozen version, and where its report stands. */
export interface VersionWithReport {
  readonly id: VersionRow["id"];
  readonly version: VersionRow["version"];
  readonly submittedAt: VersionRow["submittedAt"];
  readonly submission: Readonly<
    Pick<
      SubmissionRow,
      "id" | "status" | "version" | "returnedAt" | "acceptedAt" | "acceptedVersion" | "publishedAt" | "publishedVersion"
    >
  >;
}

/** All versions of the reports to which something happened since: sent, returned, accepted or published. */
export async function listVersionsSince(tx: Tx, since: Date): Promise<readonly VersionWithReport[]> {
  return await tx
    .select({
      id: submissionVersion.id,
      version: submissionVersion.version,
      submittedAt: submissionVersion.submittedAt,
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

/** What an act changed, without who did it and why. */
export type ActChange = Readonly<
  Pick<SubmissionActRow, "submissionId" | "revision" | "act" | "at" | "before" | "after">
>;

/** The acts since, first to last of each report. Those of a round that was cancelled are no news in the one that was opened in its place. */
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
