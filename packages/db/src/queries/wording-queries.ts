import type { Language } from "@avances/domain/catalogue";
import type { Wording, WordingKind } from "@avances/domain/wording";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { noticeWording } from "../schema/index.ts";

type Row = typeof noticeWording.$inferSelect;

/** A version of the words; `words` null = the built-in ones. */
export type WordingRow = Omit<Row, keyof Wording> & { readonly words: Wording | null };

/** The words in force for one kind of notice in one language; `words` null = the built-in ones again. */
export interface WordingInForce {
  readonly id: string;
  readonly kind: WordingKind;
  readonly language: Language;
  readonly words: Wording | null;
}

const inForce = statement<Record<never, never>, Pick<Row, "id" | "kind" | "language" | keyof Wording>[]>((db) =>
  db
    .selectDistinctOn([noticeWording.kind, noticeWording.language], {
      id: noticeWording.id,
      kind: noticeWording.kind,
      language: noticeWording.language,
      subject: noticeWording.subject,
      opening: noticeWording.opening,
      closing: noticeWording.closing,
    })
    .from(noticeWording)
    .orderBy(asc(noticeWording.kind), asc(noticeWording.language), desc(noticeWording.version)),
);

/** Kinds whose words were never edited are absent. */
export async function listWordingsInForce(tx: Tx): Promise<readonly WordingInForce[]> {
  const rows = await inForce(tx, {});
  return rows.map(withWords);
}

function withWords<R extends Pick<Row, keyof Wording>>({ subject, opening, closing, ...row }: R) {
  return { ...row, words: subject === null ? null : { subject, opening: opening ?? "", closing: closing ?? "" } };
}

/** Every version of every kind, the newest first. */
export async function listWordings(tx: Tx): Promise<readonly WordingRow[]> {
  return (await tx.select().from(noticeWording).orderBy(desc(noticeWording.version))).map(withWords);
}

/** Every version of one kind in one language, the newest first. */
export async function listWordingVersions(
  tx: Tx,
  kind: WordingKind,
  language: Language,
): Promise<readonly WordingRow[]> {
  const rows = await tx
    .select()
    .from(noticeWording)
    .where(and(eq(noticeWording.kind, kind), eq(noticeWording.language, language)))
    .orderBy(desc(noticeWording.version));
  return rows.map(withWords);
}

/** Until the transaction ends, nobody else writes words of this kind in this language. */
export async function lockWording(tx: Tx, kind: WordingKind, language: Language): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`avances wording ${kind} ${language}`}, 0))`);
}

export async function insertWording(tx: Tx, row: typeof noticeWording.$inferInsert): Promise<void> {
  await tx.insert(noticeWording).values(row);
}

/** The words of one version; undefined = there is none. */
export async function findWords(tx: Tx, id: string): Promise<WordingInForce | undefined> {
  const { kind, language, subject, opening, closing } = noticeWording;
  const rows = await tx
    .select({ id: noticeWording.id, kind, language, subject, opening, closing })
    .from(noticeWording)
    .where(eq(noticeWording.id, id));
  return rows.map(withWords)[0];
}

/** With which version a message was made; undefined = there is none, or it has built-in words. */
export async function findWording(tx: Tx, id: string): Promise<WordingRow | undefined> {
  return (await tx.select().from(noticeWording).where(eq(noticeWording.id, id))).map(withWords)[0];
}
