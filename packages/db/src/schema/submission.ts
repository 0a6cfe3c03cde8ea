import type { Role } from "@avances/domain/access";
import type { AnswerValue, EvidenceReference, Finding } from "@avances/domain/answer";
import type {
  ActState,
  AnswerRevisions,
  Audience,
  SignatureStep,
  SubmissionAct,
  SubmissionStatus,
} from "@avances/domain/submission";
import { audiences, signatureSteps } from "@avances/domain/submission";
import {
  type AnyPgColumn,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { calendarDate, instant, memberOf } from "./columns.ts";
import { country } from "./reference.ts";
import { round } from "./round.ts";
import { app } from "./schemas.ts";

/** One row = one country in one round, from the moment the round opens. A country that never started has a row too. */
export const submission = app.table(
  "submission",
  {
    id: uuid().primaryKey(),
    roundYear: integer()
      .notNull()
      .references(() => round.year),
    countryCode: text()
      .notNull()
      .references(() => country.alpha3),
    /** False = may report voluntarily: no overdue notices, not in the denominator of the submission rate. */
    obligated: boolean().notNull(),
    status: text().$type<SubmissionStatus>().notNull(),
    /** The round's due date, or the country's extended one. */
    dueOn: calendarDate().notNull(),
    extensionReason: text(),
    extensionGrantedAt: instant(),
    /** Own due date of returned work. */
    returnDueOn: calendarDate(),
    exemptReason: text(),
    /** The first submission fixes timeliness. */
    firstSubmittedAt: instant(),
    submittedAt: instant(),
    returnedAt: instant(),
    acceptedAt: instant(),
    publishedAt: instant(),
    /** Number of the latest frozen version; 0 = never submitted. */
    version: integer().notNull().default(0),
    /** The version that was accepted, or null. */
    acceptedVersion: integer(),
    /** The version that is public, or null. */
    publishedVersion: integer(),
    /** Answered indicators of the working copy: the only thing about it that the secretariat sees. */
    answeredCount: integer().notNull().default(0),
    lastActivityAt: instant(),
    /** Rises by one at every act (`submissionAct`); the strong tag of an act is `"v<revision>"`. Saving answers does not raise it. */
    revision: integer().notNull().default(1),
  },
  (table) => [
    unique("submission_round_country").on(table.roundYear, table.countryCode),
    // Rows that belong to a submission also name its country; with this key a foreign key can check that the two agree.
    unique("submission_owner").on(table.id, table.countryCode),
    index("submission_country").on(table.countryCode),
  ],
);

/** A row that belongs to a submission must name that submission's country, or the database refuses it. */
const ownedBy = (name: string, table: { submissionId: AnyPgColumn; countryCode: AnyPgColumn }) =>
  foreignKey({
    name,
    columns: [table.submissionId, table.countryCode],
    foreignColumns: [submission.id, submission.countryCode],
  });

/** One row = one act on a submission: the revision it made, who, when, why, and what there was before and after. Never updated. */
export const submissionAct = app.table(
  "submission_act",
  {
    submissionId: uuid().notNull(),
    /** The revision of the submission after this act. */
    revision: integer().notNull(),
    countryCode: text().notNull(),
    act: text().$type<SubmissionAct>().notNull(),
    at: instant().notNull(),
    actorId: uuid().notNull(),
    actorName: text().notNull(),
    actorRole: text().$type<Role>().notNull(),
    before: jsonb().$type<ActState>().notNull(),
    after: jsonb().$type<ActState>().notNull(),
    /** In the words of the person who acted; empty for acts that need no reason. */
    reason: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.submissionId, table.revision] }), ownedBy("submission_act_owner", table)],
);

/** One row = one answer of the working copy. Absent = not reported. Never readable by the secretariat. */
export const answer = app.table(
  "answer",
  {
    submissionId: uuid().notNull(),
    indicatorCode: text().notNull(),
    countryCode: text().notNull(),
    state: text().$type<"reported" | "not_available" | "not_applicable">().notNull(),
    value: jsonb().$type<AnswerValue>(),
    reason: text().notNull().default(""),
    comment: text().notNull().default(""),
    evidence: jsonb().$type<readonly EvidenceReference[]>().notNull().default([]),
    /** Rises by one at every change; the strong ETag is `"v<revision>"`. */
    revision: integer().notNull(),
    /** A cleared answer keeps its row and revision, so that an older tab cannot bring it back. */
    cleared: boolean().notNull().default(false),
    updatedAt: instant().notNull(),
    updatedBy: uuid().notNull(),
    updatedByName: text().notNull(),
    /** Does it count as answered (`answeredAs`)? All that whoever writes mails knows of it. Null = not saved since the column exists. */
    answered: boolean(),
  },
  (table) => [primaryKey({ columns: [table.submissionId, table.indicatorCode] }), ownedBy("answer_owner", table)],
);

/** One row = one act of submitting: a frozen, numbered version. Never updated. */
export const submissionVersion = app.table(
  "submission_version",
  {
    id: uuid().primaryKey(),
    submissionId: uuid().notNull(),
    countryCode: text().notNull(),
    roundYear: integer().notNull(),
    version: integer().notNull(),
    submittedAt: instant().notNull(),
    submittedBy: uuid().notNull(),
    submittedByName: text().notNull(),
    /** SHA-256 over the canonical JSON of all answers: the proof on the receipt. */
    contentHash: text().notNull(),
    /** Whoever signed it for the country before it was submitted; all three null where no signature was asked for. */
    signedAt: instant(),
    signedBy: uuid(),
    signedByName: text(),
    /** The questions that were knowingly left without an answer: ids of remarks. */
    questionsLeft: jsonb().$type<readonly string[]>().notNull().default([]),
    findings: jsonb().$type<readonly Finding[]>().notNull(),
  },
  (table) => [
    unique("submission_version_number").on(table.submissionId, table.version),
    unique("submission_version_owner").on(table.id, table.submissionId, table.countryCode),
    index("submission_version_round").on(table.roundYear),
    ownedBy("submission_version_owner_fk", table),
  ],
);

/** One row = one answer of a frozen version. Never updated. */
export const versionAnswer = app.table(
  "version_answer",
  {
    versionId: uuid().notNull(),
    indicatorCode: text().notNull(),
    submissionId: uuid().notNull(),
    countryCode: text().notNull(),
    state: text().$type<"reported" | "not_available" | "not_applicable">().notNull(),
    value: jsonb().$type<AnswerValue>(),
    reason: text().notNull(),
    comment: text().notNull(),
    evidence: jsonb().$type<readonly EvidenceReference[]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.versionId, table.indicatorCode] }),
    foreignKey({
      name: "version_answer_owner",
      columns: [table.versionId, table.submissionId, table.countryCode],
      foreignColumns: [submissionVersion.id, submissionVersion.submissionId, submissionVersion.countryCode],
    }),
  ],
);

/**
 * One row = a declared "not applicable" that the secretariat confirmed when it accepted this version. Until then it counts as missing;
 * the same declaration in a later version must be confirmed again.
 */
export const notApplicableConfirmation = app.table(
  "not_applicable_confirmation",
  {
    submissionId: uuid().notNull(),
    version: integer().notNull(),
    indicatorCode: text().notNull(),
    countryCode: text().notNull(),
    confirmedAt: instant().notNull(),
    confirmedBy: uuid().notNull(),
  },
  (table) => [
    primaryKey({
      name: "not_applicable_confirmation_pk",
      columns: [table.submissionId, table.version, table.indicatorCode],
    }),
    ownedBy("not_applicable_confirmation_owner", table),
    foreignKey({
      name: "not_applicable_confirmation_version",
      columns: [table.submissionId, table.version],
      foreignColumns: [submissionVersion.submissionId, submissionVersion.version],
    }),
  ],
);

/** One row = one remark on a submission. `country` remarks stay inside the country; `shared` ones reach the secretariat. */
export const reviewComment = app.table(
  "review_comment",
  {
    id: uuid().primaryKey(),
    submissionId: uuid().notNull(),
    countryCode: text().notNull(),
    /** Null = about the submission as a whole. */
    indicatorCode: text(),
    audience: text().$type<Audience>().notNull(),
    /** The version the remark is about; 0 = before the first submission. */
    version: integer().notNull(),
    body: text().notNull(),
    authorId: uuid().notNull(),
    authorName: text().notNull(),
    authorRole: text().notNull(),
    createdAt: instant().notNull(),
    /** Asked in the act of returning the report: the thread then waits for the country, whoever began it. */
    isQuestion: boolean().notNull().default(false),
  },
  (table) => [
    index("review_comment_submission").on(table.submissionId),
    unique("review_comment_of_submission").on(table.id, table.submissionId, table.countryCode),
    ownedBy("review_comment_owner", table),
  ],
);

/** One row = a thread (the remarks on one answer for one audience) was closed. It is open again when somebody writes in it. Never changed. */
export const threadClosing = app.table(
  "thread_closing",
  {
    id: uuid().primaryKey(),
    submissionId: uuid().notNull(),
    countryCode: text().notNull(),
    /** Null = the thread about the submission as a whole. */
    indicatorCode: text(),
    audience: text().$type<Audience>().notNull(),
    at: instant().notNull(),
    actorId: uuid().notNull(),
    actorName: text().notNull(),
    actorRole: text().notNull(),
  },
  (table) => [
    index("thread_closing_submission").on(table.submissionId),
    ownedBy("thread_closing_owner", table),
    memberOf("thread_closing_audience_known", table.audience, audiences),
  ],
);

/** One row = when somebody of the other side had a shared remark on their screen for the first time. Never changed. */
export const remarkSeen = app.table(
  "remark_seen",
  {
    commentId: uuid().primaryKey(),
    submissionId: uuid().notNull(),
    countryCode: text().notNull(),
    seenAt: instant().notNull(),
    seenBy: uuid().notNull(),
    seenByName: text().notNull(),
  },
  (table) => [
    index("remark_seen_submission").on(table.submissionId),
    foreignKey({
      name: "remark_seen_comment",
      columns: [table.commentId, table.submissionId, table.countryCode],
      foreignColumns: [reviewComment.id, reviewComment.submissionId, reviewComment.countryCode],
    }),
  ],
);

/**
 * One row = an answer of a returned report that nobody asks about, opened by the country with a reason that the Secretariat reads. `revision`:
 * the act in `submissionAct`. Never changed.
 */
export const reopenedAnswer = app.table(
  "reopened_answer",
  {
    submissionId: uuid().notNull(),
    revision: integer().notNull(),
    countryCode: text().notNull(),
    indicatorCode: text().notNull(),
    /** The version that was returned, or sent since and withdrawn. */
    version: integer().notNull(),
    at: instant().notNull(),
    actorId: uuid().notNull(),
    actorName: text().notNull(),
    reason: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.submissionId, table.revision] }),
    ownedBy("reopened_answer_owner", table),
    foreignKey({
      name: "reopened_answer_act",
      columns: [table.submissionId, table.revision],
      foreignColumns: [submissionAct.submissionId, submissionAct.revision],
    }),
  ],
);

/**
 * One row = one step on the way to the signature of the next version: asked for, signed, or sent back with a reason. It stays in the country;
 * of it the secretariat sees who signed a version. Never changed: a signature falls by itself when an answer changes afterwards.
 */
export const signatureStep = app.table(
  "signature_step",
  {
    id: uuid().primaryKey(),
    submissionId: uuid().notNull(),
    countryCode: text().notNull(),
    /** The version that it is for: the next one at that time. */
    version: integer().notNull(),
    step: text().$type<SignatureStep>().notNull(),
    at: instant().notNull(),
    actorId: uuid().notNull(),
    actorName: text().notNull(),
    /** The revision of each answer that the person had on the screen. */
    answers: jsonb().$type<AnswerRevisions>().notNull(),
    /** Why it was sent back, in the approver's words; otherwise empty. */
    reason: text().notNull().default(""),
  },
  (table) => [
    index("signature_step_submission").on(table.submissionId, table.version),
    ownedBy("signature_step_owner", table),
    memberOf("signature_step_known", table.step, signatureSteps),
  ],
);

/** One row = a country's agreement that an accepted version of its report is published before the five working days are over. Never changed. */
export const publicationConsent = app.table(
  "publication_consent",
  {
    submissionId: uuid().notNull(),
    version: integer().notNull(),
    countryCode: text().notNull(),
    consentedAt: instant().notNull(),
    consentedBy: uuid().notNull(),
    consentedByName: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.submissionId, table.version] }),
    ownedBy("publication_consent_owner", table),
  ],
);
