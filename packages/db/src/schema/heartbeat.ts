import { type SchedulerPart, schedulerParts } from "@avances/domain/round";
import { sql } from "drizzle-orm";
import { primaryKey, text } from "drizzle-orm/pg-core";
import { instant, memberOf } from "./columns.ts";
import { app } from "./schemas.ts";

/** One row = when a part of one scheduler last got through its work. Overwritten each time: it is no record. */
export const heartbeat = app.table(
  "heartbeat",
  {
    part: text().$type<SchedulerPart>().notNull(),
    /** The process: its machine and number. */
    instance: text().notNull(),
    /** By the clock of that process. */
    at: instant().notNull(),
    /** By the clock of the database: which row is the newest, whatever the clocks of the processes say. */
    writtenAt: instant().notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ name: "heartbeat_pk", columns: [table.part, table.instance] }),
    memberOf("heartbeat_part_known", table.part, schedulerParts),
  ],
);
