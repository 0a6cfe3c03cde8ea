import { bigserial, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** The tables of the bare servers: no row-level security, no triggers, no constraints but their keys. */
export const bareTables = `
  drop table if exists bare_row;
  create table bare_row (indicator text, country text, round_year int, reference_year int, state text, value jsonb,
    primary key (indicator, country, round_year));
  create table if not exists bare_answer (submission_id uuid, indicator_code text, state text, value jsonb, revision int,
    updated_at timestamptz, primary key (submission_id, indicator_code));
  create table if not exists bare_act (id bigserial primary key, at timestamptz, actor text, action text, object text)`;

export const bareAnswer = pgTable(
  "bare_answer",
  {
    submissionId: uuid("submission_id"),
    indicatorCode: text("indicator_code"),
    state: text("state"),
    value: jsonb("value"),
    revision: integer("revision"),
    updatedAt: timestamp("updated_at", { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.submissionId, table.indicatorCode] })],
);

export const bareAct = pgTable("bare_act", {
  id: bigserial("id", { mode: "number" }).primaryKey(),
  at: timestamp("at", { withTimezone: true }),
  actor: text("actor"),
  action: text("action"),
  object: text("object"),
});
