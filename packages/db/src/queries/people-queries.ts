import { and, count, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { accountRequest, appUser, secretariatMember } from "../schema/index.ts";
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
