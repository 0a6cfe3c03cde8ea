import { and, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { appUser, refreshToken, section, session } from "../schema/index.ts";
import type { UserRow } from "./rows.ts";

export type SessionRow = typeof session.$inferSelect;

const sessionById = statement<{ id: string }, { session: SessionRow; user: UserRow; sectionOf: string | null }[]>(
  (db) =>
    db
      .select({
        session: getTableColumns(session),
        user: getTableColumns(appUser),
        sectionOf: section.submissionId,
      })
      .from(session)
      .innerJoin(appUser, eq(appUser.id, session.userId))
      .leftJoin(section, eq(section.id, appUser.sectionId))
      .where(eq(session.id, sql.placeholder("id"))),
);

const ofSession = {
  id: session.id,
  revokedAt: session.revokedAt,
  absoluteExpiresAt: session.absoluteExpiresAt,
  lastUsedAt: session.lastUsedAt,
};
const ofUser = {
  id: appUser.id,
  role: appUser.role,
  countryCode: appUser.countryCode,
  organisationCode: appUser.organisationCode,
  assignedIndicators: appUser.assignedIndicators,
  displayName: appUser.displayName,
  sectionId: appUser.sectionId,
  endedAt: appUser.endedAt,
};

/** A session and its account, as much as decides who is calling. */
export interface Caller {
  readonly session: Pick<SessionRow, keyof typeof ofSession>;
  readonly user: Pick<UserRow, keyof typeof ofUser>;
  /** The submission to which a section link limits it, else null. */
  readonly sectionOf: string | null;
}

const callerById = statement<{ id: string }, Caller[]>((db) =>
  db
    .select({ session: ofSession, user: ofUser, sectionOf: section.submissionId })
    .from(session)
    .innerJoin(appUser, eq(appUser.id, session.userId))
    .leftJoin(section, eq(section.id, appUser.sectionId))
    .where(eq(session.id, sql.placeholder("id"))),
);

/**
 * Who has this session, as they are now: the check of every request, which reads nothing that it does not need. The program must look at
 * `revokedAt`, `absoluteExpiresAt`, `lastUsedAt` and `user.endedAt`. One statement; run through `authQuery`.
 */
export async function findCaller(tx: Tx, id: string): Promise<Caller | undefined> {
  return (await callerById(tx, { id }))[0];
}

/** All of a session and its account; otherwise like `findCaller`. */
export async function findSession(
  tx: Tx,
  id: string,
): Promise<{ readonly session: SessionRow; readonly user: UserRow; readonly sectionOf: string | null } | undefined> {
  return (await sessionById(tx, { id }))[0];
}

/** Starts a session. */
export async function insertSession(tx: Tx, row: typeof session.$inferInsert): Promise<void> {
  await tx.insert(session).values(row);
}

/** Records that a session was used. */
export async function touchSession(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.update(session).set({ lastUsedAt: at }).where(eq(session.id, id));
}

/** Ends one session; false when it had already ended. */
export async function revokeSession(tx: Tx, id: string, reason: string, at: Date): Promise<boolean> {
  const ended = await tx
    .update(session)
    .set({ revokedAt: at, revokedReason: reason })
    .where(and(eq(session.id, id), isNull(session.revokedAt)))
    .returning({ id: session.id });
  return ended.length > 0;
}

/** Ends all sessions of an account except, if given, one (the browser in which the password is changed). Returns how many. */
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

/** Uses a refresh token. It works only once, even for two requests at the same moment. Returns its session; undefined if used or unknown. */
export async function consumeRefreshToken(tx: Tx, tokenHash: string, at: Date): Promise<string | undefined> {
  const used = await tx
    .update(refreshToken)
    .set({ usedAt: at })
    .where(and(eq(refreshToken.tokenHash, tokenHash), isNull(refreshToken.usedAt)))
    .returning({ sessionId: refreshToken.sessionId });
  return used[0]?.sessionId;
}

/** A refresh token, used or not: helps to tell a second tab from a stolen token. */
export async function findRefreshToken(
  tx: Tx,
  tokenHash: string,
): Promise<typeof refreshToken.$inferSelect | undefined> {
  return (await tx.select().from(refreshToken).where(eq(refreshToken.tokenHash, tokenHash)))[0];
}
