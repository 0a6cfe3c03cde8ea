import type { Role } from "@avances/domain/access";
import { and, asc, eq, inArray, isNotNull, isNull, type SQL } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { appUser } from "../schema/index.ts";
import type { UserRow } from "./rows.ts";

/** One account, ended or not. */
export async function findUser(tx: Tx, id: string): Promise<UserRow | undefined> {
  return (await tx.select().from(appUser).where(eq(appUser.id, id)))[0];
}

/** The active account with this normalised address; ended accounts may have had the address before, and people of section links may have it too. */
export async function findUserByEmail(tx: Tx, email: string): Promise<UserRow | undefined> {
  return (
    await tx
      .select()
      .from(appUser)
      .where(and(eq(appUser.email, email), isNull(appUser.endedAt), isNull(appUser.sectionId)))
  )[0];
}

/** All accounts the actor may see, by country and name; people of section links have none. */
export async function listUsers(tx: Tx): Promise<readonly UserRow[]> {
  return tx
    .select()
    .from(appUser)
    .where(isNull(appUser.sectionId))
    .orderBy(asc(appUser.countryCode), asc(appUser.displayName));
}

/** Active people of these roles, by country and name: the people mails go to. */
export async function listActiveUsers(
  tx: Tx,
  roles: readonly Role[],
  countries?: readonly string[],
): Promise<readonly UserRow[]> {
  return tx
    .select()
    .from(appUser)
    .where(
      and(
        isNull(appUser.endedAt),
        isNull(appUser.sectionId),
        inArray(appUser.role, [...roles]),
        countries === undefined ? undefined : inArray(appUser.countryCode, [...countries]),
      ),
    )
    .orderBy(asc(appUser.countryCode), asc(appUser.displayName));
}

/** Creates an account; undefined when an active account has the address. */
export async function insertUser(tx: Tx, row: typeof appUser.$inferInsert): Promise<UserRow | undefined> {
  return (
    await tx
      .insert(appUser)
      .values(row)
      .onConflictDoNothing({
        target: appUser.email,
        where: and(isNull(appUser.endedAt), isNull(appUser.sectionId)) as SQL,
      })
      .returning()
  )[0];
}

/** Changes an account. The database refuses another address to everybody with a session (`changeAddress`). */
export async function updateUser(
  tx: Tx,
  id: string,
  patch: Partial<Omit<UserRow, "id" | "createdAt" | "createdBy" | "lastSignedInAt">>,
): Promise<UserRow | undefined> {
  return (await tx.update(appUser).set(patch).where(eq(appUser.id, id)).returning())[0];
}

/** Ends an account; its sessions are refused from the next request on. Undefined when it had already ended. */
export async function endUser(tx: Tx, id: string, at: Date): Promise<UserRow | undefined> {
  return (
    await tx
      .update(appUser)
      .set({ endedAt: at })
      .where(and(eq(appUser.id, id), isNull(appUser.endedAt)))
      .returning()
  )[0];
}

/** Gives an account the address whose link is used in this very transaction (role `app_auth`). Throws a unique violation (`app_user_email`) when it is taken. */
export async function changeAddress(tx: Tx, id: string, email: string): Promise<UserRow | undefined> {
  return (await tx.update(appUser).set({ email }).where(eq(appUser.id, id)).returning())[0];
}

/** Records what was said of an entry by the link of the yearly question (role `app_auth`). */
export async function recordContactCheck(
  tx: Tx,
  id: string,
  said: Partial<Pick<UserRow, "checkedAt" | "leftAt">>,
): Promise<void> {
  await tx.update(appUser).set(said).where(eq(appUser.id, id));
}

/** Opens an ended account again; its old password is forgotten by the database. Undefined when it had not ended. Throws a unique violation (`app_user_email`) when another account has the address. */
export async function reopenUser(
  tx: Tx,
  id: string,
  { at, askedBy, confirmedBy }: { readonly at: Date; readonly askedBy: string; readonly confirmedBy: string | null },
): Promise<UserRow | undefined> {
  const open = { endedAt: null, validUntil: null, leftAt: null, checkedAt: at };
  return (
    await tx
      .update(appUser)
      .set({ ...open, invitedAt: at, invitedBy: askedBy, confirmedAt: at, confirmedBy })
      .where(and(eq(appUser.id, id), isNotNull(appUser.endedAt)))
      .returning()
  )[0];
}

/** Records a sign-in (role `app_auth`). */
export async function recordSignIn(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.update(appUser).set({ lastSignedInAt: at }).where(eq(appUser.id, id));
}
