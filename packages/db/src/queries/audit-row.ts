import type { Actor } from "@avances/domain/access";
import { sql } from "drizzle-orm";
import type { auditEvent } from "../schema/index.ts";

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

export type AuditRow = Required<Omit<typeof auditEvent.$inferInsert, "id">>;

/** The row of an event: the values for a statement that inserts `auditValues`. */
export function auditRow(event: AuditEvent): AuditRow {
  return {
    at: event.at,
    actorId: event.actor?.userId ?? null,
    actorRole: event.actor?.role ?? "system",
    actorCountry: event.actor?.country ?? null,
    action: event.action,
    objectType: event.objectType,
    objectId: event.objectId,
    countryCode: event.countryCode,
    fields: [...(event.fields ?? [])],
    beforeHash: event.beforeHash ?? null,
    afterHash: event.afterHash ?? null,
    detail: event.detail ?? {},
  };
}

/** A placeholder named after each column, for a prepared statement. */
export const auditValues = {
  at: sql.placeholder("at"),
  actorId: sql.placeholder("actorId"),
  actorRole: sql.placeholder("actorRole"),
  actorCountry: sql.placeholder("actorCountry"),
  action: sql.placeholder("action"),
  objectType: sql.placeholder("objectType"),
  objectId: sql.placeholder("objectId"),
  countryCode: sql.placeholder("countryCode"),
  fields: sql.placeholder("fields"),
  beforeHash: sql.placeholder("beforeHash"),
  afterHash: sql.placeholder("afterHash"),
  detail: sql.placeholder("detail"),
} satisfies Record<keyof AuditRow, unknown>;
