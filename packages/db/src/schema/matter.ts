import { type Language, languages } from "@avances/domain/catalogue";
import {
  type LinkKind,
  linkKinds,
  type MatterActKind,
  type MatterKind,
  type MatterState,
  matterActs,
  matterKinds,
  matterStates,
  type ReplyKind,
  replyKinds,
  type TranslationMaker,
  translationMakers,
  type Visibility,
  visibilities,
} from "@avances/domain/network";
import { isNull, type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, memberOf, searchWords } from "./columns.ts";
import { meeting } from "./meeting.ts";
import { participant } from "./participant.ts";
import { app } from "./schemas.ts";

/** The stems of subject and body as a language has them; made by the database. Names and figures are found in either. */
const words = {
  english: (): SQL => sql`to_tsvector('english'::regconfig, subject || ' ' || body)`,
  spanish: (): SQL => sql`to_tsvector('spanish'::regconfig, subject || ' ' || body)`,
} as const;

/**
 * One row = one thing that somebody puts before the Network. Its kind has a table beside it for what only that kind has. The words are the
 * current ones, in the language in which they were written; what was filed stands in `matter_version`.
 */
export const matter = app.table(
  "matter",
  {
    id: uuid().primaryKey(),
    kind: text().$type<MatterKind>().notNull(),
    authorCode: text()
      .notNull()
      .references(() => participant.code),
    meetingId: uuid().references(() => meeting.id),
    language: text().$type<Language>().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    /** Rises with the words; translations name it. */
    textRevision: integer().notNull(),
    visibility: text().$type<Visibility>().notNull(),
    /** Participants to whom it is put besides, whatever its level. */
    addressees: text().array().notNull().default([]),
    /** The country that is shown it before all others, which are shown it from `openedAt` on. */
    firstToCode: text().references(() => participant.code),
    openedAt: instant(),
    state: text().$type<MatterState>().notNull(),
    /** Of what was filed; 0 = it never was. */
    version: integer().notNull(),
    /** Rises with every act of whoever may change it. */
    revision: integer().notNull(),
    filedAt: instant(),
    /** Since when everybody is shown it; what was answered before was not said to everybody. */
    publicSince: instant(),
    /** The published document from which it was entered. */
    publicSource: text(),
    createdAt: instant().notNull(),
    createdBy: uuid().notNull(),
    createdByName: text().notNull(),
    withdrawnAt: instant(),
    withdrawnBy: uuid(),
    withdrawnByName: text(),
    withdrawnReason: text(),
    searchEn: searchWords().generatedAlwaysAs(words.english),
    searchEs: searchWords().generatedAlwaysAs(words.spanish),
  },
  (table) => [
    index("matter_meeting").on(table.meetingId),
    index("matter_of_kind").on(table.kind, table.state),
    index("matter_search_en").using("gin", table.searchEn),
    index("matter_search_es").using("gin", table.searchEs),
    memberOf("matter_kind_known", table.kind, matterKinds),
    memberOf("matter_language_known", table.language, languages),
    memberOf("matter_visibility_known", table.visibility, visibilities),
    memberOf("matter_state_known", table.state, matterStates),
  ],
);

const ofMatter = () =>
  uuid()
    .notNull()
    .references((): AnyPgColumn => matter.id);

/** One row = what a matter said when it was filed. */
export const matterVersion = app.table(
  "matter_version",
  {
    matterId: ofMatter(),
    version: integer().notNull(),
    language: text().$type<Language>().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    textRevision: integer().notNull(),
    at: instant().notNull(),
    by: uuid().notNull(),
    byName: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.matterId, table.version] }),
    memberOf("matter_version_language_known", table.language, languages),
  ],
);

/** One row = a matter's words in another language, as they were at one revision. Written once: a better one is a new row. */
export const translation = app.table(
  "translation",
  {
    id: uuid().primaryKey(),
    matterId: ofMatter(),
    textRevision: integer().notNull(),
    language: text().$type<Language>().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    madeBy: text().$type<TranslationMaker>().notNull(),
    participantCode: text()
      .notNull()
      .references(() => participant.code),
    at: instant().notNull(),
    by: uuid().notNull(),
    byName: text().notNull(),
    searchEn: searchWords().generatedAlwaysAs(words.english),
    searchEs: searchWords().generatedAlwaysAs(words.spanish),
  },
  (table) => [
    index("translation_matter").on(table.matterId),
    index("translation_search_en").using("gin", table.searchEn),
    index("translation_search_es").using("gin", table.searchEs),
    memberOf("translation_language_known", table.language, languages),
    memberOf("translation_made_by_known", table.madeBy, translationMakers),
  ],
);

/** One row = what a matter is about. Taken off again, it stays in the record. */
export const matterLink = app.table(
  "matter_link",
  {
    id: uuid().primaryKey(),
    matterId: ofMatter(),
    kind: text().$type<LinkKind>().notNull(),
    code: text().notNull(),
    /** Null: its author says so. Else who else does: the Secretariat links what others put before the Network. */
    linkedByCode: text().references(() => participant.code),
    addedAt: instant().notNull(),
    addedBy: uuid().notNull(),
    removedAt: instant(),
    removedBy: uuid(),
  },
  (table) => [
    // Its author and the Secretariat may say the same, each for itself.
    uniqueIndex("matter_link_once")
      .on(table.matterId, table.kind, table.code, sql`coalesce(${table.linkedByCode}, '')`)
      .where(isNull(table.removedAt)),
    memberOf("matter_link_kind_known", table.kind, linkKinds),
  ],
);

/** One row = what a participant answers to a matter. It can be taken back, and stays. */
export const matterReply = app.table(
  "matter_reply",
  {
    id: uuid().primaryKey(),
    matterId: ofMatter(),
    participantCode: text()
      .notNull()
      .references(() => participant.code),
    said: text().$type<ReplyKind>().notNull(),
    language: text().$type<Language>().notNull(),
    text: text().notNull(),
    at: instant().notNull(),
    by: uuid().notNull(),
    byName: text().notNull(),
    withdrawnAt: instant(),
    withdrawnBy: uuid(),
    withdrawnByName: text(),
  },
  (table) => [
    index("matter_reply_matter").on(table.matterId),
    memberOf("matter_reply_said_known", table.said, replyKinds),
    memberOf("matter_reply_language_known", table.language, languages),
  ],
);

/** One row = a version was on the screen of somebody of another side for the first time. */
export const matterSeen = app.table(
  "matter_seen",
  {
    id: uuid().primaryKey(),
    matterId: ofMatter(),
    version: integer().notNull(),
    /** Null: of somebody who acts for no participant, as the delegates of the region. */
    participantCode: text().references(() => participant.code),
    at: instant().notNull(),
    by: uuid().notNull(),
    byName: text().notNull(),
  },
  (table) => [unique("matter_seen_once").on(table.matterId, table.version, table.participantCode).nullsNotDistinct()],
);

/** What an act changed of a matter: codes and days, never words. */
export type MatterChange = Readonly<Record<string, string | number | readonly string[] | null>>;

/** One row = one act on a matter, with the revision that it made. */
export const matterAct = app.table(
  "matter_act",
  {
    matterId: ofMatter(),
    revision: integer().notNull(),
    act: text().$type<MatterActKind>().notNull(),
    at: instant().notNull(),
    actorId: uuid().notNull(),
    actorName: text().notNull(),
    participantCode: text()
      .notNull()
      .references(() => participant.code),
    before: jsonb().$type<MatterChange>().notNull(),
    after: jsonb().$type<MatterChange>().notNull(),
    reason: text().notNull().default(""),
  },
  (table) => [
    primaryKey({ columns: [table.matterId, table.revision] }),
    memberOf("matter_act_known", table.act, matterActs),
  ],
);
