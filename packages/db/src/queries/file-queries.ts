import type { Language } from "@avances/domain/catalogue";
import type { FileRefusal } from "@avances/domain/network";
import { and, asc, eq, gte, inArray, isNull, lt, ne, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { file, fileUse } from "../schema/index.ts";

export type FileRow = typeof file.$inferSelect;

export async function insertFile(tx: Tx, row: typeof file.$inferInsert): Promise<void> {
  await tx.insert(file).values(row);
}

/** Whoever reads nothing that holds the file, and is not of the side that added it, finds none. */
export async function findFile(tx: Tx, id: string): Promise<FileRow | undefined> {
  return (await tx.select().from(file).where(eq(file.id, id)))[0];
}

/** The file if it is still announced: until the transaction ends nobody else settles it. */
export async function lockAnnouncedFile(tx: Tx, id: string): Promise<FileRow | undefined> {
  const [row] = await tx
    .select()
    .from(file)
    .where(and(eq(file.id, id), eq(file.state, "announced")))
    .for("update");
  return row;
}

/** What became of the bytes of an announced file. Undefined: it is not announced any more. */
export async function settleFile(
  tx: Tx,
  id: string,
  outcome:
    | { readonly state: "stored"; readonly sha256: string; readonly checkedBy: string }
    | { readonly state: "refused"; readonly refusal: FileRefusal; readonly checkedBy: string },
): Promise<FileRow | undefined> {
  return (
    await tx
      .update(file)
      .set(outcome)
      .where(and(eq(file.id, id), eq(file.state, "announced")))
      .returning()
  )[0];
}

/** Until the transaction ends nobody else announces a file of this participant, so that no two fill the same space. */
export async function lockFilesOf(tx: Tx, participantCode: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`avances files ${participantCode}`}, 0))`);
}

/** Bytes that a participant has announced and stored since then, without those that were refused. */
export async function bytesSince(tx: Tx, participantCode: string, since: Date): Promise<number> {
  const [row] = await tx
    .select({ bytes: sql<number>`coalesce(sum(${file.bytes}), 0)::float8` })
    .from(file)
    .where(and(eq(file.participantCode, participantCode), ne(file.state, "refused"), gte(file.uploadedAt, since)));
  return row?.bytes ?? 0;
}

/** Gives up what was announced before then and never came whole. For the looking after files (`…_worker`). */
export async function giveUpFiles(tx: Tx, before: Date): Promise<void> {
  const notSent: FileRefusal = "not_sent";
  await tx
    .update(file)
    .set({ state: "refused", refusal: notSent })
    .where(and(eq(file.state, "announced"), lt(file.uploadedAt, before)));
}

/** Of these keys of the store those that a file has, with its state. For the looking after files (`…_worker`). */
export async function listStatesOfKeys(
  tx: Tx,
  keys: readonly string[],
): Promise<readonly Pick<FileRow, "storeKey" | "state">[]> {
  return tx
    .select({ storeKey: file.storeKey, state: file.state })
    .from(file)
    .where(inArray(file.storeKey, [...keys]));
}

/** What holds a file: a version of a matter, or a reply. */
export type FileHolder = { readonly matterId: string; readonly version: number } | { readonly replyId: string };

export interface WantedFile {
  readonly fileId: string;
  /** Null = it has none, or several. */
  readonly language: Language | null;
}

/** A file that something holds, and where. */
export interface HeldFileRow extends Pick<FileRow, "id" | "name" | "fileType" | "bytes"> {
  readonly language: Language | null;
  readonly matterId: string | null;
  readonly version: number | null;
  readonly replyId: string | null;
}

/** Of these files those that are stored and of this participant: only they can be held by what it says. */
export async function listStoredFiles(
  tx: Tx,
  participantCode: string,
  ids: readonly string[],
): Promise<readonly FileRow[]> {
  return tx
    .select()
    .from(file)
    .where(and(inArray(file.id, [...ids]), eq(file.state, "stored"), eq(file.participantCode, participantCode)));
}

/**
 * Lets a version, or a reply, hold these files in this order and no others. What a draft held before and holds no more stays in the record.
 */
export async function attachFiles(
  tx: Tx,
  holder: FileHolder,
  wanted: readonly WantedFile[],
  { at, by, newId }: { readonly at: Date; readonly by: string; readonly newId: () => string },
): Promise<void> {
  const ofHolder =
    "replyId" in holder
      ? eq(fileUse.replyId, holder.replyId)
      : and(eq(fileUse.matterId, holder.matterId), eq(fileUse.version, holder.version));
  const now = await tx
    .select({ id: fileUse.id, fileId: fileUse.fileId, language: fileUse.language, place: fileUse.place })
    .from(fileUse)
    .where(and(ofHolder, isNull(fileUse.removedAt)));
  const placed = wanted.map((one, index) => ({ ...one, place: index + 1 }));
  const isIn = (list: readonly (WantedFile & { readonly place: number })[], one: (typeof placed)[number]) =>
    list.some(
      ({ fileId, language, place }) => fileId === one.fileId && language === one.language && place === one.place,
    );
  const gone = now.filter((one) => !isIn(placed, one));
  if (gone.length > 0)
    await tx
      .update(fileUse)
      .set({ removedAt: at, removedBy: by })
      .where(
        inArray(
          fileUse.id,
          gone.map(({ id }) => id),
        ),
      );
  const fresh = placed.filter((one) => !isIn(now, one));
  if (fresh.length > 0)
    await tx.insert(fileUse).values(fresh.map((one) => ({ id: newId(), ...holder, ...one, addedAt: at, addedBy: by })));
}

/** The files that these matters hold, of every version, or that these replies hold; each in its order. */
export async function listFilesOf(
  tx: Tx,
  holders: { readonly matterIds: readonly string[] } | { readonly replyIds: readonly string[] },
): Promise<readonly HeldFileRow[]> {
  const ofThem =
    "matterIds" in holders
      ? inArray(fileUse.matterId, [...holders.matterIds])
      : inArray(fileUse.replyId, [...holders.replyIds]);
  const { id, name, fileType, bytes } = file;
  const { language, matterId, version, replyId } = fileUse;
  return tx
    .select({ id, name, fileType, bytes, language, matterId, version, replyId })
    .from(fileUse)
    .innerJoin(file, eq(file.id, fileUse.fileId))
    .where(and(ofThem, isNull(fileUse.removedAt)))
    .orderBy(asc(fileUse.version), asc(fileUse.place));
}
