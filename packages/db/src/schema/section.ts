import type { AnswerValue, EvidenceReference } from "@avances/domain/answer";
import type { SectionStep, SectionSuperseded } from "@avances/domain/round";
import type { ProposalState } from "@avances/domain/submission";
import { proposalStates } from "@avances/domain/submission";
import { boolean, foreignKey, index, integer, jsonb, text, unique, uuid } from "drizzle-orm/pg-core";
import { calendarDate, instant, memberOf } from "./columns.ts";
import { app } from "./schemas.ts";
import { submission } from "./submission.ts";

/**
 * One row = a part of a country's report that somebody of another ministry was asked for by link. Its person is a row of `app_user` with this
 * `section_id`, without a password: the link opens a session that is limited to these answers.
 */
export const section = app.table(
  "section",
  {
    id: uuid().primaryKey(),
    submissionId: uuid().notNull(),
    countryCode: text().notNull(),
    roundYear: integer().notNull(),
    indicators: text().array().notNull(),
    /** Its own due date, in the clocks of the country's capital; at most that of the report. */
    dueOn: calendarDate().notNull(),
    /** In the words of whoever invited; may be empty. */
    note: text().notNull().default(""),
    invitedAt: instant().notNull(),
    invitedBy: uuid().notNull(),
    invitedByName: text().notNull(),
    /** The person said that the section is complete; null again when something in it is given back. */
    handedInAt: instant(),
    /** The country took the section back: its link and session no longer work. */
    removedAt: instant(),
    /** Rises when its date or its answers are changed. */
    revision: integer().notNull().default(1),
    /** When and by whom they were last changed; null = never. */
    changedAt: instant(),
    changedByName: text(),
    /** When a message about a change was last queued; null = its person knows what was asked at first. */
    toldAt: instant(),
  },
  (table) => [
    index("section_submission").on(table.submissionId),
    foreignKey({
      name: "section_owner",
      columns: [table.submissionId, table.countryCode],
      foreignColumns: [submission.id, submission.countryCode],
    }),
  ],
);

/**
 * One row = one reminder to the person of a section: which, for which date, and when. Its message has the same id, so what became of it is
 * known from the outbox alone; the unique key lets a second planner add nothing. It is known to those who report for the country.
 */
export const sectionReminder = app.table(
  "section_reminder",
  {
    id: uuid().primaryKey(),
    sectionId: uuid()
      .notNull()
      .references(() => section.id),
    countryCode: text().notNull(),
    step: text().$type<SectionStep>().notNull(),
    /** The date of the section that it speaks of. */
    dueOn: calendarDate().notNull(),
    scheduledFor: instant().notNull(),
    createdAt: instant().notNull(),
    /** Why there is no message; null = there is one. */
    superseded: text().$type<SectionSuperseded>(),
  },
  (table) => [unique("section_reminder_once").on(table.sectionId, table.step, table.dueOn)],
);

/** An answer as it stood before a proposal replaced it. */
export interface AnswerBefore {
  readonly state: "reported" | "not_available" | "not_applicable";
  readonly value: AnswerValue | null;
  readonly reason: string;
  readonly comment: string;
  readonly evidence: readonly EvidenceReference[];
  readonly cleared: boolean;
}

/**
 * One row = what one contributor proposes as the answer to one indicator. It is no part of the report until somebody who reports takes it:
 * nobody reads it but the country's reporters and its author.
 */
export const proposedAnswer = app.table(
  "proposed_answer",
  {
    id: uuid().primaryKey(),
    submissionId: uuid().notNull(),
    countryCode: text().notNull(),
    indicatorCode: text().notNull(),
    proposedBy: uuid().notNull(),
    proposedByName: text().notNull(),
    state: text().$type<"reported" | "not_available" | "not_applicable">().notNull(),
    value: jsonb().$type<AnswerValue>(),
    reason: text().notNull(),
    comment: text().notNull(),
    evidence: jsonb().$type<readonly EvidenceReference[]>().notNull(),
    /** True = that there be no answer is proposed. */
    cleared: boolean().notNull(),
    /** Rises at every change and act; never lower than that of the answer it would replace when it was written. */
    revision: integer().notNull(),
    proposedAt: instant().notNull(),
    decision: text().$type<ProposalState>().notNull(),
    decidedAt: instant(),
    decidedBy: uuid(),
    decidedByName: text(),
    /** Why it was given back; otherwise empty. */
    note: text().notNull().default(""),
    /** Of a proposal that was taken: what it replaced (null = no answer), and the revision of the answer that it made. */
    before: jsonb().$type<AnswerBefore>(),
    takenRevision: integer(),
  },
  (table) => [
    unique("proposed_answer_of_person").on(table.submissionId, table.indicatorCode, table.proposedBy),
    memberOf("proposed_answer_decision_known", table.decision, proposalStates),
    foreignKey({
      name: "proposed_answer_owner",
      columns: [table.submissionId, table.countryCode],
      foreignColumns: [submission.id, submission.countryCode],
    }),
  ],
);
