import type { SubmissionStatus } from "@avances/domain/submission";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { submission } from "../schema/index.ts";
import type { SubmissionRow } from "./rows.ts";

/** One submission, or undefined when there is none or the actor may not see it. */
export async function findSubmission(tx: Tx, id: string): Promise<SubmissionRow | undefined> {
  return (await tx.select().from(submission).where(eq(submission.id, id)))[0];
}

/**
 * The same, locked until the transaction ends: every change of status takes this lock first, so that two sign-offs, or a sign-off and
 * a save, come one after the other. Undefined also when the actor may not change it.
 */
export async function lockSubmission(tx: Tx, id: string): Promise<SubmissionRow | undefined> {
  // Two statements, sent together: the second sees what was committed while the first waited.
  const [, rows] = await Promise.all([
    tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`),
    tx.select().from(submission).where(eq(submission.id, id)).for("update"),
  ]);
  return rows[0];
}

/**
 * The same for saving answers: its status cannot change until the transaction ends, but others may save other answers meanwhile
 * (`upsertAnswers` itself sees to it that of two savers of one answer one is refused).
 */
export async function holdSubmission(tx: Tx, id: string): Promise<SubmissionRow | undefined> {
  const [, row] = await Promise.all([
    tx.execute(sql`select pg_advisory_xact_lock_shared(hashtextextended(${id}, 0))`),
    findSubmission(tx, id),
  ]);
  return row;
}

/** All countries of one round, by country code. */
export async function listSubmissionsOfRound(tx: Tx, year: number): Promise<readonly SubmissionRow[]> {
  return tx.select().from(submission).where(eq(submission.roundYear, year)).orderBy(asc(submission.countryCode));
}

/** All rounds of one country, newest first. */
export async function listSubmissionsOfCountry(tx: Tx, country: string): Promise<readonly SubmissionRow[]> {
  return tx.select().from(submission).where(eq(submission.countryCode, country)).orderBy(desc(submission.roundYear));
}

/** Every submission the actor may see (or those of the given statuses), newest round first. */
export async function listSubmissions(tx: Tx, statuses?: readonly SubmissionStatus[]): Promise<readonly SubmissionRow[]> {
  return tx
    .select()
    .from(submission)
    .where(statuses && inArray(submission.status, [...statuses]))
    .orderBy(desc(submission.roundYear), asc(submission.countryCode));
}

/** One country's submission in one round. */
export async function findSubmissionOf(tx: Tx, country: string, year: number): Promise<SubmissionRow | undefined> {
  return (
    await tx
      .select()
      .from(submission)
      .where(and(eq(submission.countryCode, country), eq(submission.roundYear, year)))
  )[0];
}

/** The submissions of a round that opens. */
export async function insertSubmissions(tx: Tx, rows: readonly (typeof submission.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(submission).values([...rows]);
}

export type SubmissionPatch = Partial<Omit<SubmissionRow, "id" | "roundYear" | "countryCode" | "obligated">>;

/** Changes a submission that has one of the expected statuses; undefined when it has another one by now, and nothing changed. */
export async function updateStatus(
  tx: Tx,
  id: string,
  expected: readonly SubmissionStatus[],
  patch: SubmissionPatch,
): Promise<SubmissionRow | undefined> {
  const updated = await tx
    .update(submission)
    .set(patch)
    .where(and(eq(submission.id, id), inArray(submission.status, [...expected])))
    .returning();
  return updated[0];
}
