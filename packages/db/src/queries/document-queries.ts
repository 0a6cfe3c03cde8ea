import { type Language, languages } from "@avances/domain/catalogue";
import type { DocumentKind, Visibility } from "@avances/domain/network";
import { and, asc, desc, eq, gte, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { document, matter, matterLink } from "../schema/index.ts";
import type { Part } from "./list-pages.ts";
import { type MatterLink, type MatterRow, matterColumns } from "./matter-queries.ts";

export type DocumentRow = MatterRow & { readonly documentKind: DocumentKind };

export interface DocumentFilter {
  /** Words as in a search engine; empty = any. */
  readonly words: string;
  readonly meetingId?: string | undefined;
  readonly documentKind?: DocumentKind | undefined;
  readonly visibility?: Visibility | undefined;
  /** What it belongs to: a code, or the id of a matter. */
  readonly about?: string | undefined;
  readonly state?: MatterRow["state"];
  /** Only what was filed since. */
  readonly since?: Date;
}

export type DocumentLink = MatterLink & { readonly matterId: string };

const columns = { ...matterColumns, documentKind: document.documentKind };

const those = ({ words, meetingId, documentKind, visibility, about, state, since }: DocumentFilter): SQL | undefined =>
  and(
    words === "" ? undefined : holdsWords(words),
    meetingId === undefined ? undefined : ofMeeting(meetingId),
    about === undefined ? undefined : linkedTo(sql`l.code = ${about}`),
    documentKind === undefined ? undefined : eq(document.documentKind, documentKind),
    visibility === undefined ? undefined : eq(matter.visibility, visibility),
    state === undefined ? undefined : eq(matter.state, state),
    since === undefined ? undefined : gte(matter.filedAt, since),
  );

/** How many there are in all of what was asked for. */
export async function countDocuments(tx: Tx, filter: DocumentFilter): Promise<number> {
  const [counted] = await tx
    .select({ total: sql<number>`count(*)::int` })
    .from(matter)
    .innerJoin(document, eq(document.matterId, matter.id))
    .where(those(filter));
  return counted?.total ?? 0;
}

/**
 * Documents that the actor may read, the latest first. Words are looked for in titles and summaries as they are shown now, in both languages, and in
 * the names of the files; each with the stems of both languages. `part` null: all of them.
 */
export async function listDocuments(
  tx: Tx,
  filter: DocumentFilter,
  part: Part | null,
): Promise<readonly DocumentRow[]> {
  const rows = ofDocuments(tx, columns)
    .where(those(filter))
    .orderBy(desc(sql`coalesce(${matter.filedAt}, ${matter.createdAt})`), desc(matter.id))
    .$dynamic();
  return part === null ? rows : rows.limit(part.limit).offset(part.offset);
}

function ofDocuments<Columns extends typeof columns>(tx: Tx, some: Columns) {
  return tx.select(some).from(matter).innerJoin(document, eq(document.matterId, matter.id));
}

/** Links that count, of the document of the row. What belongs to a matter that the actor may not read does not say so. */
const linkedTo = (those: SQL) =>
  sql`exists (
    select from app.matter_link l
    where l.matter_id = ${matter.id} and l.removed_at is null and ${those} and (l.kind <> 'matter' or exists (
      select from app.matter a where a.id::text = l.code
    ))
  )`;

/** Of a meeting is what says so, and what belongs to a point of its agenda. */
const ofMeeting = (meetingId: string) =>
  sql`(${matter.meetingId} = ${meetingId} or ${linkedTo(
    sql`l.kind = 'matter' and exists (select from app.matter i where i.id::text = l.code and i.kind = 'agenda_item' and i.meeting_id = ${meetingId})`,
  )})`;

/** What these documents belong to, in the order in which it was said; of matters those that the actor may read. */
export async function listDocumentLinks(tx: Tx, matterIds: readonly string[]): Promise<readonly DocumentLink[]> {
  if (matterIds.length === 0) return [];
  const { matterId, kind, code, removedAt, linkedByCode, addedAt } = matterLink;
  return tx
    .select({ matterId, kind, code })
    .from(matterLink)
    .where(
      and(
        inArray(matterId, [...matterIds]),
        isNull(removedAt),
        isNull(linkedByCode),
        sql`(${kind} <> 'matter' or exists (select from app.matter a where a.id::text = ${code}))`,
      ),
    )
    .orderBy(asc(addedAt), asc(kind), asc(code));
}

/** How words of a language are brought to their stems, and where those of a text stand. */
const stems: Readonly<Record<Language, { readonly of: SQL; readonly column: SQL }>> = {
  en: { of: sql`'english'`, column: sql`search_en` },
  es: { of: sql`'spanish'`, column: sql`search_es` },
};

/** Each text is asked in its own language, so that "de" or "the" finds nothing; the name of a file, which may be in any, in each. */
function holdsWords(words: string): SQL {
  const asked = (language: Language) => sql`websearch_to_tsquery(${stems[language].of}, ${words})`;
  const either = (make: (language: Language) => SQL) => sql`(${sql.join(languages.map(make), sql` or `)})`;
  const holds = (table: SQL) =>
    either(
      (language) => sql`${table}.language = ${language} and ${table}.${stems[language].column} @@ ${asked(language)}`,
    );
  return sql`(
    ${holds(sql`${matter}`)}
    or exists (
      select from app.translation t
      where t.matter_id = ${matter.id} and ${holds(sql`t`)} and not exists (
        select from app.translation n
        where n.matter_id = t.matter_id and n.language = t.language and (n.text_revision, n.at, n.id) > (t.text_revision, t.at, t.id)
      )
    )
    or exists (
      select from app.file_use u join app.file f on f.id = u.file_id
      where u.matter_id = ${matter.id} and u.removed_at is null and u.version = greatest(${matter.version}, 1)
        and ${either((language) => sql`to_tsvector(${stems[language].of}, translate(f.name, '._-', '   ')) @@ ${asked(language)}`)}
    )
  )`;
}

/** What kind of document a matter is; undefined also where the actor reads none. */
export async function findDocument(tx: Tx, id: string): Promise<DocumentRow | undefined> {
  return (await ofDocuments(tx, columns).where(eq(matter.id, id)))[0];
}

/** Says which kind of document a matter is. */
export async function putDocument(tx: Tx, matterId: string, documentKind: DocumentKind): Promise<void> {
  await tx
    .insert(document)
    .values({ matterId, documentKind })
    .onConflictDoUpdate({ target: document.matterId, set: { documentKind } });
}
