import type { Role } from "@avances/domain/access";
import { and, asc, desc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "../connect.ts";
import {
  appUser,
  country,
  type NoticeState,
  notice,
  noticeBatch,
  round,
  scheduledReminder,
  submission,
  submissionVersion,
} from "../schema/index.ts";
import type { NewNoticeRow, NoticeRow, RoundRow, SubmissionRow } from "./rows.ts";

/** The `batch_id` of automatic notices. */
export const noBatch = "00000000-0000-0000-0000-000000000000";

/** Adds notices to the ledger and returns the new ones; another planner may have added the others. Write mails only for the new ones. */
export async function insertNotices(tx: Tx, rows: readonly NewNoticeRow[]): Promise<readonly NoticeRow[]> {
  if (rows.length === 0) return [];
  return tx
    .insert(notice)
    .values([...rows])
    .onConflictDoNothing()
    .returning();
}

/** Was any country written to about a round of this year that opens on this day? */
export async function wasAnnounced(tx: Tx, year: number, opensOn: string): Promise<boolean> {
  const rows = await tx
    .select({ id: notice.id })
    .from(notice)
    .where(and(eq(notice.roundYear, year), eq(notice.step, "opening"), eq(notice.anchorDate, opensOn)))
    .limit(1);
  return rows.length > 0;
}

/** Records what became of a notice. */
export async function settleNotice(
  tx: Tx,
  id: string,
  state: NoticeState,
  result: string,
  at: Date | null,
): Promise<void> {
  await tx.update(notice).set({ state, result, settledAt: at }).where(eq(notice.id, id));
}

export async function findNotice(tx: Tx, id: string): Promise<NoticeRow | undefined> {
  return (await tx.select().from(notice).where(eq(notice.id, id)))[0];
}

/** A notice and the present state of its report. */
export type NoticeInRound = Pick<NoticeRow, "roundYear" | "countryCode" | "step" | "batchId" | "anchorDate"> &
  Pick<RoundRow, "opensOn" | "closedAt"> &
  Pick<
    SubmissionRow,
    "obligated" | "status" | "exemptReason" | "firstSubmittedAt" | "submittedAt" | "dueOn" | "returnDueOn"
  > & {
    /** Time zone of the capital. */
    readonly timeZone: string;
    /** It is a reminder by hand that was set for a later moment. */
    readonly isScheduled: boolean;
    /** When it was written into the ledger; its message may have been written anew since. */
    readonly writtenAt: Date;
  };

const isScheduled = (batchId: typeof notice.batchId) =>
  sql<boolean>`exists (select from ${scheduledReminder} where ${scheduledReminder.id} = ${batchId})`;

/** Undefined when there is none, or when its round was cancelled. */
export async function findNoticeInRound(tx: Tx, id: string): Promise<NoticeInRound | undefined> {
  const [found] = await tx
    .select({
      roundYear: notice.roundYear,
      countryCode: notice.countryCode,
      step: notice.step,
      batchId: notice.batchId,
      anchorDate: notice.anchorDate,
      timeZone: country.timeZone,
      isScheduled: isScheduled(notice.batchId),
      writtenAt: notice.createdAt,
      obligated: submission.obligated,
      status: submission.status,
      exemptReason: submission.exemptReason,
      firstSubmittedAt: submission.firstSubmittedAt,
      submittedAt: submission.submittedAt,
      opensOn: round.opensOn,
      closedAt: round.closedAt,
      dueOn: submission.dueOn,
      returnDueOn: submission.returnDueOn,
    })
    .from(notice)
    .innerJoin(round, and(eq(round.year, notice.roundYear), isNull(round.cancelledAt)))
    .innerJoin(
      submission,
      and(eq(submission.roundYear, notice.roundYear), eq(submission.countryCode, notice.countryCode)),
    )
    .innerJoin(country, eq(country.alpha3, notice.countryCode))
    .where(eq(notice.id, id));
  return found;
}

/** Was a later message of the calendar written to the same person about the same report, so that this one would only repeat it? */
export async function hasLaterNotice(tx: Tx, id: string): Promise<boolean> {
  const later = alias(notice, "later");
  const rows = await tx
    .select({ id: later.id })
    .from(notice)
    .innerJoin(
      later,
      and(
        eq(later.roundYear, notice.roundYear),
        eq(later.countryCode, notice.countryCode),
        eq(later.userId, notice.userId),
        eq(later.batchId, noBatch),
        gt(later.createdAt, notice.createdAt),
        inArray(later.state, ["queued", "sent", "kept"]),
      ),
    )
    .where(eq(notice.id, id))
    .limit(1);
  return rows.length > 0;
}

export interface NoticeWithRecipient {
  readonly notice: NoticeRow;
  /** Null when the actor may not see that person (somebody of the secretariat). */
  readonly recipient: { readonly displayName: string; readonly role: Role } | null;
}

/** The ledger of a round, newest first. */
export async function listNotices(tx: Tx, year: number, country?: string): Promise<readonly NoticeWithRecipient[]> {
  return tx
    .select({ notice, recipient: { displayName: appUser.displayName, role: appUser.role } })
    .from(notice)
    .leftJoin(appUser, eq(appUser.id, notice.userId))
    .where(and(eq(notice.roundYear, year), country === undefined ? undefined : eq(notice.countryCode, country)))
    .orderBy(desc(notice.scheduledFor), desc(notice.id));
}

export interface ToldOfAcceptance {
  readonly submissionId: string;
  readonly name: string;
  readonly at: Date;
}

/**
 * To whom the message about an acceptance was sent, in order of sending: for the version that is accepted now, of these submissions, if
 * the actor may see them. Messages that were kept, failed or are still waiting are left out.
 */
export async function listToldOfAcceptance(
  tx: Tx,
  submissionIds: readonly string[],
): Promise<readonly ToldOfAcceptance[]> {
  if (submissionIds.length === 0) return [];
  const rows = await tx
    .select({ submissionId: submission.id, name: appUser.displayName, at: notice.settledAt })
    .from(notice)
    .innerJoin(appUser, eq(appUser.id, notice.userId))
    // A message about a version has the version's id where other messages have that of an act of resending.
    .innerJoin(submissionVersion, eq(submissionVersion.id, notice.batchId))
    .innerJoin(
      submission,
      and(eq(submission.id, submissionVersion.submissionId), eq(submission.acceptedVersion, submissionVersion.version)),
    )
    .where(and(eq(notice.step, "accepted"), eq(notice.state, "sent"), inArray(submission.id, [...submissionIds])))
    .orderBy(asc(notice.settledAt), asc(notice.id));
  return rows.flatMap(({ at, ...row }) => (at === null ? [] : [{ ...row, at }]));
}

/** Until the transaction ends, only one person can send reminders in a round; a second one then reads what the first has written. */
export async function lockReminders(tx: Tx, year: number): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`avances reminders ${year}`}, 0))`);
}

/** Records one act of resending. */
export async function insertNoticeBatch(tx: Tx, row: typeof noticeBatch.$inferInsert): Promise<void> {
  await tx.insert(noticeBatch).values(row);
}

/** One act of resending. */
export async function findNoticeBatch(tx: Tx, id: string): Promise<typeof noticeBatch.$inferSelect | undefined> {
  return (await tx.select().from(noticeBatch).where(eq(noticeBatch.id, id)))[0];
}

/** The people to whom the other messages of this notice's step, date and act were written, except those that were stopped or only recorded. */
export async function listCompanions(
  tx: Tx,
  { roundYear, countryCode, step, anchorDate, batchId }: Omit<NoticeRow, "userId">,
): Promise<readonly string[]> {
  const rows = await tx
    .select({ userId: notice.userId })
    .from(notice)
    .where(
      and(
        ...[eq(notice.roundYear, roundYear), eq(notice.countryCode, countryCode), eq(notice.step, step)],
        ...[eq(notice.anchorDate, anchorDate), eq(notice.batchId, batchId)],
        inArray(notice.state, ["queued", "sent", "kept"]),
      ),
    );
  return rows.map(({ userId }) => userId);
}

/** Tells the scheduler, at commit, that something it looks at has changed. */
export async function wakeScheduler(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_notify('notices', '')`);
}
