import type { Tx } from "@avances/db";
import { appendAuditEvents } from "@avances/db/queries/audit-queries";
import { listSentAlongTo, wasSentAlong } from "@avances/db/queries/commitment-queries";
import { attachFiles, listFilesOf, listStoredFiles, type WantedFile } from "@avances/db/queries/file-queries";
import {
  appendMatterActs,
  fileMatters,
  findMatter,
  freezeMatterVersions,
  insertMatter,
  insertMatters,
  insertTranslations,
  listSeen,
  listTranslations,
  lockMatter,
  type MatterPatch,
  type MatterRow,
  updateMatter,
  updateMatters,
  writeWords,
} from "@avances/db/queries/matter-queries";
import { findMeeting } from "@avances/db/queries/meeting-queries";
import { listParticipants } from "@avances/db/queries/reference-queries";
import type { Actor } from "@avances/domain/access";
import { languages } from "@avances/domain/catalogue";
import { DomainError } from "@avances/domain/domain-error";
import {
  fileLimits,
  type MatterActKind,
  type MatterDraft,
  type MatterFault,
  matterFaults,
  mayShowTo,
  type ParticipantCode,
  participantOf,
  speaksFor,
  translationIn,
  type Visibility,
} from "@avances/domain/network";
import type { PersonalDetail } from "@avances/domain/text";
import type { Deps } from "#deps.ts";
import { found } from "./allow.ts";
import { askAboutDetails } from "./ask-about-details.ts";

/** Who acts on a matter, in which transaction, and when. */
export interface Acting extends Pick<Deps, "newId"> {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Date;
  /** Where something may be shown to everybody: below which counts of people figures are hidden. */
  readonly fewerThan?: number;
}

/** What everybody will read is asked about small counts of people. */
function fewestShown({ fewerThan }: Pick<Acting, "fewerThan">, visibility: Visibility): number | null {
  if (visibility !== "public") return null;
  if (fewerThan === undefined) throw new Error("nothing here is shown to everybody");
  return fewerThan;
}

/** A matter as somebody wrote it: its words, in the other language too if they were translated, and its files. */
export interface WrittenMatter extends Omit<MatterDraft, "kind" | "addressees" | "responsible"> {
  readonly translation: { readonly subject: string; readonly body: string } | null;
  readonly files: readonly WantedFile[];
  readonly overruled: readonly PersonalDetail[];
}

/** To whom a matter is put, and, of a commitment alone, who owes it. */
export interface Addressed {
  readonly addressees: readonly ParticipantCode[];
  readonly responsible: ParticipantCode | null;
  /** Of what is begun: the published document in which it stands. */
  readonly publicSource?: string | null;
  /** Of what is begun: the country that is shown it before all others. */
  readonly firstTo?: ParticipantCode | null;
}
/** Whoever is named twice is one addressee: pages and files have a line for each. */
const eachOnce = ({ addressees }: Addressed): ParticipantCode[] => [...new Set(addressees)];
const toNobody: Addressed = { addressees: [], responsible: null };

/**
 * The matter, locked, as the person who decides has seen it. Refuses with `revision-stale` and its present state (`current`) when it was changed
 * since, with `transition-refused` when it was withdrawn; one of another side is a missing one.
 */
export async function lockSeenMatter(
  { tx, actor }: Pick<Acting, "tx" | "actor">,
  { id, kind, revision }: Pick<MatterRow, "id" | "kind" | "revision">,
  current: () => Promise<unknown>,
): Promise<MatterRow> {
  // One that was withdrawn, perhaps while this waited for the lock, can no longer be locked.
  const row = (await lockMatter(tx, id, kind)) ?? found(await findMatter(tx, id, kind));
  if (!speaksFor(actor, row.authorCode)) throw new DomainError("not-found");
  if (row.revision !== revision) throw new DomainError("revision-stale", { current: await current() });
  if (row.state === "withdrawn") throw new DomainError("transition-refused");
  return row;
}

/** Refuses what cannot stand (`matter-refused`), and asks about details of persons (`personal-details`). Returns the words as they are kept. */
async function judgeMatter(
  acting: Acting,
  { id, kind }: Pick<MatterRow, "id" | "kind">,
  written: WrittenMatter,
  addressed: Addressed = toNobody,
): Promise<WrittenMatter> {
  const { tx, actor, now } = acting;
  const tidy = tidied(written);
  const known = new Set((await listParticipants(tx)).map(({ code }) => code));
  const ids = tidy.files.map(({ fileId }) => fileId);
  const side = participantOf(actor);
  const stored = side === null ? [] : await listStoredFiles(tx, side, ids);
  const isMeeting = tidy.meetingId === null || (await findMeeting(tx, tidy.meetingId)) !== undefined;
  const isEveryFileThere = new Set(ids).size === ids.length && stored.length === ids.length;
  const faults: readonly MatterFault[] = [
    ...matterFaults({ ...tidy, ...addressed, kind }, known),
    ...(isMeeting ? [] : (["meeting_unknown"] as const)),
    ...(ids.length > fileLimits.perMatter ? (["files_many"] as const) : []),
    ...(isEveryFileThere ? [] : (["file_unknown"] as const)),
  ];
  requireNoFault(faults);
  const said = [tidy, ...(tidy.translation === null ? [] : [tidy.translation])];
  await askAboutDetails(tx, actor, now, {
    matterId: id,
    texts: [...said.flatMap(({ subject, body }) => [subject, body]), ...stored.map(({ name }) => name)],
    overruled: tidy.overruled,
    fewerThan: fewestShown(acting, tidy.visibility),
  });
  return tidy;
}

function tidied(written: WrittenMatter): WrittenMatter {
  const { subject, body, translation } = written;
  return {
    ...written,
    ...{ subject: subject.trim(), body: body.trim() },
    translation: translation && { subject: translation.subject.trim(), body: translation.body.trim() },
  };
}

/** Refuses with `matter-refused` if there is any fault. */
function requireNoFault(faults: readonly MatterFault[]): void {
  if (faults.length > 0) throw new DomainError("matter-refused", { faults });
}

/** The first words of a matter, as a draft that its own side alone reads. Something of this id that is there already is a missing thing. */
export async function beginMatter(
  acting: Acting,
  { id, kind }: Pick<MatterRow, "id" | "kind">,
  written: WrittenMatter,
  addressed: Addressed = toNobody,
): Promise<MatterRow> {
  const { tx, actor, now } = acting;
  const tidy = await judgeMatter(acting, { id, kind }, written, addressed);
  const { language, subject, body, meetingId, visibility } = tidy;
  const row = await insertMatter(tx, {
    ...{ id, kind, authorCode: found(participantOf(actor)), meetingId, language, subject, body, textRevision: 1 },
    ...{ publicSource: addressed.publicSource ?? null, firstToCode: addressed.firstTo ?? null },
    ...{ visibility, addressees: eachOnce(addressed), state: "draft" as const, version: 0, revision: 1 },
    ...{ createdAt: now, createdBy: actor.userId, createdByName: actor.displayName },
  });
  if (row === undefined) throw new DomainError("not-found");
  await keepRest(acting, row, tidy);
  await noteMatterAct(acting, row, { act: "written", before: {}, after: { visibility } });
  return row;
}

/** Other words for a draft. `row`: locked. */
export async function rewriteMatter(
  acting: Acting,
  row: MatterRow,
  written: WrittenMatter,
  addressed: Addressed = toNobody,
): Promise<MatterRow> {
  if (row.state !== "draft") throw new DomainError("transition-refused");
  const tidy = await judgeMatter(acting, row, written, addressed);
  const { meetingId, visibility } = tidy;
  const patch = { meetingId, visibility, addressees: eachOnce(addressed) };
  const changed = found(await writeWords(acting.tx, row, tidy, patch));
  await keepRest(acting, changed, tidy);
  await noteMatterAct(acting, changed, {
    act: "written",
    before: { visibility: row.visibility },
    after: { visibility },
  });
  return changed;
}

/** Puts a draft before those for whom it is. `row`: locked. */
export async function fileMatter(acting: Acting, row: MatterRow): Promise<MatterRow> {
  if (row.state !== "draft") throw new DomainError("transition-refused");
  return fileWords(acting, row, row, {}, null);
}

/**
 * Files other words, with the files that this version holds. Earlier versions stay as they were filed. `row`: locked. `besides`: what its kind
 * changes with it, which no version freezes, for the record.
 */
export async function reviseMatter(
  acting: Acting,
  row: MatterRow,
  written: WrittenMatter,
  addressed: Addressed = { ...toNobody, addressees: row.addressees },
  besides: Changed = { before: {}, after: {} },
): Promise<MatterRow> {
  if (row.state !== "filed") throw new DomainError("transition-refused");
  const tidy = await judgeMatter(acting, row, written, addressed);
  const patch = { meetingId: tidy.meetingId, addressees: eachOnce(addressed) };
  return fileWords(acting, row, tidy, patch, tidy, besides);
}

/** Shows what was filed to more people, or to fewer while nobody of another side was sent it or has had it on screen. `row`: locked. */
export async function showMatter(
  acting: Acting,
  row: MatterRow,
  visibility: Visibility,
  overruled: readonly PersonalDetail[] = [],
): Promise<void> {
  if (row.state !== "filed") throw new DomainError("transition-refused");
  const isSeen = (await listSeen(acting.tx, row.id)).length > 0 || (await wasSentAlong(acting.tx, row.id));
  requireNoFault([
    ...(row.visibility === visibility ? (["same"] as const) : []),
    ...(mayShowTo(row, visibility, isSeen) ? [] : (["shown_already"] as const)),
  ]);
  if (visibility === "public") await askBeforeAll(acting, row, overruled);
  const publicSince = visibility === "public" ? acting.now : null;
  const changed = found(await updateMatter(acting.tx, row.id, { visibility, publicSince }));
  await noteMatterAct(acting, changed, {
    act: "visibility_changed",
    before: { visibility: row.visibility },
    after: { visibility },
  });
}

/** What was written for fewer is asked about anew before everybody reads it: its words in both languages, and the names of its files. */
async function askBeforeAll(acting: Acting, row: MatterRow, overruled: readonly PersonalDetail[]): Promise<void> {
  const { tx, actor, now } = acting;
  const translations = await listTranslations(tx, [row.id]);
  const counted = languages.flatMap((language) => translationIn(translations, language) ?? []);
  const files = (await listFilesOf(tx, { matterIds: [row.id] })).filter(({ version }) => version === row.version);
  await askAboutDetails(tx, actor, now, {
    matterId: row.id,
    texts: [...[row, ...counted].flatMap(({ subject, body }) => [subject, body]), ...files.map(({ name }) => name)],
    ...{ overruled, fewerThan: fewestShown(acting, "public") },
  });
}

/** Why somebody withdraws something, and how much of what others said to it was on their screen. */
export interface Withdrawal {
  readonly reason: string;
  readonly heard?: number | undefined;
}

/**
 * Withdraws a matter, or gives a draft up, with the reason. What was sent cannot be unsent: those to whom it was sent, with something else too, go on
 * reading it, marked as withdrawn. `row`: locked. `view`: of a kind to which others may answer, as whoever withdraws it reads it; what they said
 * meanwhile was not on screen, so it is refused with that (`revision-stale`).
 */
export async function withdrawMatter(
  acting: Acting,
  row: MatterRow,
  { reason, heard = 0 }: Withdrawal,
  view?: () => Promise<{ readonly heard: number }>,
): Promise<void> {
  const current = row.state === "filed" ? await view?.() : undefined;
  if (current !== undefined && current.heard > heard) throw new DomainError("revision-stale", { current });
  const why = reason.trim();
  const sentTo = row.state === "filed" ? await listSentAlongTo(acting.tx, row.id) : [];
  const changed = found(
    await updateMatter(acting.tx, row.id, {
      addressees: [...new Set([...row.addressees, ...sentTo])],
      ...{ state: "withdrawn", withdrawnAt: acting.now, withdrawnBy: acting.actor.userId },
      ...{ withdrawnByName: acting.actor.displayName, withdrawnReason: why },
    }),
  );
  await noteMatterAct(acting, changed, {
    ...{ act: "withdrawn", before: { state: row.state }, after: { state: "withdrawn" }, reason: why },
  });
}

async function fileWords(
  acting: Acting,
  row: MatterRow,
  words: Pick<MatterRow, "language" | "subject" | "body">,
  patch: MatterPatch,
  written: WrittenMatter | null,
  besides: Changed = { before: {}, after: {} },
): Promise<MatterRow> {
  const { tx, now } = acting;
  const version = row.version + 1;
  const publicSince = row.visibility === "public" ? (row.publicSince ?? now) : null;
  const filed = found(
    await writeWords(tx, row, words, { ...patch, state: "filed", version, filedAt: now, publicSince }),
  );
  if (written !== null) await keepRest(acting, filed, written);
  // Last: what a version holds is closed with it.
  await freezeMatterVersions(tx, [filed], stampOf(acting));
  const { visibility } = filed;
  await noteMatterAct(acting, filed, {
    act: "filed",
    before: { version: row.version, ...besides.before },
    after: { version, visibility, ...besides.after },
  });
  return filed;
}

/** The translation that was written along with the words, if it says anything new, and the files. */
async function keepRest(acting: Acting, row: MatterRow, { translation, files }: WrittenMatter): Promise<void> {
  const { tx, actor, now, newId } = acting;
  if (translation !== null) {
    const known = await listTranslations(tx, [row.id]);
    for (const language of languages.filter((one) => one !== row.language)) {
      const newest = translationIn(known, language);
      const isSame = newest?.subject === translation.subject && newest.body === translation.body;
      if (!isSame || newest.textRevision !== row.textRevision)
        await translateMatter(acting, row, { language, ...translation });
    }
  }
  const stamp = { at: now, by: actor.userId, newId };
  await attachFiles(tx, { matterId: row.id, version: Math.max(row.version, 1) }, files, stamp);
}

/** Words in another language for what the matter says now. */
export async function translateMatter(acting: Acting, row: MatterRow, words: TranslatedWords): Promise<void> {
  const { tx } = acting;
  await insertTranslations(tx, [translationOf(acting, row, words)]);
}

type TranslatedWords = Pick<MatterRow, "language" | "subject" | "body">;
const translationOf = ({ actor, now, newId }: Acting, row: MatterRow, words: TranslatedWords) => {
  const { language, subject, body } = words;
  return {
    ...{ id: newId(), matterId: row.id, textRevision: row.textRevision, language, subject, body },
    ...{ madeBy: "human" as const, participantCode: found(participantOf(actor)) },
    ...{ at: now, by: actor.userId, byName: actor.displayName },
  };
};

const stampOf = ({ actor, now }: Pick<Acting, "actor" | "now">) => ({
  ...{ at: now, by: actor.userId, byName: actor.displayName },
});

type Change = Readonly<Record<string, string | number | readonly string[] | null>>;
interface Changed {
  readonly before: Change;
  readonly after: Change;
}

/** Writes an act that has been done into the record of the matter and into the audit trail: codes, numbers and days, never words. */
export async function noteMatterAct(
  acting: Pick<Acting, "tx" | "actor" | "now">,
  row: Pick<MatterRow, "id" | "kind" | "revision">,
  said: NotedAct,
): Promise<void> {
  await noteMatterActs(acting, [row], () => said);
}

interface NotedAct {
  readonly act: MatterActKind;
  readonly before: Change;
  readonly after: Change;
  readonly reason?: string;
}

/** The same of several matters at once. */
async function noteMatterActs<Row extends Pick<MatterRow, "id" | "kind" | "revision">>(
  { tx, actor, now }: Pick<Acting, "tx" | "actor" | "now">,
  rows: readonly Row[],
  said: (row: Row) => NotedAct,
): Promise<void> {
  const noted = rows.map((row) => ({ ...row, ...said(row) }));
  await appendMatterActs(
    tx,
    noted.map(({ id, revision, act, before, after, reason = "" }) => ({
      ...{ matterId: id, revision, act, at: now, before, after, reason },
      ...{ actorId: actor.userId, actorName: actor.displayName, participantCode: found(participantOf(actor)) },
    })),
  );
  await appendAuditEvents(
    tx,
    noted.map(({ id, kind, revision, act, after }) => ({
      ...{ at: now, actor, action: `matter.${act.replaceAll("_", "-")}`, objectType: "matter", objectId: id },
      ...{ countryCode: actor.country, fields: Object.keys(after), detail: { kind, revision } },
    })),
  );
}

/** What is put before the Network together with others of its kind, which have no files and no addressees: its title, in the other language too if it was translated. */
export interface WrittenTitle extends TranslatedWords {
  readonly id: string;
  readonly translation: string | null;
}

/**
 * Puts several new matters of a meeting before the Network at once, in as many statements as for one. Who calls has judged them and asked about details
 * of persons. `hang`: writes what hangs on them, before they are filed.
 */
export async function fileNewMatters(
  acting: Acting,
  { kind, meetingId }: Pick<MatterRow, "kind" | "meetingId">,
  written: readonly WrittenTitle[],
  hang: () => Promise<void>,
): Promise<void> {
  if (written.length === 0) return;
  const { tx, actor, now } = acting;
  const visibility = "network";
  const rows = await insertMatters(
    tx,
    written.map(({ id, language, subject, body }) => ({
      ...{ id, kind, authorCode: found(participantOf(actor)), meetingId, language, subject, body, textRevision: 1 },
      ...{ visibility, addressees: [], state: "draft" as const, version: 0, revision: 1 },
      ...{ createdAt: now, createdBy: actor.userId, createdByName: actor.displayName },
    })),
  );
  if (rows.length < written.length) throw new DomainError("not-found");
  await insertTranslations(tx, translationsOf(acting, rows, written));
  await noteMatterActs(acting, rows, () => ({ act: "written", before: {}, after: { visibility } }));
  await hang();
  await noteFiled(acting, await fileMatters(tx, ids(rows), { filedAt: now }));
}

/** Files other titles of matters that were filed, each as its next version, with the translations that are given. `rows`: locked. */
export async function retitleMatters(
  acting: Acting,
  rows: readonly MatterRow[],
  written: readonly WrittenTitle[],
): Promise<void> {
  if (rows.some(({ state }) => state !== "filed")) throw new DomainError("transition-refused");
  const subjects = Object.fromEntries(written.map(({ id, subject }) => [id, subject]));
  const filed = await fileMatters(acting.tx, ids(rows), { subjects, filedAt: acting.now });
  await insertTranslations(acting.tx, translationsOf(acting, filed, written));
  await noteFiled(acting, filed);
}

/** Adds translations of matters, of what each says now. `rows`: locked. */
export async function translateMatters(
  acting: Acting,
  rows: readonly MatterRow[],
  written: readonly WrittenTitle[],
): Promise<void> {
  await insertTranslations(acting.tx, translationsOf(acting, rows, written));
}

/** Withdraws matters that were sent to nobody. `rows`: locked. */
export async function withdrawMatters(acting: Acting, rows: readonly MatterRow[], reason: string): Promise<void> {
  const { tx, actor, now } = acting;
  const by = { withdrawnAt: now, withdrawnBy: actor.userId, withdrawnByName: actor.displayName };
  const gone = await updateMatters(tx, ids(rows), { state: "withdrawn", ...by, withdrawnReason: reason });
  if (gone.length < rows.length) throw new DomainError("not-found");
  const before = { state: "filed" };
  await noteMatterActs(acting, gone, ({ state }) => ({ act: "withdrawn", before, after: { state }, reason }));
}

const ids = (rows: readonly Pick<MatterRow, "id">[]) => rows.map(({ id }) => id);

function translationsOf(acting: Acting, rows: readonly MatterRow[], written: readonly WrittenTitle[]) {
  return rows.flatMap((row) => {
    const translation = written.find(({ id }) => id === row.id)?.translation?.trim() ?? null;
    if (translation === null) return [];
    return languages
      .filter((language) => language !== row.language)
      .map((language) => translationOf(acting, row, { language, subject: translation, body: "" }));
  });
}

/** Versions are closed and acts noted of what was filed at once. */
async function noteFiled(acting: Acting, filed: readonly MatterRow[]): Promise<void> {
  await freezeMatterVersions(acting.tx, filed, stampOf(acting));
  await noteMatterActs(acting, filed, ({ version, visibility }) => ({
    ...{ act: "filed", before: { version: version - 1 }, after: { version, visibility } },
  }));
}
