import type { Actor } from "@avances/domain/access";
import { statement, type Tx } from "../connect.ts";
import { auditEvent } from "../schema/index.ts";
import { type AuditRow, auditRow, auditValues } from "./audit-row.ts";

/** Field names, hashes and codes; never values, figures, addresses or free text. */
export interface AuditEvent {
  readonly at: Date;
  /** Null for the scheduler and other machinery. */
  readonly actor: Pick<Actor, "userId" | "role" | "country"> | null;
  /** Verb in the words of the field, such as `answer.saved`. */
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  /** Country the act concerns; null when none. */
  readonly countryCode: string | null;
  readonly fields?: readonly string[];
  readonly beforeHash?: string | null;
  readonly afterHash?: string | null;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

const append = statement<AuditRow, unknown>((db) => db.insert(auditEvent).values(auditValues));

/** Adds one event to the audit record, in the transaction of the act. The database accepts it only from the actor who is acting. */
export async function appendAuditEvent(tx: Tx, event: AuditEvent): Promise<void> {
  await append(tx, auditRow(event));
}
