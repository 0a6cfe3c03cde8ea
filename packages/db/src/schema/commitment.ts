import { type Language, languages } from "@avances/domain/catalogue";
import { type CommitmentStage, commitmentStages, type MatterStep, matterSteps } from "@avances/domain/network";
import { index, jsonb, text, unique, uuid } from "drizzle-orm/pg-core";
import { calendarDate, instant, memberOf } from "./columns.ts";
import { matter } from "./matter.ts";
import { meeting } from "./meeting.ts";
import { participant } from "./participant.ts";
import { requestColumns } from "./request-ledger.ts";
import { app } from "./schemas.ts";

/** One row = what only a commitment has besides its matter. */
export const commitment = app.table(
  "commitment",
  {
    matterId: uuid()
      .primaryKey()
      .references(() => matter.id),
    /** The point of the meeting's report in which it was made, such as "3b". */
    point: text(),
    responsibleCode: text()
      .notNull()
      .references(() => participant.code),
    dueOn: calendarDate(),
    /** Until when the addressees are asked to reply. */
    replyBy: calendarDate(),
    stage: text().$type<CommitmentStage>().notNull(),
    stageAt: instant().notNull(),
    stageBy: uuid().notNull(),
    stageByName: text().notNull(),
    stageNote: text().notNull().default(""),
    /** What a later meeting said of it; the three are null together. */
    outcomeMeetingId: uuid().references(() => meeting.id),
    outcome: text(),
    outcomeLanguage: text().$type<Language>(),
  },
  (table) => [
    index("commitment_responsible").on(table.responsibleCode),
    memberOf("commitment_stage_known", table.stage, commitmentStages),
    memberOf("commitment_outcome_language_known", table.outcomeLanguage, languages),
  ],
);

/** A document as it was sent. */
export interface SentDocument {
  readonly matterId: string;
  readonly version: number;
}

/** One row = a commitment was sent to participants, with which documents. */
export const dispatch = app.table(
  "dispatch",
  {
    id: uuid().primaryKey(),
    matterId: uuid()
      .notNull()
      .references(() => matter.id),
    at: instant().notNull(),
    by: uuid().notNull(),
    byName: text().notNull(),
    toCodes: text().array().notNull(),
    documents: jsonb().$type<readonly SentDocument[]>().notNull(),
  },
  (table) => [index("dispatch_matter").on(table.matterId)],
);

/** One row = one request about a matter to one person. */
export const matterRequest = app.table(
  "matter_request",
  {
    ...requestColumns(),
    matterId: uuid()
      .notNull()
      .references(() => matter.id),
    step: text().$type<MatterStep>().notNull(),
    /** The day that the message names. */
    anchorDate: calendarDate().notNull(),
  },
  (table) => [
    unique("matter_request_once").on(table.matterId, table.userId, table.step, table.anchorDate, table.batchId),
    index("matter_request_participant").on(table.participantCode),
    memberOf("matter_request_step_known", table.step, matterSteps),
  ],
);
