import type { AnswerState } from "@avances/domain/answer";
import { boolean, doublePrecision, index, integer, primaryKey, serial, text, unique } from "drizzle-orm/pg-core";
import { bytes, instant } from "./columns.ts";
import { release } from "./schemas.ts";

/** One row = one publication of the whole public file. Immutable; the public reads the latest of the format that its portal knows. */
export const edition = release.table("edition", {
  id: serial().primaryKey(),
  /** Which parts it is put together from. A release that writes other parts has another number, and reads no edition but its own. */
  format: integer().notNull(),
  publishedAt: instant().notNull(),
  catalogueVersion: text().notNull(),
  /** Suppression threshold and version of the algorithm this edition was made with, and a hash of what went in. */
  threshold: integer().notNull(),
  algorithm: text().notNull(),
  inputHash: text().notNull(),
});

/**
 * One row = a part of editions, by content: editions that do not change it share it. Parts are text that is put together into answers when
 * they are asked for. Editions made before there were parts have whole answers here, with their brotli form.
 */
export const payload = release.table("payload", {
  hash: text().primaryKey(),
  contentType: text().notNull(),
  body: bytes().notNull(),
  brotli: bytes(),
});

/** One row = which part an edition has under a key (`definitions`, `frame`, `reports/CRI`, `index/CRI`). */
export const editionEntry = release.table(
  "edition_entry",
  {
    editionId: integer()
      .notNull()
      .references(() => edition.id),
    key: text().notNull(),
    payloadHash: text()
      .notNull()
      .references(() => payload.hash),
    /** The edition since which the key has had this part without a break. 0 in editions of the first format. */
    since: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.editionId, table.key] })],
);

/**
 * One row = a public form of one version of a report: figures suppressed and scored. By content, so that other rules which come to the same
 * make no other one. `index` holds what nobody but the publisher reads: scores of single indicators, to compare rounds.
 */
export const form = release.table(
  "form",
  {
    id: serial().primaryKey(),
    countryCode: text().notNull(),
    roundYear: integer().notNull(),
    version: integer().notNull(),
    /** Hash of the answers and the index. */
    digest: text().notNull(),
    /** Of the whole index, 0 to 100: who reported when is told with it. */
    coverage: doublePrecision().notNull(),
    /** JSON. */
    index: text().notNull(),
  },
  (table) => [unique().on(table.countryCode, table.roundYear, table.version, table.digest)],
);

/**
 * One row = which form a version has under some rules, made when so many cells of the report were to be hidden, with those that it hides
 * itself. Cells are only ever added, so a form whose number is the greatest of its report hides whatever was hidden before.
 */
export const madeForm = release.table(
  "made_form",
  {
    countryCode: text().notNull(),
    roundYear: integer().notNull(),
    version: integer().notNull(),
    /** Mark of the rules and of the catalogue of the round. */
    madeWith: text().notNull(),
    hiddenCells: integer().notNull(),
    formId: integer()
      .notNull()
      .references(() => form.id),
  },
  (table) => [
    primaryKey({
      name: "made_form_pk",
      columns: [table.countryCode, table.roundYear, table.version, table.madeWith, table.hiddenCells],
    }),
  ],
);

/** One row = one answer of a form, as JSON without the country. */
export const formAnswer = release.table(
  "form_answer",
  {
    formId: integer()
      .notNull()
      .references(() => form.id),
    indicatorCode: text().notNull(),
    state: text().$type<AnswerState>().notNull(),
    content: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.indicatorCode, table.formId] }), index().on(table.formId)],
);

/** One row = the part that was made of an input (the forms of a country, and the rules): made once, whichever editions come to have it. */
export const madePart = release.table(
  "made_part",
  {
    key: text().notNull(),
    inputHash: text().notNull(),
    payloadHash: text()
      .notNull()
      .references(() => payload.hash),
  },
  (table) => [primaryKey({ columns: [table.inputHash, table.key] })],
);

/** One row = a cell that some public version hid. It stays hidden, so that a later version cannot reveal it by difference. */
export const hiddenCell = release.table(
  "hidden_cell",
  {
    countryCode: text().notNull(),
    year: integer().notNull(),
    cellId: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.countryCode, table.year, table.cellId] })],
);

/**
 * The one row = the secret under which cells are put in the order in which they are given up to protect others. Made when it is
 * first needed and never changed; read through `release.settled_hiding_key()`, by `app_publisher` alone.
 */
export const hidingKey = release.table("hiding_key", {
  isOnly: boolean().primaryKey().default(true),
  key: text().notNull(),
});
