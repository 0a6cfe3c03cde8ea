import { sql } from "drizzle-orm";
import type { auditEvent } from "../schema/index.ts";
import type { AuditEvent } from "./audit-queries.ts";

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
