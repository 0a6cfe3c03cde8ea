import { statement, type Tx } from "../connect.ts";
import { auditEvent } from "../schema/index.ts";
import { type AuditEvent, type AuditRow, auditRow, auditValues } from "./audit-row.ts";

const append = statement<AuditRow, unknown>((db) => db.insert(auditEvent).values(auditValues));

/** Adds several at once; see below. */
export async function appendAuditEvents(tx: Tx, events: readonly AuditEvent[]): Promise<void> {
  if (events.length > 0) await tx.insert(auditEvent).values(events.map(auditRow));
}

/** Adds one event to the audit record, in the transaction of the act. The database accepts it only from the actor who is acting. */
export async function appendAuditEvent(tx: Tx, event: AuditEvent): Promise<void> {
  await append(tx, auditRow(event));
}
