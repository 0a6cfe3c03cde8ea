import { secretariatRoles } from "@avances/domain/access";
import type { SharedRemark, ThreadClosing } from "@avances/domain/submission";
import { and, asc, eq, exists, gte, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { remarkSeen, reviewComment, round, submission, threadClosing } from "../schema/index.ts";

/** What is said with the Secretariat on a report, without a word of it. */
export interface SharedTalk {
  readonly submissionId: string;
  /** When the report was last sent; null = never. */
  readonly submittedAt: Date | null;
  readonly remarks: readonly (SharedRemark & { readonly version: number })[];
  readonly closings: readonly ThreadClosing[];
}

/** Which reports: those with a remark of the Secretariat since then that nobody has seen, or the one of this remark. */
export type WhichTalk = { readonly unseenSince: Date } | { readonly remarkId: string };

/** The shared threads of these reports, oldest remark first, since their round was last opened. Run as `app_worker`. */
export async function listSharedTalk(tx: Tx, which: WhichTalk): Promise<readonly SharedTalk[]> {
  const reports = await reportsOf(tx, which);
  if (reports.length === 0) return [];
  const remarks = await tx
    .select({
      submissionId: reviewComment.submissionId,
      submittedAt: submission.submittedAt,
      id: reviewComment.id,
      indicatorCode: reviewComment.indicatorCode,
      audience: reviewComment.audience,
      version: reviewComment.version,
      authorRole: reviewComment.authorRole,
      isQuestion: reviewComment.isQuestion,
      createdAt: reviewComment.createdAt,
      isSeen: sql<boolean>`exists (select from ${remarkSeen} where ${remarkSeen.commentId} = ${reviewComment.id})`,
    })
    .from(reviewComment)
    .innerJoin(submission, eq(submission.id, reviewComment.submissionId))
    .innerJoin(round, and(eq(round.year, submission.roundYear), isNull(round.cancelledAt)))
    .where(
      and(
        inArray(reviewComment.submissionId, [...reports]),
        eq(reviewComment.audience, "shared"),
        gte(reviewComment.createdAt, round.openedAt),
      ),
    )
    .orderBy(asc(reviewComment.createdAt), asc(reviewComment.id));
  const closings = await tx
    .select({
      submissionId: threadClosing.submissionId,
      indicatorCode: threadClosing.indicatorCode,
      audience: threadClosing.audience,
      at: threadClosing.at,
    })
    .from(threadClosing)
    .where(and(inArray(threadClosing.submissionId, [...reports]), eq(threadClosing.audience, "shared")))
    .orderBy(asc(threadClosing.at));
  return [...Map.groupBy(remarks, ({ submissionId }) => submissionId)].map(([submissionId, own]) => ({
    submissionId,
    submittedAt: own[0]?.submittedAt ?? null,
    // Who spoke matters inside a country alone.
    remarks: own.map((remark) => ({ ...remark, authorId: "" })),
    closings: closings.filter((one) => one.submissionId === submissionId),
  }));
}

async function reportsOf(tx: Tx, which: WhichTalk): Promise<readonly string[]> {
  const rows = await tx
    .selectDistinct({ id: reviewComment.submissionId })
    .from(reviewComment)
    .where(
      "remarkId" in which
        ? eq(reviewComment.id, which.remarkId)
        : and(
            gte(reviewComment.createdAt, which.unseenSince),
            inArray(reviewComment.authorRole, [...secretariatRoles]),
            sql`not ${exists(tx.select({ one: sql`1` }).from(remarkSeen).where(eq(remarkSeen.commentId, reviewComment.id)))}`,
          ),
    );
  return rows.map(({ id }) => id);
}
