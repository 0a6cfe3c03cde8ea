import type { Role } from "@avances/domain/access";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { appUser, credential, ticket } from "../schema/index.ts";
import { isOpen, isUnused } from "./open-ticket.ts";
import type { UserRow } from "./rows.ts";

/** The active account with this normalised address and its password hash (null until the invitation is used). */
export async function findCredentialByEmail(
  tx: Tx,
  email: string,
): Promise<{ readonly user: UserRow; readonly passwordHash: string | null } | undefined> {
  const [found] = await tx
    .select({ user: appUser, passwordHash: credential.passwordHash })
    .from(appUser)
    .leftJoin(credential, eq(credential.userId, appUser.id))
    .where(and(eq(appUser.email, email), isNull(appUser.endedAt), isNull(appUser.sectionId)));
  return found;
}

/** The password hash of one account, or null. */
export async function findPasswordHash(tx: Tx, userId: string): Promise<string | null> {
  const [found] = await tx.select().from(credential).where(eq(credential.userId, userId));
  return found?.passwordHash ?? null;
}

/** Locks the password of one account until the transaction ends: of two simultaneous requests for a new password, only one makes the link. */
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

const accessOfRoles = statement<
  { roles: readonly Role[] },
  { userId: string; password: string | null; invitedUntil: Date | null }[]
>((db) =>
  db
    .select({ userId: appUser.id, password: credential.userId, invitedUntil: ticket.expiresAt })
    .from(appUser)
    .leftJoin(credential, eq(credential.userId, appUser.id))
    .leftJoin(ticket, and(eq(ticket.userId, appUser.id), isUnused("invitation")))
    .where(and(isNull(appUser.endedAt), eq(appUser.role, sql`any(${sql.placeholder("roles")}::text[])`)))
    .orderBy(ticket.expiresAt),
);

/** How the active accounts of some roles can be used. */
export interface AccountAccess {
  /** They used their invitation. */
  readonly withPassword: ReadonlySet<string>;
  /** Until when an invitation that was not used can be, also one that has run out. */
  readonly invitedUntil: ReadonlyMap<string, Date>;
}

export async function accessOfAccounts(tx: Tx, roles: readonly Role[]): Promise<AccountAccess> {
  const rows = await accessOfRoles(tx, { roles });
  return {
    withPassword: new Set(rows.flatMap(({ password }) => password ?? [])),
    // The latest of several is the last.
    invitedUntil: new Map(rows.flatMap(({ userId, invitedUntil }) => (invitedUntil ? [[userId, invitedUntil]] : []))),
  };
}

export interface AccountStates {
  readonly withPassword: ReadonlySet<string>;
  readonly invited: ReadonlySet<string>;
  /** Another address that waits for its link to be used, by account. */
  readonly changing: ReadonlyMap<string, { readonly address: string; readonly expiresAt: Date }>;
}

/** Which of these accounts have a password, which an invitation and which a link to another address that can still be used. */
export async function accountStates(tx: Tx, userIds: readonly string[], now: Date): Promise<AccountStates> {
  if (userIds.length === 0) return { withPassword: new Set(), invited: new Set(), changing: new Map() };
  const passwords = await tx
    .select({ userId: credential.userId })
    .from(credential)
    .where(inArray(credential.userId, [...userIds]));
  const invitations = await tx
    .select({ userId: ticket.userId })
    .from(ticket)
    .where(and(inArray(ticket.userId, [...userIds]), isOpen("invitation", now)));
  const changes = await tx
    .select({ userId: ticket.userId, address: ticket.newEmail, expiresAt: ticket.expiresAt })
    .from(ticket)
    .where(and(inArray(ticket.userId, [...userIds]), isOpen("address_change", now)));
  return {
    withPassword: new Set(passwords.map((row) => row.userId)),
    invited: new Set(invitations.map((row) => row.userId)),
    changing: new Map(changes.map(({ userId, address, expiresAt }) => [userId, { address: address ?? "", expiresAt }])),
  };
}
