import type { Role } from "@avances/domain/access";
import { and, eq, gt, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { appUser, credential, refreshToken, session, throttle, ticket } from "../schema/index.ts";
import { isOpen } from "./open-ticket.ts";
import type { TicketRow, UserRow } from "./rows.ts";

export type SessionRow = typeof session.$inferSelect;
export type ThrottleRow = typeof throttle.$inferSelect;

const sessionById = statement<{ id: string }, { session: SessionRow; user: UserRow }[]>((db) =>
  db
    .select({ session, user: appUser })
    .from(session)
    .innerJoin(appUser, eq(appUser.id, session.userId))
    .where(eq(session.id, sql.placeholder("id"))),
);

/**
 * The session and the account it belongs to, as they are now: the check of every request. The caller looks at `revokedAt`,
 * `absoluteExpiresAt`, `lastUsedAt` and `user.endedAt`. One statement; made for `authQuery`.
 */
export async function findSession(
  tx: Tx,
  id: string,
): Promise<{ readonly session: SessionRow; readonly user: UserRow } | undefined> {
  return (await sessionById(tx, { id }))[0];
}

/** Starts a session. */
export async function insertSession(tx: Tx, row: typeof session.$inferInsert): Promise<void> {
  await tx.insert(session).values(row);
}

/** Notes that a session was used. */
export async function touchSession(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.update(session).set({ lastUsedAt: at }).where(eq(session.id, id));
}

/** Ends one session; false when it had ended already. */
export async function revokeSession(tx: Tx, id: string, reason: string, at: Date): Promise<boolean> {
  const ended = await tx
    .update(session)
    .set({ revokedAt: at, revokedReason: reason })
    .where(and(eq(session.id, id), isNull(session.revokedAt)))
    .returning({ id: session.id });
  return ended.length > 0;
}

/** Ends all sessions of one account, except one when given (the browser that changes the password). Returns how many. */
export async function revokeSessionsOfUser(
  tx: Tx,
  userId: string,
  reason: string,
  at: Date,
  exceptId?: string,
): Promise<number> {
  const ended = await tx
    .update(session)
    .set({ revokedAt: at, revokedReason: reason })
    .where(
      and(
        eq(session.userId, userId),
        isNull(session.revokedAt),
        exceptId === undefined ? undefined : sql`${session.id} <> ${exceptId}::uuid`,
      ),
    )
    .returning({ id: session.id });
  return ended.length;
}

/** Stores the hash of a new refresh token. */
export async function insertRefreshToken(tx: Tx, row: typeof refreshToken.$inferInsert): Promise<void> {
  await tx.insert(refreshToken).values(row);
}

/** Uses a refresh token, which works once, whoever comes at the same moment. Returns its session, or undefined when used or unknown. */
export async function consumeRefreshToken(tx: Tx, tokenHash: string, at: Date): Promise<string | undefined> {
  const used = await tx
    .update(refreshToken)
    .set({ usedAt: at })
    .where(and(eq(refreshToken.tokenHash, tokenHash), isNull(refreshToken.usedAt)))
    .returning({ sessionId: refreshToken.sessionId });
  return used[0]?.sessionId;
}

/** A refresh token, used or not: to tell a second tab from a stolen token. */
export async function findRefreshToken(
  tx: Tx,
  tokenHash: string,
): Promise<typeof refreshToken.$inferSelect | undefined> {
  return (await tx.select().from(refreshToken).where(eq(refreshToken.tokenHash, tokenHash)))[0];
}

/** The account in force with this normalised address and its password hash (null until the invitation is used). */
export async function findCredentialByEmail(
  tx: Tx,
  email: string,
): Promise<{ readonly user: UserRow; readonly passwordHash: string | null } | undefined> {
  const [found] = await tx
    .select({ user: appUser, passwordHash: credential.passwordHash })
    .from(appUser)
    .leftJoin(credential, eq(credential.userId, appUser.id))
    .where(and(eq(appUser.email, email), isNull(appUser.endedAt)));
  return found;
}

/** The password hash of one account, or null. */
export async function findPasswordHash(tx: Tx, userId: string): Promise<string | null> {
  const [found] = await tx.select().from(credential).where(eq(credential.userId, userId));
  return found?.passwordHash ?? null;
}

/** Holds the password of one account until the transaction ends: of two who ask for a new one at once, one makes the link. */
export async function lockCredential(tx: Tx, userId: string): Promise<void> {
  await tx.select({ userId: credential.userId }).from(credential).where(eq(credential.userId, userId)).for("update");
}

/** Sets or replaces the password of one account. */
export async function setPassword(tx: Tx, userId: string, passwordHash: string, at: Date): Promise<void> {
  await tx
    .insert(credential)
    .values({ userId, passwordHash, changedAt: at })
    .onConflictDoUpdate({ target: credential.userId, set: { passwordHash, changedAt: at } });
}

/** Writes a single-use link; the database voids older ones of its kind. Invitations also as the secretariat (`asActor`). */
export async function insertTicket(tx: Tx, row: typeof ticket.$inferInsert): Promise<void> {
  await tx.insert(ticket).values(row);
}

/** Uses a ticket, which works once. Undefined when it is unknown, used, void or expired. */
export async function consumeTicket(
  tx: Tx,
  tokenHash: string,
  kind: TicketRow["kind"],
  at: Date,
): Promise<TicketRow | undefined> {
  const used = await tx
    .update(ticket)
    .set({ usedAt: at })
    .where(and(eq(ticket.tokenHash, tokenHash), isOpen(kind, at)))
    .returning();
  return used[0];
}

const passwordsOfRoles = statement<{ roles: readonly Role[] }, { userId: string }[]>((db) =>
  db
    .select({ userId: credential.userId })
    .from(credential)
    .innerJoin(appUser, eq(appUser.id, credential.userId))
    .where(and(isNull(appUser.endedAt), eq(appUser.role, sql`any(${sql.placeholder("roles")}::text[])`))),
);

/** Which active accounts of these roles have a password: their invitation was used. */
export async function accountsWithPassword(tx: Tx, roles: readonly Role[]): Promise<ReadonlySet<string>> {
  return new Set((await passwordsOfRoles(tx, { roles })).map((row) => row.userId));
}

/** Which of these accounts have a password, and which an invitation that can still be used. */
export async function accountStates(
  tx: Tx,
  userIds: readonly string[],
  now: Date,
): Promise<{ readonly withPassword: ReadonlySet<string>; readonly invited: ReadonlySet<string> }> {
  if (userIds.length === 0) return { withPassword: new Set(), invited: new Set() };
  const passwords = await tx
    .select({ userId: credential.userId })
    .from(credential)
    .where(inArray(credential.userId, [...userIds]));
  const invitations = await tx
    .select({ userId: ticket.userId })
    .from(ticket)
    .where(
      and(
        inArray(ticket.userId, [...userIds]),
        eq(ticket.kind, "invitation"),
        isNull(ticket.usedAt),
        isNull(ticket.voidedAt),
        gt(ticket.expiresAt, now),
      ),
    );
  return {
    withPassword: new Set(passwords.map((row) => row.userId)),
    invited: new Set(invitations.map((row) => row.userId)),
  };
}

/** The failures counted under these keys. */
export async function findThrottles(tx: Tx, keys: readonly string[]): Promise<readonly ThrottleRow[]> {
  return tx
    .select()
    .from(throttle)
    .where(inArray(throttle.key, [...keys]));
}

/** Counts one more failure; the count starts again when the window is over. Returns the row, locked until the transaction ends. */
export async function countFailure(tx: Tx, key: string, now: Date, windowMs: number): Promise<ThrottleRow> {
  const windowStart = sql`${new Date(now.getTime() - windowMs).toISOString()}::timestamptz`;
  const isOver = sql`${throttle.windowStartedAt} <= ${windowStart}`;
  const [row] = await tx
    .insert(throttle)
    .values({ key, failures: 1, windowStartedAt: now })
    .onConflictDoUpdate({
      target: throttle.key,
      set: {
        failures: sql`case when ${isOver} then 1 else ${throttle.failures} + 1 end`,
        windowStartedAt: sql`case when ${isOver} then excluded.window_started_at else ${throttle.windowStartedAt} end`,
      },
    })
    .returning();
  return row as ThrottleRow;
}

/**
 * Deletes some of the rows whose window started before an instant, oldest first; never those that stay until a new password. What another
 * transaction holds is left to a later one. The one deletion of the portal, so written out: counters are no record.
 */
export async function deleteOldThrottles(tx: Tx, before: Date, limit: number): Promise<void> {
  await tx.execute(sql`
    delete from auth.throttle where key in (
      select t.key from auth.throttle t
      where t.window_started_at < ${before.toISOString()}::timestamptz and not t.blocked
      order by t.window_started_at limit ${limit} for update skip locked
    )
  `);
}

/** Locks a key until an instant, or for good (`blocked`: only a password reset helps). */
export async function lockThrottle(tx: Tx, key: string, lockedUntil: Date | null, blocked: boolean): Promise<void> {
  await tx.update(throttle).set({ lockedUntil, blocked }).where(eq(throttle.key, key));
}

/** Forgets the failures under a key, after a good sign-in. */
export async function clearThrottle(tx: Tx, key: string, now: Date): Promise<void> {
  await clearThrottlesWhere(tx, eq(throttle.key, key), now);
}

/** Forgets the failures under the key of an account and under those of the account on a known device (`<key>:…`), after a reset. */
export async function clearThrottlesOfAccount(tx: Tx, key: string, now: Date): Promise<void> {
  await clearThrottlesWhere(tx, sql`(${throttle.key} = ${key} or starts_with(${throttle.key}, ${`${key}:`}))`, now);
}

async function clearThrottlesWhere(tx: Tx, isMeant: SQL, now: Date): Promise<void> {
  const isSet = sql`(${throttle.failures} > 0 or ${isNotNull(throttle.lockedUntil)} or ${throttle.blocked})`;
  await tx
    .update(throttle)
    .set({ failures: 0, windowStartedAt: now, lockedUntil: null, blocked: false })
    .where(and(isMeant, isSet));
}
