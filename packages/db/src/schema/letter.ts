import { type Language, languages } from "@avances/domain/catalogue";
import { type LetterKind, reportWordings } from "@avances/domain/wording";
import { index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { calendarDate, instant, memberOf } from "./columns.ts";
import { app } from "./schemas.ts";
import { noticeWording } from "./wording.ts";

/** One row = the last number given to a letter of a year. It rises in the transaction that writes the letter, so no number is skipped. */
export const letterNumber = app.table("letter_number", {
  year: integer().primaryKey(),
  last: integer().notNull(),
});

/**
 * One row = a letter on paper to a country about its report, as it was written. It is a request only once it was dispatched, which is noted as an
 * exchange. Written once; a withdrawn letter stays and keeps its number.
 */
export const letter = app.table(
  "letter",
  {
    /** `AV-2026-0007`, made of year and number. */
    code: text().primaryKey(),
    year: integer().notNull(),
    number: integer().notNull(),
    roundYear: integer().notNull(),
    countryCode: text().notNull(),
    kind: text().$type<LetterKind>().notNull(),
    language: text().$type<Language>().notNull(),
    /** The day that is printed: of the capital. */
    datedOn: calendarDate().notNull(),
    addresseeName: text().notNull(),
    addresseeTitle: text().notNull(),
    addresseeInstitution: text().notNull(),
    subject: text().notNull(),
    paragraphs: text().array().notNull(),
    /** The version of the secretariat's words in it; null = built-in words. */
    wordingId: uuid().references(() => noticeWording.id),
    createdAt: instant().notNull(),
    createdBy: uuid().notNull(),
    createdByName: text().notNull(),
    withdrawnAt: instant(),
    withdrawnBy: uuid(),
    withdrawnByName: text(),
    withdrawnReason: text(),
  },
  (table) => [
    unique("letter_number_once").on(table.year, table.number),
    index("letter_round").on(table.roundYear),
    memberOf("letter_kind_known", table.kind, reportWordings),
    memberOf("letter_language_known", table.language, languages),
  ],
);
