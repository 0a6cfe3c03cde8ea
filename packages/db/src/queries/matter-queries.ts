import type { LinkKind, MatterKind, MatterWords } from "@avances/domain/network";
import { and, asc, eq, getTableColumns, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { matter, matterAct, matterLink, matterReply, matterSeen, matterVersion, translation } from "../schema/index.ts";

/** What every matter has, whatever its kind. The stems by which its words are found stay in the database. */
const { searchEn: _en, searchEs: _es, ...columns } = getTableColumns(matter);
const { searchEn: _ofEn, searchEs: _ofEs, ...translationColumns } = getTableColumns(translation);

export { columns as matterColumns };

export type MatterRow = Omit<typeof matter.$inferSelect, "searchEn" | "searchEs">;
export type MatterVersionRow = typeof matterVersion.$inferSelect;
export type TranslationRow = Omit<typeof translation.$inferSelect, "searchEn" | "searchEs">;
export type MatterActRow = typeof matterAct.$inferSelect;
export type MatterReplyRow = typeof matterReply.$inferSelect;
export type MatterSeenRow = typeof matterSeen.$inferSelect;

/** Who writes, and when. */
export interface Stamp {
  readonly at: Date;
  readonly by: string;
  readonly byName: string;
}

/** A draft of the own side. Undefined: something has this id already. */
export async function insertMatter(tx: Tx, row: typeof matter.$inferInsert): Promise<MatterRow | undefined> {
  return (await tx.insert(matter).values(row).onConflictDoNothing().returning(columns))[0];
}

/** The same of several at once; those of which something has the id already are missing. */
export async function insertMatters(
  tx: Tx,
  rows: readonly (typeof matter.$inferInsert)[],
): Promise<readonly MatterRow[]> {
  if (rows.length === 0) return [];
  return tx
    .insert(matter)
    .values([...rows])
    .onConflictDoNothing()
    .returning(columns);
}

export async function findMatter(tx: Tx, id: string, kind: MatterKind): Promise<MatterRow | undefined> {
  const [row] = await tx
    .select(columns)
    .from(matter)
    .where(and(eq(matter.id, id), eq(matter.kind, kind)));
  return row;
}

/** A matter of any kind. */
export async function findAnyMatter(tx: Tx, id: string): Promise<MatterRow | undefined> {
  return (await tx.select(columns).from(matter).where(eq(matter.id, id)))[0];
}

const { id: matterId, kind, authorCode, meetingId, state, language, subject, body, textRevision } = matter;
/** What a matter is, whose, and its words. */
export const namedColumns = {
  ...{ id: matterId, kind, authorCode, meetingId, state, language, subject, body, textRevision },
};
export type NamedMatter = Pick<MatterRow, keyof typeof namedColumns>;

/** Of these, whatever their kinds, those that the actor may read. */
export async function listMattersNamed(tx: Tx, ids: readonly string[]): Promise<readonly NamedMatter[]> {
  if (ids.length === 0) return [];
  return tx
    .select(namedColumns)
    .from(matter)
    .where(inArray(matter.id, [...ids]));
}

/**
 * Until the transaction ends nobody else changes this matter or says anything to it. Whoever only speaks to it may not lock its row, so both ask
 * for this, before they read how it stands: nothing is said to what was withdrawn meanwhile.
 */
export async function holdMatter(tx: Tx, id: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`matter ${id}`}, 0))`);
}

/** The matter, held and locked; undefined also when it was withdrawn, or the actor may not change it. */
export async function lockMatter(tx: Tx, id: string, kind: MatterKind): Promise<MatterRow | undefined> {
  await holdMatter(tx, id);
  const [row] = await tx
    .select(columns)
    .from(matter)
    .where(and(eq(matter.id, id), eq(matter.kind, kind)))
    .for("update");
  return row;
}

/** The same of several at once, in the order of their ids, so that of two who lock the same ones none waits for the other for ever. */
export async function lockMatters(tx: Tx, ids: readonly string[], kind: MatterKind): Promise<readonly MatterRow[]> {
  if (ids.length === 0) return [];
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('matter ' || o.id, 0)) from (select id from unnest(${sql.param([...ids])}::text[]) u (id) order by id) o`,
  );
  return tx
    .select(columns)
    .from(matter)
    .where(and(inArray(matter.id, [...ids]), eq(matter.kind, kind)))
    .orderBy(asc(matter.id))
    .for("update");
}

/** What an act may change of a matter besides its words. */
export type MatterPatch = Partial<
  Pick<
    MatterRow,
    | "meetingId"
    | "visibility"
    | "addressees"
    | "state"
    | "version"
    | "filedAt"
    | "publicSince"
    | "withdrawnAt"
    | "withdrawnBy"
    | "withdrawnByName"
    | "withdrawnReason"
  >
>;

/** Changes a matter and raises its revision; undefined if the actor may not. */
export async function updateMatter(tx: Tx, id: string, patch: MatterPatch): Promise<MatterRow | undefined> {
  return change(tx, id, patch);
}

/** The same of several at once, each the same way. */
export async function updateMatters(tx: Tx, ids: readonly string[], patch: MatterPatch): Promise<readonly MatterRow[]> {
  if (ids.length === 0) return [];
  return tx
    .update(matter)
    .set({ ...patch, revision: sql`${matter.revision} + 1` })
    .where(inArray(matter.id, [...ids]))
    .returning(columns);
}

/** Files several at once as their next version, with another subject each, if one is given for it. Each was another one before. */
export async function fileMatters(
  tx: Tx,
  ids: readonly string[],
  { subjects = {}, filedAt }: { readonly subjects?: Readonly<Record<string, string>>; readonly filedAt: Date },
): Promise<readonly MatterRow[]> {
  if (ids.length === 0) return [];
  const subject = sql`(${JSON.stringify(subjects)}::jsonb ->> ${matter.id}::text)`;
  return tx
    .update(matter)
    .set({
      ...{ state: "filed", filedAt, version: sql`${matter.version} + 1`, revision: sql`${matter.revision} + 1` },
      subject: sql`coalesce(${subject}, ${matter.subject})`,
      textRevision: sql`${matter.textRevision} + (${subject} is not null)::int`,
    })
    .where(inArray(matter.id, [...ids]))
    .returning(columns);
}

/**
 * The same with its words: where they say something else, their own revision rises too, so that a translation which names the one before is
 * outdated. `row`: the matter as it is, locked.
 */
export async function writeWords(
  tx: Tx,
  row: MatterRow,
  { language, subject, body }: MatterWords,
  patch: MatterPatch = {},
): Promise<MatterRow | undefined> {
  const isSame = row.language === language && row.subject === subject && row.body === body;
  const textRevision = isSame ? row.textRevision : row.textRevision + 1;
  return change(tx, row.id, { ...patch, language, subject, body, textRevision });
}

async function change(
  tx: Tx,
  id: string,
  patch: MatterPatch & Partial<Pick<MatterRow, "language" | "subject" | "body" | "textRevision">>,
): Promise<MatterRow | undefined> {
  const changed = await tx
    .update(matter)
    .set({ ...patch, revision: sql`${matter.revision} + 1` })
    .where(eq(matter.id, id))
    .returning(columns);
  return changed[0];
}

/** Keeps what these matters say at this moment as the versions that were filed. */
export async function freezeMatterVersions(tx: Tx, rows: readonly MatterRow[], stamp: Stamp): Promise<void> {
  if (rows.length > 0)
    await tx.insert(matterVersion).values(
      rows.map(({ id, version, language, subject, body, textRevision }) => ({
        ...{ matterId: id, version, language, subject, body, textRevision },
        ...stamp,
      })),
    );
}

/** What was filed, oldest first. */
export async function listMatterVersions(tx: Tx, matterId: string): Promise<readonly MatterVersionRow[]> {
  return tx
    .select()
    .from(matterVersion)
    .where(eq(matterVersion.matterId, matterId))
    .orderBy(asc(matterVersion.version));
}

/** Words of these matters in other languages, oldest first; also those of earlier words. */
export async function listTranslations(tx: Tx, matterIds: readonly string[]): Promise<readonly TranslationRow[]> {
  return tx
    .select(translationColumns)
    .from(translation)
    .where(inArray(translation.matterId, [...matterIds]))
    .orderBy(asc(translation.at), asc(translation.id));
}

export async function insertTranslations(tx: Tx, rows: readonly (typeof translation.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(translation).values([...rows]);
}

/** What a matter is about. */
export interface MatterLink {
  readonly kind: LinkKind;
  readonly code: string;
}

/**
 * Says what a matter is about, and nothing else: what is missing in the list is taken off and stays in the record. `linkedByCode`: who says so, if it is
 * not its author; what others say of it stays.
 */
export async function setLinks(
  tx: Tx,
  matterId: string,
  wanted: readonly MatterLink[],
  {
    at,
    by,
    newId,
    linkedByCode = null,
  }: Pick<Stamp, "at" | "by"> & { readonly newId: () => string; readonly linkedByCode?: string | null },
): Promise<void> {
  const ofSide = linkedByCode === null ? isNull(matterLink.linkedByCode) : eq(matterLink.linkedByCode, linkedByCode);
  const now = await tx
    .select({ id: matterLink.id, kind: matterLink.kind, code: matterLink.code })
    .from(matterLink)
    .where(and(eq(matterLink.matterId, matterId), isNull(matterLink.removedAt), ofSide));
  const isIn = (list: readonly MatterLink[], { kind, code }: MatterLink) =>
    list.some((one) => one.kind === kind && one.code === code);
  const gone = now.filter((one) => !isIn(wanted, one));
  if (gone.length > 0)
    await tx
      .update(matterLink)
      .set({ removedAt: at, removedBy: by })
      .where(
        inArray(
          matterLink.id,
          gone.map(({ id }) => id),
        ),
      );
  const fresh = wanted.filter((one, place) => !isIn(now, one) && !isIn(wanted.slice(0, place), one));
  if (fresh.length > 0)
    await tx
      .insert(matterLink)
      .values(
        fresh.map(({ kind, code }) => ({ id: newId(), matterId, kind, code, linkedByCode, addedAt: at, addedBy: by })),
      );
}

/** Notes that a version was on the screen of somebody of this side; the first look counts. */
export async function noteSeen(tx: Tx, row: typeof matterSeen.$inferInsert): Promise<boolean> {
  const added = await tx.insert(matterSeen).values(row).onConflictDoNothing().returning({ id: matterSeen.id });
  return added.length > 0;
}

/** Who of other sides has had it on screen, as far as the actor may know, the first look first. */
export async function listSeen(tx: Tx, matterId: string): Promise<readonly MatterSeenRow[]> {
  return tx
    .select()
    .from(matterSeen)
    .where(eq(matterSeen.matterId, matterId))
    .orderBy(asc(matterSeen.at), asc(matterSeen.id));
}

export async function appendMatterActs(tx: Tx, rows: readonly (typeof matterAct.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(matterAct).values([...rows]);
}

/** What was done to a matter, as far as the actor may know, oldest first. */
export async function listMatterActs(tx: Tx, matterId: string): Promise<readonly MatterActRow[]> {
  return tx.select().from(matterAct).where(eq(matterAct.matterId, matterId)).orderBy(asc(matterAct.revision));
}

export async function insertMatterReply(tx: Tx, row: typeof matterReply.$inferInsert): Promise<void> {
  await tx.insert(matterReply).values(row);
}

/** What was replied to these matters, oldest first; what was taken back only for those who may know. */
export async function listMatterReplies(tx: Tx, matterIds: readonly string[]): Promise<readonly MatterReplyRow[]> {
  return tx
    .select()
    .from(matterReply)
    .where(inArray(matterReply.matterId, [...matterIds]))
    .orderBy(asc(matterReply.at), asc(matterReply.id));
}

/** Takes a reply back; undefined if the actor may not, or if it was taken back before. */
export async function withdrawMatterReply(
  tx: Tx,
  id: string,
  { at, by, byName }: Stamp,
): Promise<MatterReplyRow | undefined> {
  const changed = await tx
    .update(matterReply)
    .set({ withdrawnAt: at, withdrawnBy: by, withdrawnByName: byName })
    .where(and(eq(matterReply.id, id), isNull(matterReply.withdrawnAt)))
    .returning();
  return changed[0];
}
