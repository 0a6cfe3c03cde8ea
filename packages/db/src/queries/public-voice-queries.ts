import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import {
  completion,
  contribution,
  document,
  file,
  fileUse,
  matter,
  matterLink,
  matterReply,
  recommendation,
  stance,
  translation,
} from "../schema/index.ts";

/*
 * What is shown to everybody of what was put before the Network, for the edition. Role `app_publisher`: its policies leave out what is not filed,
 * open and public, and what was answered before it was.
 */

/** Something that is public, and a hash of all that is public of it: the same hash and the same code make the same part. */
export interface PublicState {
  readonly id: string;
  readonly isDocument: boolean;
  readonly state: string;
  /** What it is about, and to whom it is put, as `kind/code`, each once. */
  readonly subjects: readonly string[];
}

/** All of it, the latest first. */
export async function listPublicStates(tx: Tx): Promise<readonly PublicState[]> {
  const idsOf = (table: SQL) =>
    sql`(select string_agg(x.id::text, ',' order by x.id) from ${table} x where x.matter_id = m.id)`;
  const { rows } = await tx.execute<Record<keyof PublicState, never>>(sql`
    with names as (select md5(string_agg(concat_ws(' ', p.code, p.name, p.abbreviation), ',' order by p.code)) as hash from ref.participant p)
    select m.id, m.kind = 'document' as "isDocument",
      md5(concat_ws('|', names.hash, m.version, m.text_revision, extract(epoch from m.public_since), ${idsOf(sql`${translation}`)},
        'links', (select string_agg(concat_ws(' ', l.kind, l.code, l.linked_by_code), ',' order by l.kind, l.code, l.linked_by_code)
          from app.matter_link l where l.matter_id = m.id),
        'stances', ${idsOf(sql`${stance}`)}, 'completion', ${idsOf(sql`${completion}`)}, 'replies', ${idsOf(sql`${matterReply}`)})) as state,
      coalesce((select array_agg(distinct s.subject order by s.subject) from (
        select l.kind || '/' || l.code as subject from app.matter_link l where l.matter_id = m.id and l.kind <> 'matter'
        union select 'country/' || a.code from unnest(m.addressees) as a (code)
      ) s), '{}') as subjects
    from app.matter m, names
    where m.visibility = 'public'
    order by m.filed_at desc, m.id desc`);
  return rows;
}

export type PublicMatterRow = Awaited<ReturnType<typeof listPublicMatters>>[number];

/** These of them, in no order. */
export async function listPublicMatters(tx: Tx, ids: readonly string[]) {
  const { id, kind, authorCode, language, subject, body, textRevision, addressees, version } = matter;
  return tx
    .select({
      ...{ id, kind, authorCode, language, subject, body, textRevision, addressees, version },
      ...{ filedAt: matter.filedAt, publicSince: matter.publicSince, publicSource: matter.publicSource },
      contributionKind: contribution.contributionKind,
      ...{ sourceKind: recommendation.sourceKind, source: recommendation.source },
      documentKind: document.documentKind,
    })
    .from(matter)
    .leftJoin(contribution, eq(contribution.matterId, id))
    .leftJoin(recommendation, eq(recommendation.matterId, id))
    .leftJoin(document, eq(document.matterId, id))
    .where(inArray(id, [...ids]));
}

/** What hangs on these, each oldest first. */
export async function listOnPublicMatters(tx: Tx, ids: readonly string[]) {
  const isOf = [...ids];
  const of = { matterId: translation.matterId, at: translation.at, language: translation.language };
  return {
    translations: await tx
      .select({
        ...of,
        ...{ textRevision: translation.textRevision, madeBy: translation.madeBy },
        ...{ subject: translation.subject, body: translation.body },
      })
      .from(translation)
      .where(inArray(translation.matterId, isOf))
      .orderBy(asc(translation.at), asc(translation.id)),
    links: await tx
      .select({
        ...{ matterId: matterLink.matterId, kind: matterLink.kind, code: matterLink.code },
        linkedByCode: matterLink.linkedByCode,
      })
      .from(matterLink)
      .where(and(inArray(matterLink.matterId, isOf), isNull(matterLink.removedAt)))
      .orderBy(asc(matterLink.kind), asc(matterLink.code), asc(matterLink.linkedByCode)),
    stances: await tx
      .select({
        ...{ matterId: stance.matterId, by: stance.participantCode, said: stance.said },
        ...{ language: stance.language, text: stance.text, at: stance.at },
      })
      .from(stance)
      .where(inArray(stance.matterId, isOf))
      .orderBy(asc(stance.at), asc(stance.id)),
    completion: await tx
      .select({
        ...{ matterId: completion.matterId, of: completion.ofCode, by: completion.byCode, step: completion.step },
        ...{ language: completion.language, text: completion.text, at: completion.at },
      })
      .from(completion)
      .where(inArray(completion.matterId, isOf))
      .orderBy(asc(completion.at), asc(completion.id)),
    replies: await tx
      .select({
        ...{ id: matterReply.id, matterId: matterReply.matterId, by: matterReply.participantCode },
        ...{ said: matterReply.said, language: matterReply.language, text: matterReply.text, at: matterReply.at },
      })
      .from(matterReply)
      .where(inArray(matterReply.matterId, isOf))
      .orderBy(asc(matterReply.at), asc(matterReply.id)),
  };
}

export type PublicFileRow = Awaited<ReturnType<typeof listPublicFiles>>[number];

/** Every file that something public holds, with each thing that holds it. */
export async function listPublicFiles(tx: Tx) {
  const { id, storeKey, name, fileType, bytes, sha256 } = file;
  const { language, matterId, replyId } = fileUse;
  return tx
    .select({ id, storeKey, name, fileType, bytes, sha256, language, matterId, replyId })
    .from(fileUse)
    .innerJoin(file, eq(file.id, fileUse.fileId))
    .where(isNull(fileUse.removedAt))
    .orderBy(asc(fileUse.place), asc(file.id));
}
