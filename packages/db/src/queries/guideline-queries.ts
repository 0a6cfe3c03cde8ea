import type { ParticipantCode } from "@avances/domain/network";
import type { CalendarDate } from "@avances/domain/round";
import { and, asc, desc, eq, getTableColumns, isNotNull, isNull, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { guidelineSet, guidelineStatement, matter } from "../schema/index.ts";
import { type MatterRow, matterColumns } from "./matter-queries.ts";

type OfStatement = typeof guidelineStatement.$inferSelect;
export type GuidelineRow = MatterRow & Omit<OfStatement, "matterId">;
export type GuidelineSetRow = typeof guidelineSet.$inferSelect;

const { matterId: _, ...ofStatement } = getTableColumns(guidelineStatement);

const statements = (tx: Tx) =>
  tx
    .select({ ...matterColumns, ...ofStatement })
    .from(matter)
    .innerJoin(guidelineStatement, eq(guidelineStatement.matterId, matter.id));

/** Every set of steps, oldest first; the last one is asked about now. */
export async function listGuidelineSets(tx: Tx): Promise<readonly GuidelineSetRow[]> {
  return tx.select().from(guidelineSet).orderBy(asc(guidelineSet.version));
}

/** Until the transaction ends nobody else changes the steps. */
export async function lockGuidelineSets(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('guideline steps', 0))`);
}

export async function insertGuidelineSet(tx: Tx, row: GuidelineSetRow): Promise<void> {
  await tx.insert(guidelineSet).values(row);
}

/** What was said of any step, as far as the actor may read it, the latest first. `country`, `step`: of these alone. */
export async function listGuidelineStatements(
  tx: Tx,
  { country, step }: { readonly country?: ParticipantCode; readonly step?: string } = {},
): Promise<readonly GuidelineRow[]> {
  return statements(tx)
    .where(
      and(
        country === undefined ? undefined : eq(guidelineStatement.countryCode, country),
        step === undefined ? undefined : eq(guidelineStatement.step, step),
      ),
    )
    .orderBy(desc(matter.createdAt), desc(matter.id));
}

/** Undefined also where the actor reads none. */
export async function findGuidelineStatement(tx: Tx, id: string): Promise<GuidelineRow | undefined> {
  return (await statements(tx).where(eq(matter.id, id)))[0];
}

/** Says of what a draft speaks. Country and step stay so. */
export async function insertGuidelineStatement(tx: Tx, row: typeof guidelineStatement.$inferInsert): Promise<void> {
  await tx.insert(guidelineStatement).values(row);
}

/** Changes what a draft says; false if it is none any more, or the actor may not. */
export async function changeGuidelineStatement(
  tx: Tx,
  id: string,
  patch: Partial<Pick<OfStatement, "setVersion" | "said" | "asOf" | "replyDays" | "replyUntil">>,
): Promise<boolean> {
  const changed = await tx
    .update(guidelineStatement)
    .set(patch)
    .where(eq(guidelineStatement.matterId, id))
    .returning({ id: guidelineStatement.matterId });
  return changed.length > 0;
}

/** A view that its country alone reads. */
export interface ViewAhead {
  readonly country: ParticipantCode;
  readonly step: string;
  readonly replyUntil: CalendarDate;
}

/** Of which countries there is a view that only they read, for the Secretariat; nothing for others. What the views say is not in it. */
export async function listViewsToAnswer(tx: Tx): Promise<readonly ViewAhead[]> {
  const { rows } = await tx.execute<{ country_code: string; step: string; reply_until: string }>(
    sql`select country_code, step, reply_until::text from app.views_to_answer() order by reply_until, country_code, step`,
  );
  return rows.map((row) => ({ country: row.country_code, step: row.step, replyUntil: row.reply_until }));
}

/** The views that no others read yet, with the last day of their country. Run as `app_worker`. */
export async function listUnopenedViews(
  tx: Tx,
): Promise<readonly { readonly id: string; readonly country: ParticipantCode; readonly replyUntil: CalendarDate }[]> {
  const rows = await tx
    .select({ id: matter.id, country: guidelineStatement.countryCode, replyUntil: guidelineStatement.replyUntil })
    .from(matter)
    .innerJoin(guidelineStatement, eq(guidelineStatement.matterId, matter.id))
    .where(and(eq(matter.state, "filed"), isNotNull(matter.firstToCode), isNull(matter.openedAt)))
    .orderBy(asc(matter.id));
  return rows.flatMap(({ replyUntil, ...row }) => (replyUntil === null ? [] : [{ ...row, replyUntil }]));
}

/** Lets others read a view; one that was answered or withdrawn meanwhile stays as it is. Run as `app_worker`. */
export async function openView(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .update(matter)
    .set({ openedAt: at })
    .where(and(eq(matter.id, id), isNull(matter.openedAt), eq(matter.state, "filed")));
}
