import { type Language, languages } from "@avances/domain/catalogue";
import { type FileState, type FileType, fileStates, fileTypes } from "@avances/domain/network";
import { index, integer, text, uuid } from "drizzle-orm/pg-core";
import { instant, memberOf } from "./columns.ts";
import { matter, matterReply } from "./matter.ts";
import { participant } from "./participant.ts";
import { app } from "./schemas.ts";

/** One row = one file, from its announcement on. Its bytes are kept outside the database under `storeKey`, and never change. */
export const file = app.table(
  "file",
  {
    id: uuid().primaryKey(),
    /** Random: it says nothing of the file, and the name never is a path. */
    storeKey: text().notNull().unique("file_store_key"),
    name: text().notNull(),
    fileType: text().$type<FileType>().notNull(),
    bytes: integer().notNull(),
    /** Null until the bytes have arrived. */
    sha256: text(),
    state: text().$type<FileState>().notNull(),
    /** Why it was refused, as a code. */
    refusal: text(),
    /** Who looked at its bytes; null = nobody yet. */
    checkedBy: text(),
    participantCode: text()
      .notNull()
      .references(() => participant.code),
    uploadedAt: instant().notNull(),
    uploadedBy: uuid().notNull(),
    uploadedByName: text().notNull(),
  },
  (table) => [
    index("file_of_participant").on(table.participantCode, table.uploadedAt),
    index("file_announced").on(table.state, table.uploadedAt),
    memberOf("file_type_known", table.fileType, fileTypes),
    memberOf("file_state_known", table.state, fileStates),
  ],
);

/** One row = a file that a version of a matter, or a reply, holds. Whoever reads that reads the file. */
export const fileUse = app.table(
  "file_use",
  {
    id: uuid().primaryKey(),
    fileId: uuid()
      .notNull()
      .references(() => file.id),
    /** The language of the file; null = it has none, or several. */
    language: text().$type<Language>(),
    place: integer().notNull(),
    matterId: uuid().references(() => matter.id),
    version: integer(),
    replyId: uuid().references(() => matterReply.id),
    addedAt: instant().notNull(),
    addedBy: uuid().notNull(),
    removedAt: instant(),
    removedBy: uuid(),
  },
  (table) => [
    index("file_use_file").on(table.fileId),
    index("file_use_matter").on(table.matterId, table.version),
    index("file_use_reply").on(table.replyId),
    memberOf("file_use_language_known", table.language, languages),
  ],
);
