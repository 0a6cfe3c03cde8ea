import { and, eq, gt, isNull } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { appUser, ticket } from "../schema/index.ts";
import type { UserRow } from "./rows.ts";
import type { TicketRow } from "./session-queries.ts";

/** Whose single-use link this is, without using it. Undefined when it is unknown, used, void, expired, or its account has ended. */
export async function findOpenTicket(
  tx: Tx,
  tokenHash: string,
  kind: TicketRow["kind"],
  now: Date,
): Promise<UserRow | undefined> {
  const [found] = await tx
    .select({ user: appUser })
    .from(ticket)
    .innerJoin(appUser, eq(appUser.id, ticket.userId))
    .where(
      and(
        eq(ticket.tokenHash, tokenHash),
        eq(ticket.kind, kind),
        isNull(ticket.usedAt),
        isNull(ticket.voidedAt),
        gt(ticket.expiresAt, now),
        isNull(appUser.endedAt),
      ),
    );
  return found?.user;
}
