import { boolean, serial, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import { app } from "./schemas.ts";

/**
 * One row = one decision of the secretariat on whether the public may know that a report was received, by whom and when. The last one
 * counts; without any, the public may not know it. Insert only.
 */
export const receivedReportsAct = app.table("received_reports_act", {
  id: serial().primaryKey(),
  at: instant().notNull(),
  actorId: uuid().notNull(),
  actorName: text().notNull(),
  /** True: from now on a report that was received and is not public shows as received. */
  shown: boolean().notNull(),
});
