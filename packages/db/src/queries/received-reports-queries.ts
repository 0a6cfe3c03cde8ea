import { desc, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { receivedReportsAct, submission } from "../schema/index.ts";

type ReceivedReportsActRow = typeof receivedReportsAct.$inferSelect;

/** The decision that counts; undefined while there was none, and for everybody but the secretariat. */
export async function lastReceivedReportsAct(tx: Tx): Promise<ReceivedReportsActRow | undefined> {
  return (await tx.select().from(receivedReportsAct).orderBy(desc(receivedReportsAct.id)).limit(1))[0];
}

/** Until the transaction ends, nobody else can decide on it. */
export async function lockReceivedReports(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('avances received reports', 0))`);
}

export async function insertReceivedReportsAct(tx: Tx, row: typeof receivedReportsAct.$inferInsert): Promise<void> {
  await tx.insert(receivedReportsAct).values(row);
}

/** May the public know that a report was received? Role `app_publisher`. */
export async function mayShowReceived(tx: Tx): Promise<boolean> {
  const { rows } = await tx.execute<{ shown: boolean }>(sql`select ${receivedIsShown} as shown`);
  return rows[0]?.shown === true;
}

/**
 * The same as SQL. Every query about what is public asks it itself, so that nothing about received reports leaves the database while the
 * public may not know it. Role `app_publisher`.
 */
export const receivedIsShown = sql`coalesce((select shown from ${receivedReportsAct} order by id desc limit 1), false)`;

/** May the public know of a row of `submission` that it was received? */
export const isShownAsReceived = sql<boolean>`(${submission.firstSubmittedAt} is not null and ${receivedIsShown})`;
