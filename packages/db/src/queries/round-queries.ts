import { desc, eq, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { round } from "../schema/index.ts";
import type { RoundRow } from "./rows.ts";

/** Opens a round; undefined when that year has one already. */
export async function insertRound(tx: Tx, row: typeof round.$inferInsert): Promise<RoundRow | undefined> {
  return (await tx.insert(round).values(row).onConflictDoNothing().returning())[0];
}

const byYear = statement<{ year: number }, RoundRow[]>((db) =>
  db
    .select()
    .from(round)
    .where(eq(round.year, sql.placeholder("year"))),
);

/** One round. */
export async function findRound(tx: Tx, year: number): Promise<RoundRow | undefined> {
  return (await byYear(tx, { year }))[0];
}

/** All rounds, newest first. */
export async function listRounds(tx: Tx): Promise<readonly RoundRow[]> {
  return tx.select().from(round).orderBy(desc(round.year));
}
