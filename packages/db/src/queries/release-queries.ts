import { and, asc, desc, eq, inArray, notInArray, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { edition, editionEntry, madePart, payload } from "../schema/index.ts";
import { batchesOf } from "./batches.ts";

export type EditionRow = typeof edition.$inferSelect;

/** Only one publisher at a time; held until the transaction ends. Call it first in `asPublisher`. */
export async function lockPublication(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('avances publication', 0))`);
}

/** Format of the parts that this release writes and reads. Raise it when an older release could not put answers together from them. */
export const editionFormat = 5;

/** Adds an edition and returns its number; every listener is notified at commit. */
export async function insertEdition(tx: Tx, row: Omit<typeof edition.$inferInsert, "id" | "format">): Promise<number> {
  const [added] = await tx
    .insert(edition)
    .values({ ...row, format: editionFormat })
    .returning({ id: edition.id });
  return (added as { id: number }).id;
}

/** Stores parts by content; existing ones are shared. */
export async function insertPayloads(tx: Tx, rows: readonly (typeof payload.$inferInsert)[]): Promise<void> {
  for (const batch of batchesOf(rows, 100)) await tx.insert(payload).values(batch).onConflictDoNothing();
}

/** The parts that were made from these inputs. Role `app_publisher`. */
export async function listMadeParts(
  tx: Tx,
  inputHashes: readonly string[],
): Promise<readonly (typeof madePart.$inferSelect)[]> {
  if (inputHashes.length === 0) return [];
  return tx
    .select()
    .from(madePart)
    .where(inArray(madePart.inputHash, [...inputHashes]));
}

/** Records from which inputs parts were made; another instance may have made the same ones meanwhile. */
export async function insertMadeParts(tx: Tx, rows: readonly (typeof madePart.$inferInsert)[]): Promise<void> {
  for (const batch of batchesOf(rows, 1_000)) await tx.insert(madePart).values(batch).onConflictDoNothing();
}

/** Records which part the edition has under which key. */
export async function insertEditionEntries(tx: Tx, rows: readonly (typeof editionEntry.$inferInsert)[]): Promise<void> {
  for (const batch of batchesOf(rows, 1_000)) await tx.insert(editionEntry).values(batch);
}

/** Copies the entries of one edition into another, except those under these keys. */
export async function shareEditionEntries(
  tx: Tx,
  { from, to, except }: { readonly from: number; readonly to: number; readonly except: readonly string[] },
): Promise<void> {
  const { editionId, key, payloadHash, since } = editionEntry;
  await tx.insert(editionEntry).select(
    tx
      .select({ editionId: sql<number>`${to}::int`.as("edition_id"), key, payloadHash, since })
      .from(editionEntry)
      .where(and(eq(editionId, from), notInArray(key, [...except]))),
  );
}

/** The edition the public reads: the newest that this release can read. Undefined while there is none. */
export async function currentEdition(tx: Tx): Promise<EditionRow | undefined> {
  return (
    await tx.select().from(edition).where(eq(edition.format, editionFormat)).orderBy(desc(edition.id)).limit(1)
  )[0];
}

/** The newest edition, whichever release wrote it. Undefined before the first publication. */
export async function newestEdition(tx: Tx): Promise<EditionRow | undefined> {
  return (await tx.select().from(edition).orderBy(desc(edition.id)).limit(1))[0];
}

/** An edition by its number. */
export async function findEdition(tx: Tx, id: number): Promise<EditionRow | undefined> {
  return (await tx.select().from(edition).where(eq(edition.id, id)))[0];
}

export type EditionEntryRow = typeof editionEntry.$inferSelect;

/** Which part an edition has under which key, ordered by key. */
export async function listEditionEntries(tx: Tx, editionId: number): Promise<readonly EditionEntryRow[]> {
  return tx.select().from(editionEntry).where(eq(editionEntry.editionId, editionId)).orderBy(asc(editionEntry.key));
}

/** The parts with these hashes, as text, by hash. */
export async function findParts(tx: Tx, hashes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (hashes.length === 0) return new Map();
  const rows = await tx
    // As text: bytes would come as twice as many digits.
    .select({ hash: payload.hash, text: sql<string>`convert_from(${payload.body}, 'UTF8')` })
    .from(payload)
    .where(inArray(payload.hash, [...hashes]));
  return new Map(rows.map(({ hash, text }) => [hash, text]));
}
