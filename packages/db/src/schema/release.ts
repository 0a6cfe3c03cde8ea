import { boolean, integer, primaryKey, serial, text } from "drizzle-orm/pg-core";
import { bytes, instant } from "./columns.ts";
import { release } from "./schemas.ts";

/** One row = one publication of the whole public file. Immutable; the latest is what the public reads. */
export const edition = release.table("edition", {
  id: serial().primaryKey(),
  publishedAt: instant().notNull(),
  catalogueVersion: text().notNull(),
  /** Suppression threshold and version of the algorithm this edition was made with, and a hash of what went in. */
  threshold: integer().notNull(),
  algorithm: text().notNull(),
  inputHash: text().notNull(),
});

/** One row = the bytes of one public answer, by content: editions that do not change a payload share it. */
export const payload = release.table("payload", {
  hash: text().primaryKey(),
  contentType: text().notNull(),
  body: bytes().notNull(),
  brotli: bytes().notNull(),
});

/** One row = which payload an edition serves under a key (`indicators/TIP-PRO-01`, `countries/CRI`, `matrix`, `index`). */
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
  },
  (table) => [primaryKey({ columns: [table.editionId, table.key] })],
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
