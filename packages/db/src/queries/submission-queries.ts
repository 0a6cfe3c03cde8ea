import type { SubmissionStatus } from "@avances/domain/submission";
import { and, asc, eq, getTableColumns, gt, gte, inArray, or, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { round, submission, submissionAct } from "../schema/index.ts";
import type { SubmissionActRow, SubmissionRow } from "./rows.ts";

const holding = statement<{ id: string }, { id: string }[]>((db) =>
  db
    .select({ id: submission.id })
    .from(submission)
    .where(eq(submission.id, sql.placeholder("id")))
    .for("update"),
);

/**
 * Locks one submission until the transaction ends. Every write below a submission takes this lock first, so that two saves, or a save
 * and a signature, happen one after the other. False when it does not exist or the actor may not change it.
 *
 * This statement only locks; it reads nothing. A statement that waits for a lock gets the locked row fresh, but rows joined to it as they
 * were before the wait: a round cancelled meanwhile would still look open. So read in a statement of its own, which may be sent together
 * with this one: PostgreSQL answers in order, and each statement sees what was committed when it began.
 */
export async function holdSubmission(tx: Tx, id: string): Promise<boolean> {
  return (await holding(tx, { id })).length > 0;
}

/** Adds the submissions of a round that opens. */
export async function insertSubmissions(tx: Tx, rows: readonly (typeof submission.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(submission).values([...rows]);
}

/** Resets the submissions of a round that opens again after it was cancelled: nobody had done anything in it, so each is as on the first day. */
export async function renewSubmissions(tx: Tx, rows: readonly (typeof submission.$inferInsert)[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insert(submission)
    .values([...rows])
    .onConflictDoUpdate({
      target: [submission.roundYear, submission.countryCode],
      set: {
        obligated: sql`excluded.obligated`,
        status: sql`excluded.status`,
        dueOn: sql`excluded.due_on`,
        extensionReason: null,
        extensionGrantedAt: null,
        exemptReason: null,
        revision: sql`${submission.revision} + 1`,
      },
    });
}

export type SubmissionPatch = Partial<
  Omit<SubmissionRow, "id" | "roundYear" | "countryCode" | "obligated" | "revision">
>;

/**
 * Changes a submission that has one of the expected statuses, and raises its revision. Undefined when it has another status; nothing
 * changes then.
 */
export async function updateStatus(
  tx: Tx,
  id: string,
  expected: readonly SubmissionStatus[],
  patch: SubmissionPatch,
): Promise<SubmissionRow | undefined> {
  const updated = await tx
    .update(submission)
    .set({ ...patch, revision: sql`${submission.revision} + 1` })
    .where(and(eq(submission.id, id), inArray(submission.status, [...expected])))
    .returning();
  return updated[0];
}

/** Records activity of the country on a report that it has not started. */
export async function noteActivity(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .update(submission)
    .set({ lastActivityAt: at })
    .where(and(eq(submission.id, id), inArray(submission.status, ["not_started", "exempt"])));
}

/** Records what was done to a submission, in the transaction of the act. */
export async function insertSubmissionAct(tx: Tx, row: typeof submissionAct.$inferInsert): Promise<void> {
  await tx.insert(submissionAct).values(row);
}

const actsAfter = statement<{ submissionId: string; after: number; fromBefore: boolean }, SubmissionActRow[]>((db) =>
  db
    .select(getTableColumns(submissionAct))
    .from(submissionAct)
    .innerJoin(submission, eq(submission.id, submissionAct.submissionId))
    .innerJoin(round, eq(round.year, submission.roundYear))
    .where(
      and(
        eq(submissionAct.submissionId, sql.placeholder("submissionId")),
        gt(submissionAct.revision, sql.placeholder("after")),
        or(sql`${sql.placeholder("fromBefore")}::boolean`, gte(submissionAct.at, round.openedAt)),
      ),
    )
    .orderBy(asc(submissionAct.revision)),
);

export interface ActsWanted {
  /** Only acts since the submission had this revision. Default 0 = all. */
  readonly after?: number;
  /** Include acts from before its round was last opened (in a round that was cancelled): for the secretariat alone. Default false. */
  readonly fromBefore?: boolean;
}

/** What was done to a submission, oldest first. */
export async function listSubmissionActs(
  tx: Tx,
  submissionId: string,
  { after = 0, fromBefore = false }: ActsWanted = {},
): Promise<readonly SubmissionActRow[]> {
  return actsAfter(tx, { submissionId, after, fromBefore });
}
