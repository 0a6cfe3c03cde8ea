import type { PreparedRound } from "@avances/domain/round";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { groupChange, notice, roundPreparation } from "../schema/index.ts";

export type PreparationRow = typeof roundPreparation.$inferSelect;
export type GroupChangeRow = typeof groupChange.$inferSelect;

/** Rounds that are prepared, by year. */
export async function listPreparations(tx: Tx): Promise<readonly PreparationRow[]> {
  return tx.select().from(roundPreparation).where(isNull(roundPreparation.endedAt)).orderBy(asc(roundPreparation.year));
}

/** Until the transaction ends, nobody else changes, gives up or opens what is prepared for this year; undefined when nothing is. */
export async function lockPreparation(tx: Tx, year: number): Promise<PreparationRow | undefined> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`avances preparation ${year}`}, 0))`);
  const present = and(eq(roundPreparation.year, year), isNull(roundPreparation.endedAt));
  return (await tx.select().from(roundPreparation).where(present))[0];
}

interface Written {
  readonly document: PreparedRound;
  readonly at: Date;
  readonly by: string;
  readonly byName: string;
}

/** Writes what is prepared, the first time or again; the caller holds the lock. */
export async function putPreparation(
  tx: Tx,
  { document, at, by, byName }: Written,
): Promise<PreparationRow | undefined> {
  const changed = { document, changedAt: at, changedBy: by, changedByName: byName, endedAt: null };
  return (
    await tx
      .insert(roundPreparation)
      .values({ year: document.year, revision: 1, ...changed })
      .onConflictDoUpdate({
        target: roundPreparation.year,
        set: { ...changed, revision: sql`${roundPreparation.revision} + 1` },
      })
      .returning()
  )[0];
}

/** The round was opened, or the preparation given up: it is no longer there, and can be begun anew. The caller holds the lock. */
export async function endPreparation(
  tx: Tx,
  year: number,
  { at, by, byName }: Omit<Written, "document">,
): Promise<void> {
  await tx
    .update(roundPreparation)
    .set({ endedAt: at, changedAt: at, changedBy: by, changedByName: byName })
    .where(eq(roundPreparation.year, year));
}

/** What the secretariat recorded about the members of groups, in the order in which it was. */
export async function listGroupChanges(tx: Tx): Promise<readonly GroupChangeRow[]> {
  return tx.select().from(groupChange).orderBy(asc(groupChange.id));
}

export async function insertGroupChange(tx: Tx, row: typeof groupChange.$inferInsert): Promise<void> {
  await tx.insert(groupChange).values(row);
}

/** The opening days on which countries were invited to a round of this year, cancelled since. */
export async function listAnnouncedDays(tx: Tx, year: number): Promise<readonly string[]> {
  const rows = await tx
    .selectDistinct({ day: notice.anchorDate })
    .from(notice)
    .where(sql`${notice.roundYear} = ${year} and ${notice.step} = 'opening'`);
  return rows.map(({ day }) => day);
}
