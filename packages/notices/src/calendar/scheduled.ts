import type { Tx } from "@avances/db";
import { batchesOf } from "@avances/db/queries/batches";
import { settledKind } from "@avances/db/queries/instance-queries";
import { insertNoticeBatch, lockReminders } from "@avances/db/queries/notice-queries";
import { findRound } from "@avances/db/queries/round-queries";
import {
  claimScheduledReminder,
  listWaitingReminders,
  type ScheduledReminderRow,
  settleScheduledReminder,
} from "@avances/db/queries/scheduled-reminder-queries";
import { lastDayToAsk, writeOutcome } from "@avances/domain/round";
import { reasonOf } from "../reason-of.ts";
import type { NoticeToWrite, WritingConfig } from "./message.ts";
import type { PlanningDeps } from "./plan.ts";
import { ownWords } from "./resend.ts";
import { resendItem } from "./resend-choice.ts";
import { readScheduledRound, type ScheduledRound, standingOf } from "./scheduled-standing.ts";
import { writeNotices } from "./write.ts";

/** Countries in one transaction: few enough that a person who sends by hand does not wait long. */
const atOnce = 20;

/**
 * Writes the messages of the reminders that were set for a moment which has come, and records of others that they are not needed any more. Run it after notices
 * were planned: a step of the calendar goes first, and takes the day. As safe to run as `planRound`: a row is settled in the transaction that
 * writes its messages, once.
 */
export async function planScheduled(deps: PlanningDeps): Promise<{ readonly queued: number }> {
  const now = deps.clock.now();
  const { due, demonstration } = await deps.db.asWorker(async (tx) => ({
    due: await dueReminders(tx, now),
    demonstration: (await settledKind(tx)) === "demonstration",
  }));
  const config: WritingConfig = { ...deps.config, demonstration };
  let queued = 0;
  for (const ofRound of Map.groupBy(due, ({ roundYear }) => roundYear).values()) {
    for (const some of batchesOf(ofRound, atOnce)) {
      try {
        queued += await settle(deps, config, some, now);
      } catch {
        for (const one of some) queued += await settleAlone(deps, config, one, now);
      }
    }
  }
  return { queued };
}

/** Those about which something is to be done now. */
async function dueReminders(tx: Tx, now: Date): Promise<readonly ScheduledReminderRow[]> {
  const waiting = await listWaitingReminders(tx);
  const due: ScheduledReminderRow[] = [];
  for (const [year, rows] of Map.groupBy(waiting, ({ roundYear }) => roundYear)) {
    const openedAt = (await findRound(tx, year))?.openedAt;
    const isGone = ({ createdAt }: ScheduledReminderRow) => openedAt === undefined || createdAt < openedAt;
    // Most wait for their moment: what decides about them is read when it has come, or their round is gone.
    if (!rows.some((row) => row.sendAt <= now || isGone(row))) continue;
    const round = await readScheduledRound(tx, year, now);
    due.push(...rows.filter((row) => decided(row, round, now) !== "waits"));
  }
  return due;
}

/** What is to be done about one: its messages are written, it is recorded as not needed, or it waits. */
function decided(
  row: ScheduledReminderRow,
  round: ScheduledRound,
  now: Date,
): "write" | "waits" | { readonly outcome: string } {
  const standing = standingOf(row, round, now);
  switch (standing.kind) {
    case "leaves":
      return row.sendAt <= now && standing.goesAt <= now ? "write" : "waits";
    case "nobody":
      return "waits";
    case "not_needed": {
      // A report that has arrived may be returned before the moment comes, a round that was closed be opened again, and a hold be lifted before the
      // round is over: what is so then decides.
      const state = round.states.get(row.countryCode);
      const isOver = state !== undefined && lastDayToAsk(state, now) === null;
      const { code } = standing.outcome;
      const isMoot = code === "status-changed" || code === "round-closed";
      const isSettled = code === "round-cancelled" || isOver || (isMoot && row.sendAt <= now);
      return isSettled ? { outcome: writeOutcome(standing.outcome) } : "waits";
    }
  }
}

function settle(
  { db, newId }: PlanningDeps,
  config: WritingConfig,
  some: readonly ScheduledReminderRow[],
  now: Date,
): Promise<number> {
  return db.asWorker(async (tx) => {
    const [{ roundYear } = { roundYear: 0 }] = some;
    // As whoever sends by hand: of two at once the second one reads what the first has written.
    await lockReminders(tx, roundYear);
    const round = await readScheduledRound(tx, roundYear, now);
    const items: NoticeToWrite[] = [];
    for (const { id } of some) {
      const row = await claimScheduledReminder(tx, id);
      if (row === undefined) continue;
      const decision = decided(row, round, now);
      if (decision === "waits") continue;
      const state = round.states.get(row.countryCode);
      if (decision === "write" && state !== undefined) {
        items.push(scheduledItem(row, state, round));
        await insertBatch(tx, row, now);
      }
      await settleScheduledReminder(tx, id, now, decision === "write" ? "" : decision.outcome);
    }
    return await writeNotices(tx, items, { now, newId, config });
  });
}

/** One row; a fault is logged, and tried again next time. */
async function settleAlone(
  deps: PlanningDeps,
  config: WritingConfig,
  row: ScheduledReminderRow,
  now: Date,
): Promise<number> {
  try {
    return await settle(deps, config, [row], now);
  } catch (error) {
    const { roundYear, countryCode } = row;
    deps.log.error(
      { round_country: `${roundYear} ${countryCode}`, reason: reasonOf(error) },
      "a set reminder could not be written",
    );
    return 0;
  }
}

/** Its messages, as of whoever set it. */
function scheduledItem(
  row: Pick<ScheduledReminderRow, "id" | "createdBy" | "sendAt" | "ownTexts">,
  state: NoticeToWrite["state"],
  { known, everybody }: Pick<ScheduledRound, "known" | "everybody">,
): NoticeToWrite {
  const by = { batchId: row.id, userId: row.createdBy, scheduledFor: row.sendAt, text: row.ownTexts };
  return { ...resendItem(state, known, everybody, by), takesDay: true };
}

async function insertBatch(tx: Tx, row: ScheduledReminderRow, now: Date): Promise<void> {
  await insertNoticeBatch(tx, {
    ...{ id: row.id, roundYear: row.roundYear, groupCode: null, countries: [row.countryCode] },
    ...ownWords(row.ownTexts),
    ...{ createdAt: now, createdBy: row.createdBy, createdByName: row.createdByName },
  });
}
