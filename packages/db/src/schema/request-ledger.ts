import { text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import { participant } from "./participant.ts";
import { appUser } from "./user.ts";

/** What a ledger of requests to sides has, whatever they are about: one row = one request to one person. Its unique key lets a second planner or a second run add nothing. */
export const requestColumns = () => ({
  /** The id of its message. */
  id: uuid().primaryKey(),
  participantCode: text()
    .notNull()
    .references(() => participant.code),
  userId: uuid()
    .notNull()
    .references(() => appUser.id),
  /** Of one request by hand; the nil UUID for what goes by itself, so that the unique key needs no null. */
  batchId: uuid().notNull(),
  scheduledFor: instant().notNull(),
  createdAt: instant().notNull(),
  /** Why it was only recorded; null = its message was made. */
  superseded: text(),
});
