import type { IndicatorCode } from "@avances/domain/catalogue";
import { and, asc, eq, getTableColumns, gte, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { reviewComment, round, submission } from "../schema/index.ts";
import type { CommentRow } from "./rows.ts";

const ofSubmission = statement<{ submissionId: string }, CommentRow[]>((db) =>
  db
    .select(getTableColumns(reviewComment))
    .from(reviewComment)
    .innerJoin(submission, eq(submission.id, reviewComment.submissionId))
    .innerJoin(round, eq(round.year, submission.roundYear))
    .where(
      and(
        eq(reviewComment.submissionId, sql.placeholder("submissionId")),
        gte(reviewComment.createdAt, round.openedAt),
      ),
    )
    .orderBy(asc(reviewComment.createdAt), asc(reviewComment.id)),
);

/**
 * Remarks on a submission that the actor may read, oldest first. Only those since the round was (last) opened: remarks from a round that was
 * cancelled are left out, and nobody should think that the other side reads them.
 */
export async function listComments(tx: Tx, submissionId: string): Promise<readonly CommentRow[]> {
  return ofSubmission(tx, { submissionId });
}

/** When and about what the Secretariat wrote to the country, without its words. */
export interface SecretariatRemark {
  /** Null = about the report as a whole. */
  readonly indicatorCode: IndicatorCode | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly authorRole: "secretariat";
  readonly audience: "shared";
}

const codes = statement<{ submissionId: string }, Pick<SecretariatRemark, "indicatorCode" | "version" | "createdAt">[]>(
  (db) =>
    db
      .select({
        indicatorCode: sql<IndicatorCode | null>`r.indicator_code`,
        version: sql<number>`r.version`,
        createdAt: sql`r.created_at`.mapWith(reviewComment.createdAt),
      })
      .from(sql`app.secretariat_remarks(${sql.placeholder("submissionId")}) r`)
      .innerJoin(submission, eq(submission.id, sql.placeholder("submissionId")))
      .innerJoin(round, eq(round.year, submission.roundYear))
      .where(gte(sql`r.created_at`, round.openedAt)),
);

/**
 * All remarks that the Secretariat addressed to the country on a submission of the actor's country: what may be changed in a returned report
 * is the same for everybody who works on it, even for those who may read only some of the remarks. Empty for actors of other countries.
 */
export async function listSecretariatRemarks(tx: Tx, submissionId: string): Promise<readonly SecretariatRemark[]> {
  const rows = await codes(tx, { submissionId });
  return rows.map((row) => ({ ...row, authorRole: "secretariat", audience: "shared" }));
}

export async function insertComments(tx: Tx, rows: readonly (typeof reviewComment.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(reviewComment).values([...rows]);
}
