import { type QuestionReason, questionReasons, type Verdict, verdicts } from "@avances/domain/submission";
import { index, integer, primaryKey, serial, text, uuid } from "drizzle-orm/pg-core";
import { instant, memberOf } from "./columns.ts";
import { app } from "./schemas.ts";
import { submission } from "./submission.ts";

/**
 * One row = what the secretariat says of one answer of a report, and of which version that answer is. Working material: nobody else reads it, and it is in
 * no file and no edition. A mark that was taken back stays with a null verdict, so that its revision goes on.
 */
export const answerVerdict = app.table(
  "answer_verdict",
  {
    submissionId: uuid()
      .notNull()
      .references(() => submission.id),
    countryCode: text().notNull(),
    indicatorCode: text().notNull(),
    /** The version whose answer was read. */
    version: integer().notNull(),
    /** Null = taken back. */
    verdict: text().$type<Verdict>(),
    /** With `question`. */
    reason: text().$type<QuestionReason>(),
    /** The question as the country will read it, or the reservation; may be empty. */
    words: text().notNull().default(""),
    /** When the question went to the country with a return; null = it waits. */
    askedAt: instant(),
    revision: integer().notNull(),
    at: instant().notNull(),
    byId: uuid().notNull(),
    byName: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.submissionId, table.indicatorCode] }),
    memberOf("answer_verdict_known", table.verdict, verdicts),
    memberOf("answer_verdict_reason_known", table.reason, questionReasons),
    index("answer_verdict_country").on(table.countryCode),
  ],
);

/**
 * One row = one decision of the secretariat on the working days within which it answers a report that it received; null = it promises nothing. The last
 * one before a report came counts for it. Insert only.
 */
export const reviewPromise = app.table("review_promise", {
  id: serial().primaryKey(),
  at: instant().notNull(),
  actorId: uuid().notNull(),
  actorName: text().notNull(),
  days: integer(),
});
