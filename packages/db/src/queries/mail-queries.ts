import { anchorOf, matterSteps } from "@avances/domain/network";
import type { MailKind, NoticeStep } from "@avances/domain/round";
import { and, asc, count, desc, eq, gt, inArray, isNull, lt, lte, max, ne, notExists, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "../connect.ts";
import { appUser, type MailState, notice, outgoingMail } from "../schema/index.ts";
import type { MailRow, NewMailRow } from "./rows.ts";

/** Queues messages, in the transaction of the act they report. */
export async function insertMails(tx: Tx, rows: readonly NewMailRow[]): Promise<void> {
  if (rows.length > 0) await tx.insert(outgoingMail).values([...rows]);
}

/**
 * Takes due messages, oldest first, for this sender alone: state `sending`, one more attempt, a lease, and a new fence. Also takes
 * messages whose sender died (lease expired). Commit before sending.
 */
export async function claimDueMails(
  tx: Tx,
  claim: { readonly now: Date; readonly leaseUntil: Date; readonly limit: number },
): Promise<readonly MailRow[]> {
  const due = tx
    .select({ id: outgoingMail.id })
    .from(outgoingMail)
    .where(
      or(
        and(eq(outgoingMail.state, "queued"), lte(outgoingMail.nextAttemptAt, claim.now)),
        and(eq(outgoingMail.state, "sending"), lt(outgoingMail.leaseUntil, claim.now)),
      ),
    )
    .orderBy(asc(outgoingMail.nextAttemptAt), asc(outgoingMail.id))
    .limit(claim.limit)
    .for("update", { skipLocked: true });
  return tx
    .update(outgoingMail)
    .set({
      state: "sending",
      attempts: sql`${outgoingMail.attempts} + 1`,
      leaseUntil: claim.leaseUntil,
      fence: sql`${outgoingMail.fence} + 1`,
    })
    .where(inArray(outgoingMail.id, due))
    .returning();
}

export interface MailResult {
  readonly id: string;
  /** The fence of the claim; a sender that lost its lease has an older one and cannot record a result. */
  readonly fence: number;
  /** `queued` = try again at `nextAttemptAt`. */
  readonly state: Exclude<MailState, "sending">;
  readonly nextAttemptAt?: Date;
  /** When it was not tried after all. */
  readonly attempts?: number;
  readonly settledAt?: Date | null;
  readonly lastCode?: number | null;
  readonly lastAnswer?: string;
}

/** Records what became of a claimed message; false when another sender has taken over the lease. */
export async function recordMailResult(tx: Tx, result: MailResult): Promise<boolean> {
  const { id, fence, ...patch } = result;
  const recorded = await tx
    .update(outgoingMail)
    .set({ ...patch, leaseUntil: null })
    .where(and(eq(outgoingMail.id, id), eq(outgoingMail.fence, fence), eq(outgoingMail.state, "sending")))
    .returning({ id: outgoingMail.id });
  return recorded.length > 0;
}

/** What of a message is written anew for the day on which it leaves; its id, addressee and Message-ID stay. */
export type FreshWords = Pick<
  MailRow,
  "subject" | "bodyText" | "bodyHtml" | "calendar" | "wordingId" | "replyTo" | "ticketId" | "createdAt"
>;

/** Writes a claimed message anew. */
export async function rewriteMail(tx: Tx, { id, fence }: Pick<MailRow, "id" | "fence">, words: FreshWords) {
  await tx
    .update(outgoingMail)
    .set(words)
    .where(and(eq(outgoingMail.id, id), eq(outgoingMail.fence, fence)));
}

/**
 * Delays every waiting message until then. The delay is stored in the rows themselves, so that every sender sees it and the secretariat
 * can read when the next attempt is.
 */
export async function pauseMails(tx: Tx, until: Date): Promise<void> {
  await tx
    .update(outgoingMail)
    .set({ nextAttemptAt: until })
    .where(and(eq(outgoingMail.state, "queued"), lt(outgoingMail.nextAttemptAt, until)));
}

/** Queues a dead message again, to the present address. Undefined when it is not dead. */
export async function requeueMail(tx: Tx, id: string, toAddress: string, now: Date): Promise<MailRow | undefined> {
  return (
    await tx
      .update(outgoingMail)
      .set({ state: "queued", attempts: 0, nextAttemptAt: now, settledAt: null, toAddress })
      .where(and(eq(outgoingMail.id, id), eq(outgoingMail.state, "dead")))
      .returning()
  )[0];
}

/**
 * Queues again, at the present address of its person, each message about work since then that did not reach an address which the person no longer has: it was
 * given up, or stopped because the address had changed. Of several in which the person was asked for the same (for a report: `asking`) only the last. That the
 * address changed stays its last answer, so that the sender keeps the hours of the country; whether it is still due is asked then too. Run as `app_worker`.
 * Returns how many, and their notices.
 */
export async function requeueToNewAddresses(
  tx: Tx,
  {
    since,
    now,
    kinds,
    asking,
  }: {
    readonly since: Date;
    readonly now: Date;
    readonly kinds: readonly MailKind[];
    readonly asking: readonly NoticeStep[];
  },
): Promise<{ readonly queued: number; readonly notices: readonly string[] }> {
  const moved = await tx
    .update(outgoingMail)
    .set({
      ...{ state: "queued", attempts: 0, nextAttemptAt: now, settledAt: null },
      ...{ toAddress: sql`${appUser.email}`, lastCode: null, lastAnswer: "address-changed" },
    })
    .from(appUser)
    .where(
      and(
        eq(appUser.id, outgoingMail.userId),
        isNull(appUser.endedAt),
        ne(appUser.email, outgoingMail.toAddress),
        inArray(outgoingMail.kind, [...kinds]),
        gt(outgoingMail.createdAt, since),
        notExists(laterNotice(tx, asking)),
        ...laterRequests.map((later) => sql`not exists (${later})`),
        // Literals: the plan must know that both are few.
        sql`(${outgoingMail.state} = 'dead' or (${outgoingMail.state} = 'stopped' and ${outgoingMail.lastAnswer} = 'address-changed'))`,
      ),
    )
    .returning({ noticeId: outgoingMail.noticeId });
  return { queued: moved.length, notices: moved.flatMap(({ noticeId }) => noticeId ?? []) };
}

function laterNotice(tx: Tx, asking: readonly NoticeStep[]) {
  const later = alias(notice, "later");
  const of = alias(notice, "of_mail");
  return tx
    .select({ id: later.id })
    .from(of)
    .innerJoin(
      later,
      and(
        ...[eq(later.userId, of.userId), eq(later.roundYear, of.roundYear), eq(later.countryCode, of.countryCode)],
        ...[gt(later.createdAt, of.createdAt), inArray(later.step, [...asking]), ne(later.state, "superseded")],
      ),
    )
    .where(and(eq(of.id, outgoingMail.noticeId), inArray(of.step, [...asking])));
}

const owedSteps = matterSteps.filter((step) => anchorOf(step) === "due_on");

/** In each of the other ledgers: whether this person was asked for the same later. Of a commitment an answer and the thing itself are two. News of the same are settled when they leave. */
const laterRequests = [
  sql`select from app.matter_request r join app.matter_request l
    on l.matter_id = r.matter_id and l.user_id = r.user_id and l.created_at > r.created_at and l.superseded is null
    and (l.step in ${owedSteps}) = (r.step in ${owedSteps})
    where r.id = ${outgoingMail.id}`,
  sql`select from app.progress_request r join app.progress_request l
    on l.meeting_id = r.meeting_id and l.user_id = r.user_id and l.created_at > r.created_at and l.superseded is null
    where r.id = ${outgoingMail.id}`,
  sql`select from app.section_reminder r join app.section_reminder l
    on l.section_id = r.section_id and l.created_at > r.created_at and l.superseded is null
    where r.id = ${outgoingMail.id}`,
];

/** Of each of these people to whom something was written since then: when last. */
export async function listMailedSince(
  tx: Tx,
  userIds: readonly string[],
  since: Date,
): Promise<ReadonlyMap<string, Date>> {
  if (userIds.length === 0) return new Map();
  const rows = await tx
    .select({ userId: outgoingMail.userId, at: max(outgoingMail.createdAt) })
    .from(outgoingMail)
    .where(and(inArray(outgoingMail.userId, [...userIds]), gt(outgoingMail.createdAt, since)))
    .groupBy(outgoingMail.userId);
  return new Map(rows.flatMap(({ userId, at }) => (at === null ? [] : [[userId, at] as const])));
}

export interface MailWithRecipient {
  readonly mail: MailRow;
  readonly recipient: string;
}

/** Where the actor may not know the recipient (the person of a section link), the address stands for the name: no message is left out. */
const withRecipient = {
  mail: outgoingMail,
  recipient: sql<string>`coalesce(${appUser.displayName}, ${outgoingMail.toAddress})`,
};

/** Messages with the names of their recipients, newest first; `before` = only those after this one in that order. */
export async function listMails(
  tx: Tx,
  filter: {
    readonly state?: MailState;
    /** Messages about this country, or to its people. */
    readonly country?: string;
    readonly before?: Pick<MailRow, "createdAt" | "id">;
    readonly limit: number;
  },
): Promise<readonly MailWithRecipient[]> {
  return tx
    .select(withRecipient)
    .from(outgoingMail)
    .leftJoin(appUser, eq(appUser.id, outgoingMail.userId))
    .where(
      and(
        filter.state === undefined ? undefined : eq(outgoingMail.state, filter.state),
        filter.country === undefined ? undefined : eq(outgoingMail.countryCode, filter.country),
        filter.before && isBehind(filter.before),
      ),
    )
    .orderBy(desc(outgoingMail.createdAt), desc(outgoingMail.id))
    .limit(filter.limit);
}

/** Compares the whole order, not only the instant: many messages are written in one instant. */
function isBehind({ createdAt, id }: Pick<MailRow, "createdAt" | "id">) {
  return or(lt(outgoingMail.createdAt, createdAt), and(eq(outgoingMail.createdAt, createdAt), lt(outgoingMail.id, id)));
}

/** One message with the name of its recipient. */
export async function findMail(tx: Tx, id: string): Promise<MailWithRecipient | undefined> {
  return (
    await tx
      .select(withRecipient)
      .from(outgoingMail)
      .leftJoin(appUser, eq(appUser.id, outgoingMail.userId))
      .where(eq(outgoingMail.id, id))
  )[0];
}

/** Dead letters and the age of the queue, for the secretariat's alarm. */
export async function mailHealth(tx: Tx): Promise<{ readonly dead: number; readonly oldestUnsentAt: Date | null }> {
  // Literals, so that the plan knows that few mails wait and few are dead.
  const [dead] = await tx.select({ count: count() }).from(outgoingMail).where(sql`${outgoingMail.state} = 'dead'`);
  const [unsent] = await tx
    .select({ createdAt: outgoingMail.createdAt })
    .from(outgoingMail)
    .where(sql`${outgoingMail.state} in ('queued', 'sending')`)
    .orderBy(asc(outgoingMail.createdAt))
    .limit(1);
  return {
    dead: dead?.count ?? 0,
    oldestUnsentAt: unsent?.createdAt ?? null,
  };
}
