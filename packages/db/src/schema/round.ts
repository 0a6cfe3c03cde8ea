import { integer, text, uuid } from "drizzle-orm/pg-core";
import { calendarDate, instant } from "./columns.ts";
import { catalogueVersion } from "./reference.ts";
import { app } from "./schemas.ts";

/** One row = one reporting round (a year). */
export const round = app.table("round", {
  year: integer().primaryKey(),
  catalogueVersion: text()
    .notNull()
    .references(() => catalogueVersion.version),
  referenceStart: calendarDate().notNull(),
  referenceEnd: calendarDate().notNull(),
  opensOn: calendarDate().notNull(),
  dueOn: calendarDate().notNull(),
  /** Code of the group that is obliged to report, as chosen at opening; who it was is in `submission.obligated`. */
  obligatedGroup: text().notNull(),
  openedAt: instant().notNull(),
  openedBy: uuid(),
});
