import type { AnswerState } from "@avances/domain/answer";
import { boolean, doublePrecision, index, integer, primaryKey, serial, text, unique } from "drizzle-orm/pg-core";
import { bytes, instant } from "./columns.ts";
import { release } from "./schemas.ts";

/** One row = one publication of the whole public file. Immutable; the public reads the latest one whose format the portal knows. */
export const edition = release.table("edition", {
  id: serial().primaryKey(),
  /** Format of its parts. A release with other parts uses another number and reads only editions with that number. */
  format: integer().notNull(),
  publishedAt: instant().notNull(),
  catalogueVersion: text().notNull(),
  /** Suppression threshold and version of the algorithm this edition was made with, and a hash of what went in. */
  threshold: integer().notNull(),
  algorithm: text().notNull(),
  inputHash: text().notNull(),
});

/**
 * One row = one part of editions, stored by content: editions with the same part share it. Parts are texts from which answers are put
 * together on request. Editions made before parts existed have whole answers here, with their brotli form.
 */
export const payload = release.table("payload", {
  hash: text().primaryKey(),
  contentType: text().notNull(),
  body: bytes().notNull(),
  brotli: bytes(),
});

/** One row = which part an edition has under a key (`definitions`, `frame`, `reports/CRI`, `index/CRI`, `voice/<id>`). */
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
    /** The first of the unbroken run of editions in which the key has this part. 0 in editions of the first format. */
    since: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.editionId, table.key] })],
);

/**
 * One row = the public form of one version of a report: figures suppressed and scored. Stored by content, so rules that lead to the same
 * result share one form. `index` holds what only the publisher reads: state and score of every indicator. The scores alone are also read by
 * the public role, through the view `release.form_score`, for comparing any two rounds.
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
    /** Coverage of the whole index, 0 to 100; shown with the information on who reported when. */
    coverage: doublePrecision().notNull(),
    /** JSON. */
    index: text().notNull(),
  },
  (table) => [unique().on(table.countryCode, table.roundYear, table.version, table.digest)],
);

/**
 * One row = the form that a version has under certain rules and a certain number of cells hidden before, and the cells that it hides
 * itself. Cells are only ever added, so the form with the highest number of a report hides everything that was hidden before.
 */
export const madeForm = release.table(
  "made_form",
  {
    countryCode: text().notNull(),
    roundYear: integer().notNull(),
    version: integer().notNull(),
    /** Mark of the rules and of the round's catalogue. */
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

/** One row = the part made from an input (the forms of a country, and the rules): made once, however many editions use it. */
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

/** One row = a cell that some public version hid. It stays hidden, so that comparing it with a later version cannot reveal it. */
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
 * The only row = the secret that decides in which order cells are given up to protect others. Made when it is first needed and never
 * changed; read through `release.settled_hiding_key()`, by `app_publisher` alone.
 */
export const hidingKey = release.table("hiding_key", {
  isOnly: boolean().primaryKey().default(true),
  key: text().notNull(),
});
