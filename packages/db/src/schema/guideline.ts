import type { Text } from "@avances/domain/catalogue";
import { type GuidelineAnswer, type GuidelineStep, guidelineAnswers } from "@avances/domain/network";
import { index, integer, jsonb, text, uuid } from "drizzle-orm/pg-core";
import { calendarDate, instant, memberOf } from "./columns.ts";
import { matter } from "./matter.ts";
import { participant } from "./participant.ts";
import { app } from "./schemas.ts";

/** One row = the steps of the Regional Guidelines that are asked about from then on. Written once: a change is another version. */
export const guidelineSet = app.table("guideline_set", {
  version: integer().primaryKey(),
  /** Where they are from, or that they are an example; may be empty. */
  source: jsonb().$type<Text>().notNull(),
  steps: jsonb().$type<readonly GuidelineStep[]>().notNull(),
  at: instant().notNull(),
  by: uuid().notNull(),
  byName: text().notNull(),
});

/** One row = what a side says of one step in one country. Who says it, with which evidence, and who reads it, stand in its matter. */
export const guidelineStatement = app.table(
  "guideline_statement",
  {
    matterId: uuid()
      .primaryKey()
      .references(() => matter.id),
    countryCode: text()
      .notNull()
      .references(() => participant.code),
    step: text().notNull(),
    /** The set in whose words the step was asked about. */
    setVersion: integer()
      .notNull()
      .references(() => guidelineSet.version),
    said: text().$type<GuidelineAnswer>().notNull(),
    /** On which day it was so. */
    asOf: calendarDate().notNull(),
    /** Of a view: how many days the country has, and, once it is filed, the last of them. */
    replyDays: integer(),
    replyUntil: calendarDate(),
  },
  (table) => [
    index("guideline_statement_country").on(table.countryCode),
    memberOf("guideline_said_known", table.said, guidelineAnswers),
  ],
);
