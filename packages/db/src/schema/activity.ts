import { type Language, languages } from "@avances/domain/catalogue";
import {
  type ActivityKind,
  activityKinds,
  type Endorsement,
  endorsements,
  type Funding,
  fundings,
  type InstitutionKind,
  institutionKinds,
} from "@avances/domain/network";
import { boolean, index, integer, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { calendarDate, instant, memberOf } from "./columns.ts";
import { matter } from "./matter.ts";
import { meeting } from "./meeting.ts";
import { participant } from "./participant.ts";
import { app } from "./schemas.ts";

const ofMatter = () =>
  uuid()
    .notNull()
    .references(() => matter.id);
const stamp = () => ({ at: instant().notNull(), by: uuid().notNull(), byName: text().notNull() });

/** One row = what only a proposal of an activity has besides its matter. At what it aims stands in `matter_link`; how far it has come follows from the rows below. */
export const activity = app.table(
  "activity",
  {
    matterId: uuid()
      .primaryKey()
      .references(() => matter.id),
    activityKind: text().$type<ActivityKind>().notNull(),
    /** For which kinds of institution it is. */
    audience: text().array().$type<InstitutionKind[]>().notNull(),
    /** As it is planned; null = no day is named. */
    startsOn: calendarDate(),
    endsOn: calendarDate(),
    /** Where; empty = nobody has said. */
    place: text().notNull().default(""),
    hostCode: text().references(() => participant.code),
    funding: text().$type<Funding>().notNull(),
    fundingNote: text().notNull().default(""),
  },
  (table) => [
    memberOf("activity_kind_known", table.activityKind, activityKinds),
    memberOf("activity_funding_known", table.funding, fundings),
  ],
);

/** One row = a side supports a proposal, or no longer does. Written once; the last of each side counts. */
export const activitySupport = app.table(
  "activity_support",
  {
    id: uuid().primaryKey(),
    matterId: ofMatter(),
    participantCode: text()
      .notNull()
      .references(() => participant.code),
    supports: boolean().notNull(),
    ...stamp(),
  },
  (table) => [index("activity_support_matter").on(table.matterId)],
);

/** One row = a side that was asked to support a proposal does not, and says why. Written once; support that is said later stands in its place. */
export const activityDecline = app.table(
  "activity_decline",
  {
    id: uuid().primaryKey(),
    matterId: ofMatter(),
    participantCode: text()
      .notNull()
      .references(() => participant.code),
    language: text().$type<Language>().notNull(),
    text: text().notNull(),
    ...stamp(),
  },
  (table) => [
    index("activity_decline_matter").on(table.matterId),
    memberOf("activity_decline_language_known", table.language, languages),
  ],
);

/** One row = what a meeting said of a proposal, as the Secretariat notes. Written once; the last counts. */
export const activityEndorsement = app.table(
  "activity_endorsement",
  {
    id: uuid().primaryKey(),
    matterId: ofMatter(),
    said: text().$type<Endorsement>().notNull(),
    meetingId: uuid()
      .notNull()
      .references(() => meeting.id),
    /** Point of its agenda or of its report; empty = none is named. */
    point: text().notNull().default(""),
    ...stamp(),
  },
  (table) => [
    index("activity_endorsement_matter").on(table.matterId),
    memberOf("activity_endorsement_known", table.said, endorsements),
  ],
);

/** One row = an activity was held, as whoever proposed it says. Written once; what is corrected is another row, which counts. */
export const activityHeld = app.table(
  "activity_held",
  {
    id: uuid().primaryKey(),
    matterId: ofMatter(),
    fromOn: calendarDate().notNull(),
    untilOn: calendarDate(),
    place: text().notNull(),
    ...stamp(),
  },
  (table) => [index("activity_held_matter").on(table.matterId)],
);

/** One row = how many people from where took part. Nobody is named. */
export const activityAttendance = app.table(
  "activity_attendance",
  {
    heldId: uuid()
      .notNull()
      .references(() => activityHeld.id),
    matterId: ofMatter(),
    place: integer().notNull(),
    /** Null = of no country. */
    countryCode: text().references(() => participant.code),
    institution: text().$type<InstitutionKind>().notNull(),
    persons: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.heldId, table.place] }),
    unique("activity_attendance_once").on(table.heldId, table.countryCode, table.institution).nullsNotDistinct(),
    index("activity_attendance_matter").on(table.matterId),
    memberOf("activity_attendance_institution_known", table.institution, institutionKinds),
  ],
);

/** One row = what came of an activity, as whoever proposed it says. Written once; the last counts. */
export const activityEvaluation = app.table(
  "activity_evaluation",
  {
    id: uuid().primaryKey(),
    matterId: ofMatter(),
    language: text().$type<Language>().notNull(),
    text: text().notNull(),
    ...stamp(),
  },
  (table) => [
    index("activity_evaluation_matter").on(table.matterId),
    memberOf("activity_evaluation_language_known", table.language, languages),
  ],
);

/** One row = what was found of an indicator, in the words of whoever evaluates. It is no figure of a report and never becomes one. */
export const activityResult = app.table(
  "activity_result",
  {
    evaluationId: uuid()
      .notNull()
      .references(() => activityEvaluation.id),
    matterId: ofMatter(),
    place: integer().notNull(),
    indicatorCode: text().notNull(),
    year: integer().notNull(),
    text: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.evaluationId, table.place] }),
    index("activity_result_matter").on(table.matterId),
  ],
);
