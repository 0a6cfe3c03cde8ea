import type { PromiseDecision } from "@avances/domain/submission";
import { and, asc, count, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { answerVerdict, reviewPromise } from "../schema/index.ts";

export type VerdictRow = typeof answerVerdict.$inferSelect;
export type ReviewPromiseRow = typeof reviewPromise.$inferSelect;

/** What the secretariat says of the answers of a report, marks that were taken back included; by indicator. */
export async function listVerdicts(tx: Tx, submissionId: string): Promise<readonly VerdictRow[]> {
  return tx
    .select()
    .from(answerVerdict)
    .where(eq(answerVerdict.submissionId, submissionId))
    .orderBy(asc(answerVerdict.indicatorCode));
}

/** How many answers of each report are marked. */
export async function countMarks(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .select({ submissionId: answerVerdict.submissionId, marks: count() })
    .from(answerVerdict)
    .where(isNotNull(answerVerdict.verdict))
    .groupBy(answerVerdict.submissionId);
  return new Map(rows.map(({ submissionId, marks }) => [submissionId, marks]));
}

/** Until the transaction ends, nobody else marks answers of this report. */
export async function lockVerdicts(tx: Tx, submissionId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`avances verdicts ${submissionId}`}, 0))`);
}

/** Writes marks, the first time or again; the caller holds the lock and has compared revisions. */
export async function putVerdicts(tx: Tx, rows: readonly (typeof answerVerdict.$inferInsert)[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insert(answerVerdict)
    .values([...rows])
    .onConflictDoUpdate({
      target: [answerVerdict.submissionId, answerVerdict.indicatorCode],
      set: {
        version: sql`excluded.version`,
        verdict: sql`excluded.verdict`,
        reason: sql`excluded.reason`,
        words: sql`excluded.words`,
        askedAt: sql`excluded.asked_at`,
        revision: sql`excluded.revision`,
        at: sql`excluded.at`,
        byId: sql`excluded.by_id`,
        byName: sql`excluded.by_name`,
      },
    });
}

/** The questions on these answers went to the country. */
export async function markAsked(
  tx: Tx,
  submissionId: string,
  indicatorCodes: readonly string[],
  by: { readonly at: Date; readonly userId: string; readonly name: string },
): Promise<void> {
  if (indicatorCodes.length === 0) return;
  await tx
    .update(answerVerdict)
    .set({
      ...{ askedAt: by.at, at: by.at, byId: by.userId, byName: by.name },
      revision: sql`${answerVerdict.revision} + 1`,
    })
    .where(
      and(
        eq(answerVerdict.submissionId, submissionId),
        inArray(answerVerdict.indicatorCode, [...indicatorCodes]),
        eq(answerVerdict.verdict, "question"),
      ),
    );
}

/** Every decision on the days within which the secretariat answers, oldest first; for everybody but the secretariat none. */
export async function listReviewPromises(tx: Tx): Promise<readonly ReviewPromiseRow[]> {
  return tx.select().from(reviewPromise).orderBy(asc(reviewPromise.id));
}

/** The same for role `app_worker`, which reads no names. */
export async function listPromisedDays(tx: Tx): Promise<readonly PromiseDecision[]> {
  return tx
    .select({ at: reviewPromise.at, days: reviewPromise.days })
    .from(reviewPromise)
    .orderBy(asc(reviewPromise.id));
}

const promisedDaysAt = statement<{ at: Date }, { days: number | null }[]>((db) =>
  db
    .select({ days: sql<number | null>`app.promised_days(${sql.placeholder("at")}::timestamptz)` })
    .from(sql`(select) once`),
);

/** In how many working days the secretariat said that it answers a report that came at this instant; null = it said nothing. For everybody. */
export async function findPromisedDays(tx: Tx, at: Date): Promise<number | null> {
  return (await promisedDaysAt(tx, { at }))[0]?.days ?? null;
}

/** Until the transaction ends, nobody else decides on it. */
export async function lockReviewPromise(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('avances review promise', 0))`);
}

export async function insertReviewPromise(tx: Tx, row: typeof reviewPromise.$inferInsert): Promise<void> {
  await tx.insert(reviewPromise).values(row);
}
