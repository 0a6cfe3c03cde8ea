import type { CalendarDate } from "@avances/domain/round";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { hold } from "../schema/index.ts";
import { readTexts, selectTexts, textPart } from "./text-parts.ts";

export type HoldRow = typeof hold.$inferSelect;

/** A hold that may count: it was not lifted, and its last day is not long past. */
export type ActiveHold = Pick<HoldRow, "roundYear" | "countryCode" | "lastDay" | "reason" | "createdByName">;

type HoldText = [number, string | null, string, string, string];

/** What is held at `now`, or was until yesterday: a day more, whatever the zone; the clocks of the capital decide. */
export const activeHoldsPart = textPart(
  sql`select json_agg(json_build_array(${hold.roundYear}, ${hold.countryCode}, ${hold.lastDay}, ${hold.reason}, ${hold.createdByName})
      order by ${hold.createdAt}, ${hold.id})::text
    from ${hold} where ${hold.liftedAt} is null and ${hold.lastDay} >= ${sql.placeholder("now")}::date - 1`,
  (rows: readonly HoldText[]): readonly ActiveHold[] =>
    rows.map(([roundYear, countryCode, lastDay, reason, createdByName]) => {
      return { roundYear, countryCode, lastDay, reason, createdByName };
    }),
);

const parts = { holds: activeHoldsPart };
const active = statement<{ now: Date }, Record<string, unknown>[]>(selectTexts(parts));

/** What is held now, or was until yesterday. */
export async function listActiveHolds(tx: Tx, now: Date): Promise<readonly ActiveHold[]> {
  return readTexts(parts, await active(tx, { now })).holds;
}

/** Role `app_worker` may not read why and by whom. */
export async function listHeldDays(
  tx: Tx,
  now: Date,
): Promise<
  readonly { readonly roundYear: number; readonly countryCode: string | null; readonly lastDay: CalendarDate }[]
> {
  return tx
    .select({ roundYear: hold.roundYear, countryCode: hold.countryCode, lastDay: hold.lastDay })
    .from(hold)
    .where(and(isNull(hold.liftedAt), sql`${hold.lastDay} >= ${now.toISOString()}::date - 1`));
}

/** Everything that was ever held in a round, the newest first. */
export async function listHolds(tx: Tx, year: number): Promise<readonly HoldRow[]> {
  return tx.select().from(hold).where(eq(hold.roundYear, year)).orderBy(desc(hold.createdAt), desc(hold.id));
}

/** Until the transaction ends, nobody else holds or lifts anything in this round. */
export async function lockHolds(tx: Tx, year: number): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`avances holds ${year}`}, 0))`);
}

export async function insertHold(tx: Tx, row: typeof hold.$inferInsert): Promise<void> {
  await tx.insert(hold).values(row);
}

/** Lifts a hold; undefined when there is none, or it was lifted before. */
export async function liftHold(
  tx: Tx,
  id: string,
  by: { readonly at: Date; readonly userId: string; readonly name: string; readonly reason: string },
): Promise<HoldRow | undefined> {
  return (
    await tx
      .update(hold)
      .set({ liftedAt: by.at, liftedBy: by.userId, liftedByName: by.name, liftedReason: by.reason })
      .where(and(eq(hold.id, id), isNull(hold.liftedAt)))
      .returning()
  )[0];
}
