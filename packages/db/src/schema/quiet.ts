import type { Text } from "@avances/domain/catalogue";
import { type QuietKind, quietKinds } from "@avances/domain/round";
import { sql } from "drizzle-orm";
import { boolean, check, index, jsonb, text, uuid } from "drizzle-orm/pg-core";
import { calendarDate, instant, memberOf } from "./columns.ts";
import { app, ref } from "./schemas.ts";

/** One row = one holiday of a country, from `holidays.json`. Written anew when the file changes; what the secretariat decides is in `quietPeriod`. */
export const holiday = ref.table(
  "holiday",
  {
    id: text().primaryKey(),
    countryCode: text().notNull(),
    day: calendarDate().notNull(),
    name: jsonb().$type<Text>().notNull(),
    source: text().notNull(),
    computed: boolean().notNull(),
  },
  (table) => [index("holiday_country").on(table.countryCode, table.day)],
);

/**
 * One row = days of a country that the secretariat has entered: a holiday that the list lacks, days on which nothing shall go out by itself, or
 * a listed holiday on which people work. With who, when and why; a withdrawn row no longer counts and stays.
 */
export const quietPeriod = app.table(
  "quiet_period",
  {
    id: uuid().primaryKey(),
    countryCode: text().notNull(),
    kind: text().$type<QuietKind>().notNull(),
    firstDay: calendarDate().notNull(),
    lastDay: calendarDate().notNull(),
    reason: text().notNull(),
    createdAt: instant().notNull(),
    createdBy: uuid().notNull(),
    createdByName: text().notNull(),
    withdrawnAt: instant(),
    withdrawnBy: uuid(),
    withdrawnByName: text(),
    withdrawnReason: text(),
  },
  (table) => [
    memberOf("quiet_period_kind_known", table.kind, quietKinds),
    check("quiet_period_in_order", sql`${table.firstDay} <= ${table.lastDay}`),
    index("quiet_period_country").on(table.countryCode),
  ],
);
