import { type Language, languages } from "@avances/domain/catalogue";
import {
  type FigureChoice,
  type PointLevel,
  type PointSource,
  type PointVerb,
  type PointWords,
  pointSources,
  pointVerbs,
  type ReportContent,
  type ReportFigures,
  type ReportPoint,
  type ReportStage,
  reportStages,
  type SentStage,
  sentStages,
  type Visibility,
  visibilities,
} from "@avances/domain/network";
import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { calendarDate, instant, memberOf } from "./columns.ts";
import { matter } from "./matter.ts";
import { participant } from "./participant.ts";
import { app } from "./schemas.ts";

/** One row = what only the report of a meeting has besides its matter. No words of the working copy stand here: whoever reads the matter reads it. */
export const report = app.table(
  "report",
  {
    matterId: uuid()
      .primaryKey()
      .references(() => matter.id),
    stage: text().$type<ReportStage>().notNull(),
    /** Does it say who had submitted indicators? */
    withSubmissions: boolean().notNull(),
    /** When the group to which the Network reports considered it, and what came of that; the three are null together. */
    consideredOn: calendarDate(),
    response: text(),
    responseLanguage: text().$type<Language>(),
  },
  (table) => [
    memberOf("report_stage_known", table.stage, reportStages),
    memberOf("report_response_language_known", table.responseLanguage, languages),
  ],
);

/** One row = one point of the working copy. Its number and letter follow from place and level. */
export const reportPoint = app.table(
  "report_point",
  {
    id: uuid().primaryKey(),
    matterId: uuid()
      .notNull()
      .references(() => matter.id),
    place: integer().notNull(),
    level: integer().$type<PointLevel>().notNull(),
    verb: text().$type<PointVerb>(),
    speakerCode: text().references(() => participant.code),
    words: jsonb().$type<PointWords>().notNull(),
    /** What it was made from; the two are null together. */
    sourceKind: text().$type<PointSource>(),
    sourceId: uuid(),
    /** Contributions and recommendations of which it speaks. */
    voices: uuid().array().notNull().default(sql`'{}'`),
    createdAt: instant().notNull(),
    createdBy: uuid().notNull(),
    removedAt: instant(),
    removedBy: uuid(),
  },
  (table) => [
    index("report_point_matter").on(table.matterId, table.place),
    memberOf("report_point_verb_known", table.verb, pointVerbs),
    memberOf("report_point_source_known", table.sourceKind, pointSources),
  ],
);

/** One row = the charts and tables of the working copy, in their order. What stands in them is published, and kept only when the report is sent. */
export const reportFigures = app.table("report_figures", {
  matterId: uuid()
    .primaryKey()
    .references(() => report.matterId),
  choices: jsonb().$type<readonly FigureChoice[]>().notNull(),
  chosenAt: instant().notNull(),
  chosenBy: uuid().notNull(),
});

/** As `ReportContent`. Reports that were sent before there were charts have no `figures`, and points that could not name voices yet have no `voices`. */
export type SentContent = Omit<ReportContent, "figures" | "points"> &
  Partial<Pick<ReportContent, "figures">> & {
    readonly points: readonly (Omit<ReportPoint, "voices"> & Partial<Pick<ReportPoint, "voices">>)[];
  };

/** One row = the whole report as it was sent: to the members, or as the final one. */
export const reportVersion = app.table(
  "report_version",
  {
    matterId: uuid()
      .notNull()
      .references(() => matter.id),
    version: integer().notNull(),
    stage: text().$type<SentStage>().notNull(),
    /** Who reads this version; a later one may be shown to more. */
    visibility: text().$type<Visibility>().notNull(),
    content: jsonb().$type<SentContent>().notNull(),
    /** What its charts and tables showed; null: it was sent before there were any. */
    figures: jsonb().$type<ReportFigures>(),
    at: instant().notNull(),
    by: uuid().notNull(),
    byName: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.matterId, table.version] }),
    memberOf("report_version_stage_known", table.stage, sentStages),
    memberOf("report_version_visibility_known", table.visibility, visibilities),
  ],
);

/** One row = what a member says to a version that was circulated, of one point or of all of it. */
export const reportComment = app.table(
  "report_comment",
  {
    id: uuid().primaryKey(),
    matterId: uuid()
      .notNull()
      .references(() => matter.id),
    version: integer().notNull(),
    /** Null: of the whole report. */
    pointId: uuid(),
    participantCode: text()
      .notNull()
      .references(() => participant.code),
    language: text().$type<Language>().notNull(),
    text: text().notNull(),
    at: instant().notNull(),
    by: uuid().notNull(),
    byName: text().notNull(),
  },
  (table) => [
    index("report_comment_matter").on(table.matterId),
    memberOf("report_comment_language_known", table.language, languages),
  ],
);
