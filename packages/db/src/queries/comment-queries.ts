import { asc, eq, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { reviewComment } from "../schema/index.ts";
import type { CommentRow } from "./rows.ts";

const ofSubmission = statement<{ submissionId: string }, CommentRow[]>((db) =>
  db
    .select()
    .from(reviewComment)
    .where(eq(reviewComment.submissionId, sql.placeholder("submissionId")))
    .orderBy(asc(reviewComment.createdAt), asc(reviewComment.id)),
);

/** Remarks on a submission that the actor may read, oldest first. */
export async function listComments(tx: Tx, submissionId: string): Promise<readonly CommentRow[]> {
  return ofSubmission(tx, { submissionId });
}

/** Adds remarks. */
export async function insertComments(tx: Tx, rows: readonly (typeof reviewComment.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(reviewComment).values([...rows]);
}
