import type { scheduledEnds } from "@avances/domain/round";
import { and, asc, desc, eq, gte, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { type NoticeState, notice, scheduledReminder } from "../schema/index.ts";
import { milliseconds, textPart } from "./text-parts.ts";

export type ScheduledReminderRow = typeof scheduledReminder.$inferSelect;

const waits = and(isNull(scheduledReminder.endedAt), isNull(scheduledReminder.settledAt));

/** A reminder that a person set and that has not left. */
export type WaitingReminder = Pick<ScheduledReminderRow, "id" | "sendAt" | "createdAt" | "createdByName"> & {
  readonly country: string;
};

/** Those of the round `year` that wait. */
export const waitingRemindersPart = textPart(
  sql`select json_agg(json_build_array(${scheduledReminder.id}, ${scheduledReminder.countryCode}, ${milliseconds(sql`${scheduledReminder.sendAt}`)}, ${milliseconds(sql`${scheduledReminder.createdAt}`)}, ${scheduledReminder.createdByName})
      order by ${scheduledReminder.countryCode})::text
    from ${scheduledReminder}
    where ${scheduledReminder.roundYear} = ${sql.placeholder("year")} and ${scheduledReminder.endedAt} is null and ${scheduledReminder.settledAt} is null`,
  (rows: readonly [string, string, number, number, string][]): readonly WaitingReminder[] =>
    rows.map(([id, country, at, createdAt, createdByName]) => ({
      ...{ id, country, createdByName },
      sendAt: new Date(at),
      createdAt: new Date(createdAt),
    })),
);

/** Those that wait, of a round or of all, by their moment. */
export async function listWaitingReminders(tx: Tx, year?: number): Promise<readonly ScheduledReminderRow[]> {
  return tx
    .select()
    .from(scheduledReminder)
    .where(and(waits, year === undefined ? undefined : eq(scheduledReminder.roundYear, year)))
    .orderBy(asc(scheduledReminder.sendAt), asc(scheduledReminder.countryCode));
}

/** Every one that was ever set in a round, the newest first. */
export async function listScheduledReminders(tx: Tx, year: number): Promise<readonly ScheduledReminderRow[]> {
  return tx
    .select()
    .from(scheduledReminder)
    .where(eq(scheduledReminder.roundYear, year))
    .orderBy(desc(scheduledReminder.createdAt), asc(scheduledReminder.countryCode));
}

/** Sets reminders. Returns those that were added: of a country for which one waits already, none is. */
export async function insertScheduledReminders(
  tx: Tx,
  rows: readonly (typeof scheduledReminder.$inferInsert)[],
): Promise<readonly ScheduledReminderRow[]> {
  if (rows.length === 0) return [];
  return tx
    .insert(scheduledReminder)
    .values([...rows])
    .onConflictDoNothing()
    .returning();
}

/** Withdraws one that waits, or replaces it; undefined when there is none, or it waits no more. */
export async function endScheduledReminder(
  tx: Tx,
  id: string,
  by: {
    readonly ended: (typeof scheduledEnds)[number];
    readonly at: Date;
    readonly userId: string;
    readonly name: string;
  },
): Promise<ScheduledReminderRow | undefined> {
  return (
    await tx
      .update(scheduledReminder)
      .set({ ended: by.ended, endedAt: by.at, endedBy: by.userId, endedByName: by.name })
      .where(and(eq(scheduledReminder.id, id), waits))
      .returning()
  )[0];
}

/** The same row for this scheduler alone until its transaction ends; undefined when another has it, or it waits no more. */
export async function claimScheduledReminder(tx: Tx, id: string): Promise<ScheduledReminderRow | undefined> {
  return (
    await tx
      .select()
      .from(scheduledReminder)
      .where(and(eq(scheduledReminder.id, id), waits))
      .for("update", { skipLocked: true })
  )[0];
}

/** Records that its messages were written (`outcome` empty), or why none was needed. */
export async function settleScheduledReminder(tx: Tx, id: string, at: Date, outcome = ""): Promise<void> {
  await tx
    .update(scheduledReminder)
    .set({ settledAt: at, outcome })
    .where(and(eq(scheduledReminder.id, id), waits));
}

/** What became of one message of a reminder. */
export interface ReminderMessage {
  readonly batchId: string;
  readonly state: NoticeState;
  readonly settledAt: Date | null;
  readonly result: string;
}

/** The messages of these reminders. */
export async function listReminderMessages(tx: Tx, ids: readonly string[]): Promise<readonly ReminderMessage[]> {
  if (ids.length === 0) return [];
  return tx
    .select({ batchId: notice.batchId, state: notice.state, settledAt: notice.settledAt, result: notice.result })
    .from(notice)
    .where(and(eq(notice.step, "resend"), inArray(notice.batchId, [...ids])));
}

/** What was settled since then, oldest first. */
export async function listSettledReminders(
  tx: Tx,
  since: Date,
): Promise<
  readonly {
    readonly roundYear: number;
    readonly country: string;
    readonly at: Date | null;
    readonly outcome: string;
  }[]
> {
  return tx
    .select({
      roundYear: scheduledReminder.roundYear,
      country: scheduledReminder.countryCode,
      at: scheduledReminder.settledAt,
      outcome: scheduledReminder.outcome,
    })
    .from(scheduledReminder)
    .where(gte(scheduledReminder.settledAt, since))
    .orderBy(asc(scheduledReminder.settledAt), asc(scheduledReminder.countryCode));
}
