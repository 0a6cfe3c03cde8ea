import { and, asc, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import {
  edition,
  editionEntry,
  hiddenCell,
  payload,
  submission,
  submissionVersion,
  versionAnswer,
} from "../schema/index.ts";
import type { SubmissionRow, VersionAnswerRow, VersionRow } from "./rows.ts";

export type EditionRow = typeof edition.$inferSelect;
export type PayloadRow = typeof payload.$inferSelect;

/** The secret of this database that orders hiding; made when it is asked for the first time. Role `app_publisher`. */
export async function findHidingKey(tx: Tx): Promise<string> {
  const { rows } = await tx.execute<{ key: string }>(sql`select release.settled_hiding_key() as key`);
  if (!rows[0]) throw new Error("no hiding key");
  return rows[0].key;
}

/** One publisher at a time; held until the transaction ends. First thing in `asPublisher`. */
export async function lockPublication(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('avances publication', 0))`);
}

export interface PublishedVersion {
  readonly submission: SubmissionRow;
  readonly version: VersionRow;
  readonly answers: readonly VersionAnswerRow[];
}

/**
 * Everything that is public now (of one country, or of all), with true figures, by year and country: the input of suppression. Role
 * `app_publisher`.
 */
export async function listPublishedVersions(tx: Tx, country?: string): Promise<readonly PublishedVersion[]> {
  const versions = await tx
    .select({ submission, version: submissionVersion })
    .from(submission)
    .innerJoin(
      submissionVersion,
      and(
        eq(submissionVersion.submissionId, submission.id),
        eq(submissionVersion.version, submission.publishedVersion),
      ),
    )
    .where(
      and(
        isNotNull(submission.publishedVersion),
        country === undefined ? undefined : eq(submission.countryCode, country),
      ),
    )
    .orderBy(asc(submission.roundYear), asc(submission.countryCode));
  if (versions.length === 0) return [];
  const answers = await tx
    .select()
    .from(versionAnswer)
    .where(
      inArray(
        versionAnswer.versionId,
        versions.map((each) => each.version.id),
      ),
    )
    .orderBy(asc(versionAnswer.indicatorCode));
  const byVersion = Map.groupBy(answers, (row) => row.versionId);
  return versions.map((each) => ({ ...each, answers: byVersion.get(each.version.id) ?? [] }));
}

/** Adds an edition and returns its number; every listener hears of it at commit. */
export async function insertEdition(tx: Tx, row: Omit<typeof edition.$inferInsert, "id">): Promise<number> {
  const [added] = await tx.insert(edition).values(row).returning({ id: edition.id });
  return (added as { id: number }).id;
}

/** Stores answers by content; those that are there already are shared. */
export async function insertPayloads(tx: Tx, rows: readonly (typeof payload.$inferInsert)[]): Promise<void> {
  for (const batch of batchesOf(rows, 100)) await tx.insert(payload).values(batch).onConflictDoNothing();
}

/** Says which payload the edition serves under which key. */
export async function insertEditionEntries(tx: Tx, rows: readonly (typeof editionEntry.$inferInsert)[]): Promise<void> {
  for (const batch of batchesOf(rows, 1_000)) await tx.insert(editionEntry).values(batch);
}

/** The edition the public reads, or undefined before the first publication. */
export async function currentEdition(tx: Tx): Promise<EditionRow | undefined> {
  return (await tx.select().from(edition).orderBy(desc(edition.id)).limit(1))[0];
}

/** One public answer of an edition, or undefined when the edition has no such key. */
export async function findPayload(tx: Tx, editionId: number, key: string): Promise<PayloadRow | undefined> {
  const [found] = await tx
    .select({ payload })
    .from(editionEntry)
    .innerJoin(payload, eq(payload.hash, editionEntry.payloadHash))
    .where(and(eq(editionEntry.editionId, editionId), eq(editionEntry.key, key)));
  return found?.payload;
}

/** Keys of an edition and the hashes of what they serve, by key. */
export async function listEditionEntries(
  tx: Tx,
  editionId: number,
): Promise<readonly { readonly key: string; readonly payloadHash: string }[]> {
  return tx
    .select({ key: editionEntry.key, payloadHash: editionEntry.payloadHash })
    .from(editionEntry)
    .where(eq(editionEntry.editionId, editionId))
    .orderBy(asc(editionEntry.key));
}

/** Cells that some public version hid; they stay hidden. */
export async function listHiddenCells(tx: Tx): Promise<readonly (typeof hiddenCell.$inferSelect)[]> {
  return tx
    .select()
    .from(hiddenCell)
    .orderBy(asc(hiddenCell.year), asc(hiddenCell.countryCode), asc(hiddenCell.cellId));
}

/** Remembers hidden cells; known ones stay. */
export async function insertHiddenCells(tx: Tx, rows: readonly (typeof hiddenCell.$inferInsert)[]): Promise<void> {
  for (const batch of batchesOf(rows, 5_000)) await tx.insert(hiddenCell).values(batch).onConflictDoNothing();
}

/** A statement takes at most 65,535 parameters. */
function batchesOf<T>(rows: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
    rows.slice(index * size, (index + 1) * size),
  );
}
