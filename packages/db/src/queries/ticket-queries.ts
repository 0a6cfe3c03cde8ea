import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { appUser, ticket } from "../schema/index.ts";
import { isOpen } from "./open-ticket.ts";
import type { TicketRow, UserRow } from "./rows.ts";

/** Stores a single-use link; the database voids older ones of its kind. The secretariat may do this for invitations (`asActor`). */
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

/** Links to a first or a new password. */
export const passwordLinks = ["invitation", "password_reset"] as const satisfies readonly TicketRow["kind"][];
/** Links by which somebody could take an account over. */
export const takeoverLinks = [...passwordLinks, "address_change"] as const satisfies readonly TicketRow["kind"][];

/** Voids the links of these kinds that can still be used. */
export async function voidLinks(tx: Tx, userId: string, kinds: readonly TicketRow["kind"][], at: Date): Promise<void> {
  await tx
    .update(ticket)
    .set({ voidedAt: at })
    .where(
      and(eq(ticket.userId, userId), inArray(ticket.kind, [...kinds]), isNull(ticket.usedAt), isNull(ticket.voidedAt)),
    );
}

/** The link of this kind that the account can still use; undefined when there is none. */
export async function findOpenTicketOf(
  tx: Tx,
  userId: string,
  kind: TicketRow["kind"],
  now: Date,
): Promise<TicketRow | undefined> {
  const [open] = await tx
    .select()
    .from(ticket)
    .where(and(eq(ticket.userId, userId), isOpen(kind, now)));
  return open;
}

/** Can this single-use link still be used? For the sender of its message, which may not read tickets. */
export async function linkWorks(tx: Tx, ticketId: string, now: Date): Promise<boolean> {
  const { rows } = await tx.execute<{ works: boolean }>(
    sql`select app.link_works(${ticketId}::uuid, ${now.toISOString()}::timestamptz) as works`,
  );
  return rows[0]?.works === true;
}

/** Reads whose single-use link this is, without using it. Undefined when it is unknown, used, void or expired, or its account has ended. */
export async function findOpenTicket(
  tx: Tx,
  tokenHash: string,
  kind: TicketRow["kind"],
  now: Date,
): Promise<UserRow | undefined> {
  return (await findLink(tx, tokenHash, kind, now))?.user;
}

/** The same, with what the link itself knows: until when it works, and which address it would confirm. */
export async function findLink(
  tx: Tx,
  tokenHash: string,
  kind: TicketRow["kind"],
  now: Date,
): Promise<{ readonly user: UserRow; readonly link: Pick<TicketRow, "expiresAt" | "newEmail"> } | undefined> {
  const [found] = await tx
    .select({ user: appUser, link: { expiresAt: ticket.expiresAt, newEmail: ticket.newEmail } })
    .from(ticket)
    .innerJoin(appUser, eq(appUser.id, ticket.userId))
    .where(and(eq(ticket.tokenHash, tokenHash), isOpen(kind, now), isNull(appUser.endedAt)));
  return found;
}
