import type { Language } from "@avances/domain/catalogue";
import { type ProgressStep, progressSteps } from "@avances/domain/network";
import { index, jsonb, text, unique, uuid } from "drizzle-orm/pg-core";
import { calendarDate, instant, memberOf } from "./columns.ts";
import { meeting } from "./meeting.ts";
import { participant } from "./participant.ts";
import { app } from "./schemas.ts";
import { appUser } from "./user.ts";

/** One row = one request for a country's progress before a meeting, to one person. The unique key lets a second planner or a second run add nothing. */
export const progressRequest = app.table(
  "progress_request",
  {
    /** The id of its message. */
    id: uuid().primaryKey(),
    meetingId: uuid()
      .notNull()
      .references(() => meeting.id),
    participantCode: text()
      .notNull()
      .references(() => participant.code),
    userId: uuid()
      .notNull()
      .references(() => appUser.id),
    step: text().$type<ProgressStep>().notNull(),
    /** The first day of the meeting, as the message names it. */
    meetingOn: calendarDate().notNull(),
    /** Since when that day stood: once the meeting moves everybody is asked anew. */
    dayKnownAt: instant().notNull(),
    /** Of one request by hand; the nil UUID for what goes by itself, so that the unique key needs no null. */
    batchId: uuid().notNull(),
    /** Who sent it; null = it went by itself. */
    sentBy: uuid(),
    sentByName: text(),
    /** What was added to a request by hand, by language. */
    ownTexts: jsonb().$type<{ readonly [L in Language]?: string | undefined }>(),
    scheduledFor: instant().notNull(),
    createdAt: instant().notNull(),
    /** Why it was only recorded; null = its message was made. */
    superseded: text(),
  },
  (table) => [
    unique("progress_request_once").on(table.meetingId, table.userId, table.step, table.dayKnownAt, table.batchId),
    index("progress_request_participant").on(table.participantCode),
    memberOf("progress_request_step_known", table.step, progressSteps),
  ],
);
