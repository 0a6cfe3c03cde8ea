import { asc, eq } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { reviewComment } from "../schema/index.ts";
import type { CommentRow } from "./rows.ts";

/** Remarks on a submission that the actor may read, oldest first. */
export async function listComments(tx: Tx, submissionId: string): Promise<readonly CommentRow[]> {
  return tx
    .select()
    .from(reviewComment)
    .where(eq(reviewComment.submissionId, submissionId))
    .orderBy(asc(reviewComment.createdAt), asc(reviewComment.id));
}

/** Adds remarks. */
export async function insertComments(tx: Tx, rows: readonly (typeof reviewComment.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(reviewComment).values([...rows]);
}
