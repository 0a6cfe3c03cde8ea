import { and, count, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { mailboxPosition, mailReply, notice, outgoingMail } from "../schema/index.ts";
import { instant } from "./earlier-reports.ts";
import type { MailReplyRow, MailRow, NewMailReplyRow } from "./rows.ts";
import { milliseconds, readTexts, selectTexts, textPart } from "./text-parts.ts";

/** The message with this Message-ID, locked: what comes back about it twice at once is noted one after the other. */
export async function lockMailByMessageId(tx: Tx, messageId: string): Promise<MailRow | undefined> {
  return (await tx.select().from(outgoingMail).where(eq(outgoingMail.messageId, messageId)).for("update"))[0];
}

/** How many things came back about this message. */
export async function countReplies(tx: Tx, mailId: string): Promise<number> {
  const [found] = await tx.select({ count: count() }).from(mailReply).where(eq(mailReply.mailId, mailId));
  return found?.count ?? 0;
}

/** Notes what came back; undefined when it was noted before. */
export async function insertReply(tx: Tx, row: NewMailReplyRow): Promise<MailReplyRow | undefined> {
  return (await tx.insert(mailReply).values(row).onConflictDoNothing().returning())[0];
}

/** Records that a message which a mail server had accepted did not arrive. False when it does not count as sent (any more). */
export async function settleBouncedMail(
  tx: Tx,
  id: string,
  said: Pick<MailRow, "lastCode" | "lastAnswer"> & { readonly settledAt: Date },
): Promise<boolean> {
  const changed = await tx
    .update(outgoingMail)
    .set({ ...said, state: "dead" })
    .where(and(eq(outgoingMail.id, id), eq(outgoingMail.state, "sent")))
    .returning({ id: outgoingMail.id });
  return changed.length > 0;
}

/** What a mail server said about an attempt that this sender has under way: it may be faster than the sender's own record. */
export async function findBounceOfAttempt(tx: Tx, mailId: string, attempt: number): Promise<MailReplyRow | undefined> {
  return (
    await tx
      .select()
      .from(mailReply)
      .where(and(eq(mailReply.mailId, mailId), eq(mailReply.attempt, attempt), eq(mailReply.kind, "bounced")))
      .limit(1)
  )[0];
}

/** Has a mail server refused this address for good, and has nobody said since that it is right? */
export async function isAddressRefused(tx: Tx, address: string): Promise<boolean> {
  const rows = await tx.select({ id: mailReply.id }).from(mailReply).where(refuses(address)).limit(1);
  return rows.length > 0;
}

/** Which of these addresses a mail server has refused for good, so that no reminder goes there. */
export async function refusedAmong(tx: Tx, addresses: readonly string[]): Promise<ReadonlySet<string>> {
  if (addresses.length === 0) return new Set();
  const rows = await tx
    .selectDistinct({ address: mailReply.address })
    .from(mailReply)
    .where(
      and(inArray(mailReply.address, [...addresses]), sql`${mailReply.refusesAddress}`, isNull(mailReply.clearedAt)),
    );
  return new Set(rows.flatMap(({ address }) => (address === null ? [] : [address])));
}

/** Somebody of the secretariat says that this address is right. */
export async function clearAddress(
  tx: Tx,
  address: string,
  cleared: { readonly at: Date; readonly userId: string; readonly name: string },
): Promise<void> {
  await tx
    .update(mailReply)
    .set({ clearedAt: cleared.at, clearedBy: cleared.userId, clearedByName: cleared.name })
    .where(refuses(address));
}

// As in the index: the literal lets the plan know that few addresses are refused.
const refuses = (address: string) =>
  and(eq(mailReply.address, address), sql`${mailReply.refusesAddress}`, isNull(mailReply.clearedAt));

/** What came back about these messages, the latest first. */
export async function listReplies(tx: Tx, mailIds: readonly string[]): Promise<readonly MailReplyRow[]> {
  if (mailIds.length === 0) return [];
  return await tx
    .select()
    .from(mailReply)
    .where(inArray(mailReply.mailId, [...mailIds]))
    .orderBy(desc(mailReply.receivedAt), desc(mailReply.id));
}

/** What a page shows of what came back. */
export type ReplyFacts = Pick<
  MailReplyRow,
  "kind" | "receivedAt" | "code" | "status" | "answer" | "awayUntil" | "refusesAddress" | "clearedAt"
>;

/** Something that came back about the message of a notice, as it was last sent. */
export interface NoticeReply {
  readonly noticeId: string;
  readonly reply: ReplyFacts;
}

type Kind = MailReplyRow["kind"];
type ReplyText = [
  ...[noticeId: string, kind: Kind, receivedAt: number, code: number | null, status: string | null],
  ...[answer: string, awayUntil: string | null, refusesAddress: boolean, clearedAt: number | null],
];

// What comes back is little beside what is sent, so it is found from there.
const repliesPart = (which: SQL) =>
  textPart(
    sql`select json_agg(json_build_array(${notice.id}, ${mailReply.kind}, ${milliseconds(sql`${mailReply.receivedAt}`)}, ${mailReply.code}, ${mailReply.status},
        ${mailReply.answer}, ${mailReply.awayUntil}, ${mailReply.refusesAddress}, ${milliseconds(sql`${mailReply.clearedAt}`)}) order by ${mailReply.id})::text
      from ${mailReply}
      join ${outgoingMail} on ${outgoingMail.id} = ${mailReply.mailId} and ${outgoingMail.fence} = ${mailReply.attempt}
      join ${notice} on ${notice.id} = ${outgoingMail.noticeId}
      where ${which}`,
    (rows: readonly ReplyText[]): readonly NoticeReply[] =>
      rows.map(([noticeId, kind, receivedAt, code, status, answer, awayUntil, refusesAddress, clearedAt]) => ({
        noticeId,
        reply: {
          ...{ kind, receivedAt: new Date(receivedAt), code, status },
          ...{ answer, awayUntil, refusesAddress, clearedAt: instant(clearedAt) },
        },
      })),
  );

/** Of the notices of the round `year`; only the secretariat sees any. */
export const noticeRepliesPart = repliesPart(sql`${notice.roundYear} = ${sql.placeholder("year")}`);

const country = sql`${sql.placeholder("country")}::text`;
const ofCountry = { replies: repliesPart(sql`(${country} is null or ${notice.countryCode} = ${country})`) };
const noticeReplies = statement<{ country: string | null }, Record<string, unknown>[]>(selectTexts(ofCountry));

/** What came back about the notices to a country, or to all; only the secretariat sees any. */
export async function listNoticeReplies(
  tx: Tx,
  of: { readonly country?: string | undefined },
): Promise<readonly NoticeReply[]> {
  return readTexts(ofCountry, await noticeReplies(tx, { country: of.country ?? null })).replies;
}

/** How far a folder was read. */
export interface MailboxPosition {
  readonly uidValidity: string;
  readonly lastUid: number;
}

/** Null = it was never read. */
export async function findPosition(tx: Tx, mailbox: string): Promise<MailboxPosition | null> {
  const [found] = await tx.select().from(mailboxPosition).where(eq(mailboxPosition.mailbox, mailbox));
  return found ?? null;
}

/** Never goes back within one numbering of the folder, whoever else reads it. */
export async function movePosition(tx: Tx, mailbox: string, { uidValidity, lastUid }: MailboxPosition): Promise<void> {
  await tx
    .insert(mailboxPosition)
    .values({ mailbox, uidValidity, lastUid })
    .onConflictDoUpdate({
      target: mailboxPosition.mailbox,
      set: {
        uidValidity,
        lastUid: sql`case when ${mailboxPosition.uidValidity} = excluded.uid_validity then greatest(${mailboxPosition.lastUid}, excluded.last_uid) else excluded.last_uid end`,
      },
    });
}
