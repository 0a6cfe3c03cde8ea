import { and, eq, gt, isNull } from "drizzle-orm";
import { ticket } from "../schema/index.ts";
import type { TicketRow } from "./rows.ts";

/** Condition for queries over `auth.ticket`: a single-use link of this kind that can still be used. */
export function isOpen(kind: TicketRow["kind"], at: Date) {
  return and(eq(ticket.kind, kind), isNull(ticket.usedAt), isNull(ticket.voidedAt), gt(ticket.expiresAt, at));
}
