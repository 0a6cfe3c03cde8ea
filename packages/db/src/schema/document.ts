import { type DocumentKind, documentKinds } from "@avances/domain/network";
import { isNull } from "drizzle-orm";
import { integer, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, memberOf } from "./columns.ts";
import { matter } from "./matter.ts";
import { meeting } from "./meeting.ts";
import { participant } from "./participant.ts";
import { app } from "./schemas.ts";

/** One row = what only a document of the library has besides its matter. */
export const document = app.table(
  "document",
  {
    matterId: uuid()
      .primaryKey()
      .references(() => matter.id),
    documentKind: text().$type<DocumentKind>().notNull(),
  },
  (table) => [memberOf("document_kind_known", table.documentKind, documentKinds)],
);

/** One row = what only an item of a meeting's agenda has besides its matter. */
export const agendaItem = app.table(
  "agenda_item",
  {
    matterId: uuid()
      .primaryKey()
      .references(() => matter.id),
    meetingId: uuid()
      .notNull()
      .references(() => meeting.id),
    /** Its place in the order of the agenda, from 1. */
    place: integer().notNull(),
    number: integer().notNull(),
    /** Empty = the item has only a number. */
    letter: text().notNull().default(""),
    presenterCode: text().references(() => participant.code),
    minutes: integer(),
    removedAt: instant(),
  },
  (table) => [
    uniqueIndex("agenda_item_point").on(table.meetingId, table.number, table.letter).where(isNull(table.removedAt)),
  ],
);
