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

/** Of these, whatever their kinds, those that the actor may read: what they are, whose, and their words. */
export async function listMattersNamed(
  tx: Tx,
  ids: readonly string[],
): Promise<
  readonly Pick<
    MatterRow,
    "id" | "kind" | "authorCode" | "meetingId" | "state" | "language" | "subject" | "body" | "textRevision"
  >[]
> {
  if (ids.length === 0) return [];
  const { id, kind, authorCode, meetingId, state, language, subject, body, textRevision } = matter;
  return tx
    .select({ id, kind, authorCode, meetingId, state, language, subject, body, textRevision })
    .from(matter)
    .where(inArray(id, [...ids]));
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

/** Keeps what a matter says at this moment as the version that was filed. */
export async function freezeMatterVersion(
  tx: Tx,
  { id, version, language, subject, body, textRevision }: MatterRow,
  stamp: Stamp,
): Promise<void> {
  await tx.insert(matterVersion).values({ matterId: id, version, language, subject, body, textRevision, ...stamp });
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

export async function insertTranslation(tx: Tx, row: typeof translation.$inferInsert): Promise<void> {
  await tx.insert(translation).values(row);
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

export async function appendMatterAct(tx: Tx, row: typeof matterAct.$inferInsert): Promise<void> {
  await tx.insert(matterAct).values(row);
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
