import type { IndicatorCode } from "@avances/domain/catalogue";
import { and, asc, eq, getTableColumns, gte, inArray, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { remarkSeen, reopenedAnswer, round, submission, threadClosing } from "../schema/index.ts";
import type { RemarkSeenRow, ReopenedAnswerRow, ThreadClosingRow } from "./rows.ts";

const closingsOf = statement<{ submissionId: string }, ThreadClosingRow[]>((db) =>
  db
    .select(getTableColumns(threadClosing))
    .from(threadClosing)
    .innerJoin(submission, eq(submission.id, threadClosing.submissionId))
    .innerJoin(round, eq(round.year, submission.roundYear))
    .where(and(eq(threadClosing.submissionId, sql.placeholder("submissionId")), gte(threadClosing.at, round.openedAt)))
    .orderBy(asc(threadClosing.at), asc(threadClosing.id)),
);

/** The acts that closed threads of a submission, oldest first, as far as the actor reads the threads; only since its round was last opened. */
export async function listThreadClosings(tx: Tx, submissionId: string): Promise<readonly ThreadClosingRow[]> {
  return closingsOf(tx, { submissionId });
}

export async function insertThreadClosing(tx: Tx, row: typeof threadClosing.$inferInsert): Promise<void> {
  await tx.insert(threadClosing).values(row);
}

const seenOf = statement<{ submissionId: string }, RemarkSeenRow[]>((db) =>
  db
    .select()
    .from(remarkSeen)
    .where(eq(remarkSeen.submissionId, sql.placeholder("submissionId"))),
);

/** When remarks of a submission were first seen by the other side, as far as the actor reads the remarks. */
export async function listRemarksSeen(tx: Tx, submissionId: string): Promise<readonly RemarkSeenRow[]> {
  return seenOf(tx, { submissionId });
}

/** Records that remarks were seen. Those that somebody has seen before keep the first time. */
export async function insertRemarksSeen(tx: Tx, rows: readonly (typeof remarkSeen.$inferInsert)[]): Promise<void> {
  if (rows.length > 0)
    await tx
      .insert(remarkSeen)
      .values([...rows])
      .onConflictDoNothing();
}

/** Of these remarks those that were seen, with when and by whom. */
export async function findRemarksSeen(tx: Tx, ids: readonly string[]): Promise<readonly RemarkSeenRow[]> {
  return ids.length === 0
    ? []
    : tx
        .select()
        .from(remarkSeen)
        .where(inArray(remarkSeen.commentId, [...ids]));
}

const reopenedOf = statement<{ submissionId: string }, ReopenedAnswerRow[]>((db) =>
  db
    .select()
    .from(reopenedAnswer)
    .where(eq(reopenedAnswer.submissionId, sql.placeholder("submissionId")))
    .orderBy(asc(reopenedAnswer.revision)),
);

/** The answers that the country opened itself, with its reasons, oldest first: those that the actor may see. */
export async function listReopenedAnswers(tx: Tx, submissionId: string): Promise<readonly ReopenedAnswerRow[]> {
  return reopenedOf(tx, { submissionId });
}

const opened = statement<{ submissionId: string }, { indicatorCode: IndicatorCode; at: Date }[]>((db) =>
  db
    .select({
      indicatorCode: sql<IndicatorCode>`r.indicator_code`,
      at: sql`r.at`.mapWith(reopenedAnswer.at),
    })
    .from(sql`app.reopened_answers(${sql.placeholder("submissionId")}) r`),
);

/**
 * Which answers of a submission of the actor's country were opened, and when, without the reasons: what may be changed is the same for
 * everybody who works on it. Empty for actors of other countries.
 */
export async function listOpenedAnswers(
  tx: Tx,
  submissionId: string,
): Promise<readonly { readonly indicatorCode: IndicatorCode; readonly at: Date }[]> {
  return opened(tx, { submissionId });
}

/** Records that an answer was opened; its act is recorded before. */
export async function insertReopenedAnswer(tx: Tx, row: typeof reopenedAnswer.$inferInsert): Promise<void> {
  await tx.insert(reopenedAnswer).values(row);
}
