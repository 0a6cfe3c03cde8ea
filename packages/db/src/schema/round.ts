import type { RoundAct, RoundDates } from "@avances/domain/round";
import { integer, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
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
  /** When it was opened, or opened again after it had been cancelled: what was asked before does not count. */
  openedAt: instant().notNull(),
  openedBy: uuid(),
  /** Opened by mistake and taken back: nobody but its record knows it any more, and its year can be opened again. */
  cancelledAt: instant(),
  /** Rises by one at every act (`roundAct`); an act names the one it was decided on. */
  revision: integer().notNull().default(1),
});

/** One row = one act on a round: who changed what, when and why. Insert only. */
export const roundAct = app.table(
  "round_act",
  {
    roundYear: integer()
      .notNull()
      .references(() => round.year),
    /** The revision that the round has since then. */
    revision: integer().notNull(),
    act: text().$type<RoundAct>().notNull(),
    at: instant().notNull(),
    actorId: uuid().notNull(),
    actorName: text().notNull(),
    before: jsonb().$type<RoundDates>().notNull(),
    after: jsonb().$type<RoundDates>().notNull(),
    reason: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.roundYear, table.revision] })],
);
