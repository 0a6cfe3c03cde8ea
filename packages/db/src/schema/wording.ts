import { type Language, languages } from "@avances/domain/catalogue";
import { type WordingKind, wordingKinds } from "@avances/domain/wording";
import { integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant, memberOf } from "./columns.ts";
import { app } from "./schemas.ts";

/**
 * One row = a version of the words of one kind of notice in one language, with who wrote it and when. The highest version is in force. Written
 * once: going back to earlier words is a new version that names them.
 */
export const noticeWording = app.table(
  "notice_wording",
  {
    id: uuid().primaryKey(),
    kind: text().$type<WordingKind>().notNull(),
    language: text().$type<Language>().notNull(),
    /** From 1 on, without gaps. */
    version: integer().notNull(),
    /** The three are null together: from this version on the built-in words are in force. */
    subject: text(),
    opening: text(),
    closing: text(),
    /** The version whose words these are again; 0 = the built-in ones. Null = they were written anew. */
    restores: integer(),
    createdAt: instant().notNull(),
    createdBy: uuid().notNull(),
    createdByName: text().notNull(),
  },
  (table) => [
    unique("notice_wording_version").on(table.kind, table.language, table.version),
    memberOf("notice_wording_kind_known", table.kind, wordingKinds),
    memberOf("notice_wording_language_known", table.language, languages),
  ],
);
