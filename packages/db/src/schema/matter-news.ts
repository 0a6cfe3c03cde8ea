import { type MatterNewsStep, matterNewsSteps } from "@avances/domain/network";
import { index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant, memberOf } from "./columns.ts";
import { matter } from "./matter.ts";
import { participant } from "./participant.ts";
import { app } from "./schemas.ts";
import { appUser } from "./user.ts";

/** One row = one piece of news of a matter to one person. The unique key lets a second planner or a second run add nothing. */
export const matterNews = app.table(
  "matter_news",
  {
    id: uuid().primaryKey(),
    /** The message that tells of it, and perhaps of others; null = it was only recorded. */
    mailId: uuid(),
    matterId: uuid()
      .notNull()
      .references(() => matter.id),
    version: integer().notNull(),
    participantCode: text()
      .notNull()
      .references(() => participant.code),
    userId: uuid()
      .notNull()
      .references(() => appUser.id),
    step: text().$type<MatterNewsStep>().notNull(),
    createdAt: instant().notNull(),
    /** Why it was only recorded; null = it stands in a message. */
    superseded: text(),
  },
  (table) => [
    unique("matter_news_once").on(table.matterId, table.userId, table.step, table.version),
    index("matter_news_mail").on(table.mailId),
    memberOf("matter_news_step_known", table.step, matterNewsSteps),
  ],
);
