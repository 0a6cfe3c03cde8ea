import type { RoundAct, RoundDates } from "@avances/domain/round";
import { boolean, integer, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
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
  /** Code of the group that must report, as chosen at opening; which countries these were stands in `submission.obligated`. */
  obligatedGroup: text().notNull(),
  /** Does a second person of each country sign before it submits? Decided at opening, and not changed while countries report in it. */
  signatureRequired: boolean().notNull().default(false),
  /** When it was opened, or opened again after a cancellation: what was asked before does not count. */
  openedAt: instant().notNull(),
  openedBy: uuid(),
  /** When the secretariat closed it before the day on which it closes by itself; null = it did not, or opened it again. */
  closedAt: instant(),
  /** When it was last opened again after that. */
  reopenedAt: instant(),
  /** When it was cancelled because it was opened by mistake: only its record still shows it, and its year can be opened again. */
  cancelledAt: instant(),
  /** Rises by one at every act (`roundAct`); an act names the revision it was decided on. */
  revision: integer().notNull().default(1),
});

/** One row = one act on a round: who changed what, when and why. Insert only. */
export const roundAct = app.table(
  "round_act",
  {
    roundYear: integer()
      .notNull()
      .references(() => round.year),
    /** The revision of the round after this act. */
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
