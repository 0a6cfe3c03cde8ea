import type { PreparedRound } from "@avances/domain/round";
import { boolean, integer, jsonb, serial, text, uuid } from "drizzle-orm/pg-core";
import { calendarDate, instant } from "./columns.ts";
import { countryGroup } from "./reference.ts";
import { app } from "./schemas.ts";

/**
 * One row = a round of this year that the secretariat prepares and has not opened: its working material, shared by all its people. Whoever writes names the
 * revision that was seen. It ends with the opening, or when it is given up, and can then be begun anew.
 */
export const roundPreparation = app.table("round_preparation", {
  year: integer().primaryKey(),
  document: jsonb().$type<PreparedRound>().notNull(),
  /** Rises by one with every change. */
  revision: integer().notNull(),
  changedAt: instant().notNull(),
  changedBy: uuid().notNull(),
  changedByName: text().notNull(),
  /** When the round was opened or the preparation given up; null = it is there. */
  endedAt: instant(),
});

/**
 * One row = from a day on a country belongs to a group, or no longer does, as recorded by the secretariat: by whom, when and why. The rows together with
 * the list of the reference data say who is a member on a day (`membersOn`). Insert only.
 */
export const groupChange = app.table("group_change", {
  id: serial().primaryKey(),
  groupCode: text()
    .notNull()
    .references(() => countryGroup.code),
  countryCode: text().notNull(),
  joins: boolean().notNull(),
  fromDay: calendarDate().notNull(),
  reason: text().notNull(),
  at: instant().notNull(),
  actorId: uuid().notNull(),
  actorName: text().notNull(),
});
