import { and, asc, desc, eq, gte, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { round, roundAct, submission } from "../schema/index.ts";
import type { RoundActRow, RoundRow } from "./rows.ts";

// Queries leave cancelled rounds out; only opening the same year again finds them.

/** Opens a round, or reopens a cancelled one (its revision is then above 1); undefined when that year already has a round. */
export async function insertRound(tx: Tx, row: typeof round.$inferInsert): Promise<RoundRow | undefined> {
  const { year: _, ...rest } = row;
  return (
    await tx
      .insert(round)
      .values(row)
      .onConflictDoUpdate({
        target: round.year,
        set: { ...rest, closedAt: null, reopenedAt: null, cancelledAt: null, revision: sql`${round.revision} + 1` },
        setWhere: isNotNull(round.cancelledAt),
      })
      .returning()
  )[0];
}

const byYear = statement<{ year: number }, RoundRow[]>((db) =>
  db
    .select()
    .from(round)
    .where(and(eq(round.year, sql.placeholder("year")), isNull(round.cancelledAt))),
);

/** One round. */
export async function findRound(tx: Tx, year: number): Promise<RoundRow | undefined> {
  return (await byYear(tx, { year }))[0];
}

/** The round, locked until the transaction ends. */
export async function lockRound(tx: Tx, year: number): Promise<RoundRow | undefined> {
  return (
    await tx
      .select()
      .from(round)
      .where(and(eq(round.year, year), isNull(round.cancelledAt)))
      .for("update")
  )[0];
}

/** Is there a cancelled round of this year? Locked until the transaction ends, so that only one person can reopen it. */
export async function lockCancelledRound(tx: Tx, year: number): Promise<boolean> {
  const rows = await tx
    .select({ year: round.year })
    .from(round)
    .where(and(eq(round.year, year), isNotNull(round.cancelledAt)))
    .for("update");
  return rows.length > 0;
}

/** All rounds, newest first. */
export async function listRounds(tx: Tx): Promise<readonly RoundRow[]> {
  return tx.select().from(round).where(isNull(round.cancelledAt)).orderBy(desc(round.year));
}

/** Changes a round and raises its revision. */
export async function updateRound(
  tx: Tx,
  year: number,
  patch: Partial<Pick<RoundRow, "opensOn" | "dueOn" | "closedAt" | "reopenedAt" | "cancelledAt">>,
): Promise<RoundRow | undefined> {
  const updated = await tx
    .update(round)
    .set({ ...patch, revision: sql`${round.revision} + 1` })
    .where(eq(round.year, year))
    .returning();
  return updated[0];
}

/** Records what was done to a round, in the transaction of the act. */
export async function insertRoundAct(tx: Tx, row: typeof roundAct.$inferInsert): Promise<void> {
  await tx.insert(roundAct).values(row);
}

/** What was done to rounds, cancelled ones included; oldest first. */
export async function listRoundActs(tx: Tx): Promise<readonly RoundActRow[]> {
  return tx.select().from(roundAct).orderBy(asc(roundAct.at), asc(roundAct.roundYear), asc(roundAct.revision));
}

export type RoundCorrectionRow = Pick<RoundActRow, "act" | "at" | "before" | "after" | "reason">;

const correctionsFor = statement<{ submissionId: string }, RoundCorrectionRow[]>((db) =>
  db
    .select({
      act: roundAct.act,
      at: roundAct.at,
      before: roundAct.before,
      after: roundAct.after,
      reason: roundAct.reason,
    })
    .from(roundAct)
    .innerJoin(round, eq(round.year, roundAct.roundYear))
    .innerJoin(submission, eq(submission.roundYear, round.year))
    .where(
      and(
        eq(submission.id, sql.placeholder("submissionId")),
        ne(roundAct.act, "cancelled"),
        gte(roundAct.at, round.openedAt),
      ),
    )
    .orderBy(asc(roundAct.revision)),
);

/** Corrections of the dates of a submission's round, its closing before its day and its opening again, since it was opened, oldest first. */
export async function listRoundCorrections(tx: Tx, submissionId: string): Promise<readonly RoundCorrectionRow[]> {
  return correctionsFor(tx, { submissionId });
}
