import { bigserial, index, integer, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import { app } from "./schemas.ts";

/** One row = one act, written in the transaction of the act. Field names and hashes, never values. Insert only. */
export const auditEvent = app.table(
  "audit_event",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    at: instant().notNull(),
    /** Null for the scheduler. */
    actorId: uuid(),
    actorRole: text().notNull(),
    actorCountry: text(),
    action: text().notNull(),
    objectType: text().notNull(),
    objectId: text().notNull(),
    countryCode: text(),
    fields: text().array().notNull(),
    beforeHash: text(),
    afterHash: text(),
    /** Codes only (status words, step names, counts of recipients); no figures, no addresses. */
    detail: jsonb().$type<Readonly<Record<string, string | number | boolean | null>>>().notNull(),
  },
  (table) => [
    index("audit_event_object").on(table.objectType, table.objectId),
    index("audit_event_country").on(table.countryCode, table.id),
  ],
);

/** One row = the stored reply to one request that must not act twice. */
export const idempotency = app.table(
  "idempotency",
  {
    userId: uuid().notNull(),
    operation: text().notNull(),
    key: text().notNull(),
    bodyHash: text().notNull(),
    status: integer().notNull(),
    response: jsonb().notNull(),
    createdAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.operation, table.key] })],
);
