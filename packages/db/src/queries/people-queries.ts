import { and, asc, count, desc, eq, isNull, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "../connect.ts";
import { accountRequest, appUser, auditEvent, mailReply, outgoingMail, secretariatMember } from "../schema/index.ts";
import type { AccountRequestRow, UserRow } from "./rows.ts";

/** Opens an account; `confirmedBy` null if no second person was needed. Undefined when it is already open or has ended. */
export async function confirmUser(
  tx: Tx,
  id: string,
  confirmedBy: string | null,
  at: Date,
): Promise<UserRow | undefined> {
  return (
    await tx
      .update(appUser)
      .set({ confirmedAt: at, confirmedBy })
      .where(and(eq(appUser.id, id), isNull(appUser.confirmedAt), isNull(appUser.endedAt)))
      .returning()
  )[0];
}

/** Has the secretariat ever had a second person who could sign in? Once true, always true. */
export async function hadSecondPerson(tx: Tx): Promise<boolean> {
  const { rows } = await tx.execute<{ had: boolean }>(sql`select app.had_second_person() as had`);
  return rows[0]?.had === true;
}

/** How many people of the secretariat could ever sign in, whether or not they still can. Run through `authQuery`. */
export async function countSecretariatMembers(tx: Tx): Promise<number> {
  return (await tx.select({ members: count() }).from(secretariatMember))[0]?.members ?? 0;
}

/** Records that an act on an account was requested; undefined when another request is waiting. */
export async function insertAccountRequest(
  tx: Tx,
  row: typeof accountRequest.$inferInsert,
): Promise<AccountRequestRow | undefined> {
  return (await tx.insert(accountRequest).values(row).onConflictDoNothing().returning())[0];
}

/** When an act on an account was requested and, if so, decided. The mail sender may read no more of it. */
export async function findAccountRequest(
  tx: Tx,
  id: string,
): Promise<Pick<AccountRequestRow, "requestedAt" | "decidedAt"> | undefined> {
  const [found] = await tx
    .select({ requestedAt: accountRequest.requestedAt, decidedAt: accountRequest.decidedAt })
    .from(accountRequest)
    .where(eq(accountRequest.id, id));
  return found;
}

/** The act on this account that is waiting for a second person, lapsed or not. */
export async function findWaitingRequest(tx: Tx, userId: string): Promise<AccountRequestRow | undefined> {
  return (
    await tx
      .select()
      .from(accountRequest)
      .where(and(eq(accountRequest.userId, userId), isNull(accountRequest.decidedAt)))
  )[0];
}

/** Every act that is waiting for a second person, by account. */
export async function listWaitingRequests(tx: Tx): Promise<ReadonlyMap<string, AccountRequestRow>> {
  const rows = await tx.select().from(accountRequest).where(isNull(accountRequest.decidedAt));
  return new Map(rows.map((row) => [row.userId, row]));
}

/** A message to somebody's present address that was given up, and what the mail server said. */
export interface RefusedMail {
  readonly at: Date;
  readonly answer: string;
}

/**
 * Of each account (or of one) whose present address does not take mail: when that was seen, and what was answered. A mail server said so for good (a
 * bounce that nobody has cleared: that the own server accepts another message proves nothing then), or the last message was given up and no later
 * one was accepted. People of section links are left out.
 */
export async function listRefusedAddresses(tx: Tx, userId?: string): Promise<ReadonlyMap<string, RefusedMail>> {
  const at = sql`coalesce(${outgoingMail.settledAt}, ${outgoingMail.createdAt})`;
  const later = alias(outgoingMail, "later");
  const rows = await tx
    .selectDistinctOn([outgoingMail.userId], {
      userId: outgoingMail.userId,
      at: sql<Date>`${at}`.mapWith(outgoingMail.createdAt),
      answer: outgoingMail.lastAnswer,
    })
    .from(outgoingMail)
    .innerJoin(appUser, and(eq(appUser.id, outgoingMail.userId), eq(appUser.email, outgoingMail.toAddress)))
    .where(
      and(
        // A literal: the plan must know that dead letters are few.
        sql`${outgoingMail.state} = 'dead'`,
        isNull(appUser.endedAt),
        isNull(appUser.sectionId),
        userId === undefined ? undefined : eq(outgoingMail.userId, userId),
        notExists(
          tx
            .select({ id: later.id })
            .from(later)
            .where(
              and(
                eq(later.userId, outgoingMail.userId),
                eq(later.toAddress, outgoingMail.toAddress),
                eq(later.state, "sent"),
                sql`${later.settledAt} > ${at}`,
              ),
            ),
        ),
      ),
    )
    .orderBy(outgoingMail.userId, sql`${at} desc`);
  const bounced = await tx
    .select({ userId: appUser.id, at: mailReply.receivedAt, answer: mailReply.answer })
    .from(mailReply)
    .innerJoin(appUser, eq(appUser.email, mailReply.address))
    .where(
      and(
        // As in the index: the literal lets the plan know that few addresses are refused.
        sql`${mailReply.refusesAddress}`,
        isNull(mailReply.clearedAt),
        isNull(appUser.endedAt),
        isNull(appUser.sectionId),
        userId === undefined ? undefined : eq(appUser.id, userId),
      ),
    )
    .orderBy(asc(mailReply.receivedAt));
  return new Map([...rows, ...bounced].map(({ userId: id, ...refused }) => [id, refused]));
}

export interface EventOfPerson {
  readonly at: Date;
  readonly action: string;
  readonly actorId: string | null;
  /** Null where the reader may not know the account. */
  readonly byName: string | null;
  readonly fields: readonly string[];
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

/** The newest events of the audit record about this account. */
export async function listEventsOfPerson(tx: Tx, userId: string, limit: number): Promise<readonly EventOfPerson[]> {
  return await tx
    .select({
      at: auditEvent.at,
      action: auditEvent.action,
      actorId: auditEvent.actorId,
      byName: appUser.displayName,
      fields: auditEvent.fields,
      detail: auditEvent.detail,
    })
    .from(auditEvent)
    .leftJoin(appUser, eq(appUser.id, auditEvent.actorId))
    .where(and(eq(auditEvent.objectType, "user"), eq(auditEvent.objectId, userId)))
    .orderBy(desc(auditEvent.id))
    .limit(limit);
}

/** Decides a waiting act; false when somebody else already did. The database refuses a confirmation by the person who requested it. */
export async function decideRequest(
  tx: Tx,
  id: string,
  decision: { readonly outcome: "confirmed" | "withdrawn" | "superseded"; readonly by: string; readonly at: Date },
): Promise<boolean> {
  const decided = await tx
    .update(accountRequest)
    .set({ outcome: decision.outcome, decidedBy: decision.by, decidedAt: decision.at })
    .where(and(eq(accountRequest.id, id), isNull(accountRequest.decidedAt)))
    .returning({ id: accountRequest.id });
  return decided.length > 0;
}
