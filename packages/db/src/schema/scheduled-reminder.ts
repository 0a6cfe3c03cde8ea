import type { Language } from "@avances/domain/catalogue";
import { scheduledEnds } from "@avances/domain/round";
import { sql } from "drizzle-orm";
import { index, integer, jsonb, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, memberOf } from "./columns.ts";
import { app } from "./schemas.ts";

/**
 * One row = a reminder by hand that a person of the secretariat set for a later moment, for one country. At most one of a country waits in a round. Its
 * messages carry the row's id as their batch. Whether one that is due waits, and why, follows from the days of the country (`scheduledLeaving`)
 * and stands nowhere.
 */
export const scheduledReminder = app.table(
  "scheduled_reminder",
  {
    id: uuid().primaryKey(),
    roundYear: integer().notNull(),
    countryCode: text().notNull(),
    /** It leaves then, or in the next sending hours of the country. */
    sendAt: instant().notNull(),
    /** By whose clocks the moment was named (IANA); null = by those of the capital. */
    timeZone: text(),
    /** The secretariat's own words, by the language of their readers; a language without any is absent. */
    ownTexts: jsonb().$type<{ readonly [L in Language]?: string | undefined }>().notNull(),
    createdAt: instant().notNull(),
    createdBy: uuid().notNull(),
    createdByName: text().notNull(),
    /** What a person made of it before it left: `replaced` = changed, so that another row counts. Null = nothing. */
    ended: text().$type<(typeof scheduledEnds)[number]>(),
    endedAt: instant(),
    endedBy: uuid(),
    endedByName: text(),
    /** When the scheduler wrote its messages, or found that there is nothing to ask any more; null = neither yet. */
    settledAt: instant(),
    /** Why it was not needed, as the ledger writes it (`writeOutcome`); empty = it was written, or nothing is settled. */
    outcome: text().notNull().default(""),
  },
  (table) => [
    uniqueIndex("scheduled_reminder_waits_once")
      .on(table.roundYear, table.countryCode)
      .where(sql`${table.endedAt} is null and ${table.settledAt} is null`),
    index("scheduled_reminder_round").on(table.roundYear, table.countryCode),
    memberOf("scheduled_reminder_ended_known", table.ended, scheduledEnds),
  ],
);
