import { type SchedulerPart, schedulerParts } from "@avances/domain/round";
import { text } from "drizzle-orm/pg-core";
import { instant, memberOf } from "./columns.ts";
import { app } from "./schemas.ts";

/** One row = when a part of the scheduler last got through its work, in whichever process. Overwritten each time: it is no record. */
export const heartbeat = app.table(
  "heartbeat",
  {
    part: text().$type<SchedulerPart>().primaryKey(),
    at: instant().notNull(),
  },
  (table) => [memberOf("heartbeat_part_known", table.part, schedulerParts)],
);
