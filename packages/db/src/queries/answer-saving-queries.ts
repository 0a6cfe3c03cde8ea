import { and, desc, eq, inArray, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "../connect.ts";
import { answer, submission, submissionVersion } from "../schema/index.ts";
import type { AnswerRow } from "./rows.ts";

/** These answers of the working copy, cleared ones included; absent ones were never saved. */
export async function listAnswersOf(
  tx: Tx,
  submissionId: string,
  codes: readonly string[],
): Promise<readonly AnswerRow[]> {
  return tx
    .select()
    .from(answer)
    .where(and(eq(answer.submissionId, submissionId), inArray(answer.indicatorCode, [...codes])));
}

const earlier = alias(submission, "earlier");

/**
 * Which frozen version of the same country's nearest earlier round is the accepted one; undefined when there is none. Asked by the
 * later submission, so that it needs no answer of an earlier query and goes down the wire with it.
 */
export async function previousAcceptedVersion(
  tx: Tx,
  submissionId: string,
): Promise<{ readonly versionId: string; readonly year: number } | undefined> {
  const [previous] = await tx
    .select({ versionId: submissionVersion.id, year: earlier.roundYear })
    .from(submission)
    .innerJoin(
      earlier,
      and(eq(earlier.countryCode, submission.countryCode), lt(earlier.roundYear, submission.roundYear)),
    )
    .innerJoin(
      submissionVersion,
      and(eq(submissionVersion.submissionId, earlier.id), eq(submissionVersion.version, earlier.acceptedVersion)),
    )
    .where(eq(submission.id, submissionId))
    .orderBy(desc(earlier.roundYear))
    .limit(1);
  return previous;
}

/** Tells the scheduler, at commit, that something it looks at has changed. */
export async function wakeScheduler(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_notify('notices', '')`);
}
