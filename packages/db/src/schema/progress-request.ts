import type { Language } from "@avances/domain/catalogue";
import { type ProgressStep, progressSteps } from "@avances/domain/network";
import { index, jsonb, text, unique, uuid } from "drizzle-orm/pg-core";
import { calendarDate, instant, memberOf } from "./columns.ts";
import { meeting } from "./meeting.ts";
import { requestColumns } from "./request-ledger.ts";
import { app } from "./schemas.ts";

/** One row = one request for a country's progress before a meeting, to one person. */
export const progressRequest = app.table(
  "progress_request",
  {
    ...requestColumns(),
    meetingId: uuid()
      .notNull()
      .references(() => meeting.id),
    step: text().$type<ProgressStep>().notNull(),
    /** The first day of the meeting, as the message names it. */
    meetingOn: calendarDate().notNull(),
    /** Since when that day stood: once the meeting moves everybody is asked anew. */
    dayKnownAt: instant().notNull(),
    /** Who sent it; null = it went by itself. */
    sentBy: uuid(),
    sentByName: text(),
    /** What was added to a request by hand, by language. */
    ownTexts: jsonb().$type<{ readonly [L in Language]?: string | undefined }>(),
  },
  (table) => [
    unique("progress_request_once").on(table.meetingId, table.userId, table.step, table.dayKnownAt, table.batchId),
    index("progress_request_participant").on(table.participantCode),
    memberOf("progress_request_step_known", table.step, progressSteps),
  ],
);
