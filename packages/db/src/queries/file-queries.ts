import type { FileRefusal } from "@avances/domain/network";
import { and, eq, gte, inArray, lt, ne, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { file } from "../schema/index.ts";

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
