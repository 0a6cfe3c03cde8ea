import { and, eq, gt, isNull } from "drizzle-orm";
import { ticket } from "../schema/index.ts";
import type { TicketRow } from "./rows.ts";

/** Condition for queries over `auth.ticket`: a single-use link of this kind that was neither used nor withdrawn. */
export function isUnused(kind: TicketRow["kind"]) {
  return and(eq(ticket.kind, kind), isNull(ticket.usedAt), isNull(ticket.voidedAt));
}

/** The same for one that can still be used. */
export function isOpen(kind: TicketRow["kind"], at: Date) {
  return and(isUnused(kind), gt(ticket.expiresAt, at));
}
