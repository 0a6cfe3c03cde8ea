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
 * Remarks on a submission that the actor may read, oldest first. The talk begins when the round is opened: what was said in one that was
 * cancelled is not of this one, and nobody is to believe that the other side reads it.
 */
export async function listComments(tx: Tx, submissionId: string): Promise<readonly CommentRow[]> {
  return ofSubmission(tx, { submissionId });
}

/** That the Secretariat spoke to the country, when and of what: no word of what it said. */
export interface SecretariatRemark {
  /** Null = of the report as a whole. */
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
 * Of what the Secretariat spoke on a submission of the actor's, all of it: what may be changed in a returned report is the same for
 * everybody who writes in it, also for those who may read only some of the remarks. Empty for whoever is not of its country.
 */
export async function listSecretariatRemarks(tx: Tx, submissionId: string): Promise<readonly SecretariatRemark[]> {
  const rows = await codes(tx, { submissionId });
  return rows.map((row) => ({ ...row, authorRole: "secretariat", audience: "shared" }));
}

/** Adds remarks. */
export async function insertComments(tx: Tx, rows: readonly (typeof reviewComment.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(reviewComment).values([...rows]);
}
