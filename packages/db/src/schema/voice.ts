import { type Language, languages } from "@avances/domain/catalogue";
import {
  type CompletionStep,
  type ContributionKind,
  completionSteps,
  contributionKinds,
  type SourceKind,
  type Stance,
  sourceKinds,
  stances,
} from "@avances/domain/network";
import { index, text, uuid } from "drizzle-orm/pg-core";
import { instant, memberOf } from "./columns.ts";
import { matter } from "./matter.ts";
import { participant } from "./participant.ts";
import { app } from "./schemas.ts";

/** One row = what only a contribution has besides its matter. */
export const contribution = app.table(
  "contribution",
  {
    matterId: uuid()
      .primaryKey()
      .references(() => matter.id),
    contributionKind: text().$type<ContributionKind>().notNull(),
  },
  (table) => [memberOf("contribution_kind_known", table.contributionKind, contributionKinds)],
);

/** One row = what only a recommendation has besides its matter. To whom it is put stands in the matter's addressees. */
export const recommendation = app.table(
  "recommendation",
  {
    matterId: uuid()
      .primaryKey()
      .references(() => matter.id),
    sourceKind: text().$type<SourceKind>().notNull(),
    /** The document that says it, of a treaty body or of civil society; else empty. */
    source: text().notNull().default(""),
    /** Who sees to it that it is followed; null = nobody is named. */
    ownerCode: text().references(() => participant.code),
  },
  (table) => [memberOf("recommendation_source_known", table.sourceKind, sourceKinds)],
);

/** One row = how a participant took what was put to it. Written once: whoever takes it otherwise later writes another row, which counts. */
export const stance = app.table(
  "stance",
  {
    id: uuid().primaryKey(),
    matterId: uuid()
      .notNull()
      .references(() => matter.id),
    participantCode: text()
      .notNull()
      .references(() => participant.code),
    said: text().$type<Stance>().notNull(),
    language: text().$type<Language>().notNull(),
    text: text().notNull(),
    at: instant().notNull(),
    by: uuid().notNull(),
    byName: text().notNull(),
  },
  (table) => [
    index("stance_matter").on(table.matterId),
    memberOf("stance_known", table.said, stances),
    memberOf("stance_language_known", table.language, languages),
  ],
);

/**
 * One row = how far one of the addressees has carried a recommendation out, as one side says: itself, or others. Written once; the last row of each
 * side counts, and those of two sides stand side by side.
 */
export const completion = app.table(
  "completion",
  {
    id: uuid().primaryKey(),
    matterId: uuid()
      .notNull()
      .references(() => matter.id),
    /** Of whom it is said. */
    ofCode: text()
      .notNull()
      .references(() => participant.code),
    /** Who says it. */
    byCode: text()
      .notNull()
      .references(() => participant.code),
    step: text().$type<CompletionStep>().notNull(),
    language: text().$type<Language>().notNull(),
    text: text().notNull(),
    at: instant().notNull(),
    by: uuid().notNull(),
    byName: text().notNull(),
  },
  (table) => [
    index("completion_matter").on(table.matterId),
    memberOf("completion_step_known", table.step, completionSteps),
    memberOf("completion_language_known", table.language, languages),
  ],
);
