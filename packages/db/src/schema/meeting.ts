import {
  type AttendanceFact,
  attendanceFacts,
  type BodyCode,
  bodyCodes,
  type MeetingActKind,
  type MeetingState,
  meetingActs,
  meetingStates,
} from "@avances/domain/network";
import { boolean, index, integer, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { calendarDate, instant, memberOf } from "./columns.ts";
import { participant } from "./participant.ts";
import { app } from "./schemas.ts";

/** One row = one meeting of a body, also before it is held. */
export const meeting = app.table(
  "meeting",
  {
    id: uuid().primaryKey(),
    bodyCode: text().$type<BodyCode>().notNull(),
    heldOn: calendarDate().notNull(),
    /** The last day, of a meeting of several. */
    untilOn: calendarDate(),
    place: text().notNull(),
    hostCode: text().references(() => participant.code),
    state: text().$type<MeetingState>().notNull(),
    revision: integer().notNull(),
    /** The published report from which it was entered; null = it was entered by those who hold it. */
    publicSource: text(),
    cancelledReason: text(),
    createdAt: instant().notNull(),
    createdBy: uuid().notNull(),
    createdByName: text().notNull(),
  },
  (table) => [
    index("meeting_day").on(table.heldOn),
    memberOf("meeting_body_known", table.bodyCode, bodyCodes),
    memberOf("meeting_state_known", table.state, meetingStates),
  ],
);

/** What an act changed of a meeting: codes and days. */
export type MeetingChange = Readonly<Record<string, string | null>>;

/** One row = one act on a meeting, and what it changed. */
export const meetingAct = app.table(
  "meeting_act",
  {
    meetingId: uuid()
      .notNull()
      .references(() => meeting.id),
    revision: integer().notNull(),
    act: text().$type<MeetingActKind>().notNull(),
    at: instant().notNull(),
    actorId: uuid().notNull(),
    actorName: text().notNull(),
    before: jsonb().$type<MeetingChange>().notNull(),
    after: jsonb().$type<MeetingChange>().notNull(),
    reason: text().notNull().default(""),
  },
  (table) => [
    primaryKey({ columns: [table.meetingId, table.revision] }),
    memberOf("meeting_act_known", table.act, meetingActs),
  ],
);

/** One row = one fact about one participant at a meeting. No row = it is not on record. Whoever noted it may have taken it back. */
export const attendance = app.table(
  "attendance",
  {
    meetingId: uuid()
      .notNull()
      .references(() => meeting.id),
    participantCode: text()
      .notNull()
      .references(() => participant.code),
    fact: text().$type<AttendanceFact>().notNull(),
    /** Null = it was recorded, and is not on record any more. */
    holds: boolean(),
    notedAt: instant().notNull(),
    notedBy: uuid().notNull(),
    notedByName: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.meetingId, table.participantCode, table.fact] }),
    memberOf("attendance_fact_known", table.fact, attendanceFacts),
  ],
);
