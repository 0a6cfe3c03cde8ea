import { index, integer, text, uuid } from "drizzle-orm/pg-core";
import { calendarDate, instant } from "./columns.ts";
import { app } from "./schemas.ts";

/**
 * One row = the reminders of a country in a round (of all its countries when the country is null) are held until the end of a day, with who, when
 * and why. A row that was lifted, or whose day has passed, no longer counts and stays.
 */
export const hold = app.table(
  "hold",
  {
    id: uuid().primaryKey(),
    roundYear: integer().notNull(),
    /** Null = every country of the round. */
    countryCode: text(),
    /** Last day of it, in the capital of each country. */
    lastDay: calendarDate().notNull(),
    reason: text().notNull(),
    createdAt: instant().notNull(),
    createdBy: uuid().notNull(),
    createdByName: text().notNull(),
    liftedAt: instant(),
    liftedBy: uuid(),
    liftedByName: text(),
    liftedReason: text(),
  },
  (table) => [index("hold_round").on(table.roundYear)],
);
