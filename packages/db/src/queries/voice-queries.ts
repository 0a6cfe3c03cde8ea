import type {
  CompletionStep,
  ContributionKind,
  ParticipantCode,
  SourceKind,
  Stance,
  VoiceKind,
} from "@avances/domain/network";
import { and, asc, desc, eq, gte, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { completion, contribution, matter, matterLink, recommendation, stance } from "../schema/index.ts";
import type { Part } from "./list-pages.ts";
import { type MatterLink, type MatterRow, matterColumns } from "./matter-queries.ts";

export type VoiceRow = MatterRow & {
  readonly contributionKind: ContributionKind | null;
  readonly sourceKind: SourceKind | null;
  readonly source: string | null;
  readonly ownerCode: string | null;
};
export type StanceRow = typeof stance.$inferSelect;
export type CompletionRow = typeof completion.$inferSelect;
export type VoiceLink = MatterLink & { readonly matterId: string; readonly linkedByCode: string | null };

const { contributionKind } = contribution;
const { sourceKind, source, ownerCode } = recommendation;
const columns = { ...matterColumns, contributionKind, sourceKind, source, ownerCode };

export interface VoiceFilter {
  readonly kind: VoiceKind;
  readonly author?: string | undefined;
  readonly meeting?: string | undefined;
  /** To whom it is put, or about whom it is. */
  readonly country?: string | undefined;
  /** An indicator, an objective or an article. */
  readonly about?: string | undefined;
  readonly stance?: Stance | undefined;
  readonly step?: CompletionStep | undefined;
  readonly state?: MatterRow["state"];
  /** Put to this side, which has not said how it takes it. */
  readonly notTakenBy?: ParticipantCode;
  /** Only what was filed since. */
  readonly since?: Date;
  /** Only what was filed since, or what some addressee, or somebody else, has not last said to be over; also what nobody has spoken of. */
  readonly openOrSince?: Date;
}

const ofVoices = (tx: Tx) =>
  tx
    .select(columns)
    .from(matter)
    .leftJoin(contribution, eq(contribution.matterId, matter.id))
    .leftJoin(recommendation, eq(recommendation.matterId, matter.id));

function those(filter: VoiceFilter): SQL | undefined {
  const { kind, author, meeting, country, about, stance: taken, step, state, notTakenBy, since, openOrSince } = filter;
  const linked = (kinds: SQL, code: string) => sql`exists (
    select from app.matter_link l where l.matter_id = ${matter.id} and l.removed_at is null and l.kind in ${kinds} and l.code = ${code}
  )`;
  return and(
    eq(matter.kind, kind),
    author === undefined ? undefined : eq(matter.authorCode, author),
    meeting === undefined ? undefined : eq(matter.meetingId, meeting),
    country === undefined
      ? undefined
      : sql`(${country} = any (${matter.addressees}) or ${linked(sql`('country')`, country)})`,
    about === undefined ? undefined : linked(sql`('indicator', 'objective', 'article')`, about),
    // What each side said last.
    taken === undefined
      ? undefined
      : sql`exists (
          select from (
            select distinct on (s.participant_code) s.said from app.stance s
            where s.matter_id = ${matter.id} order by s.participant_code, s.at desc, s.id desc
          ) last where last.said = ${taken}
        )`,
    step === undefined
      ? undefined
      : sql`exists (
          select from (
            select distinct on (c.of_code, c.by_code) c.step from app.completion c
            where c.matter_id = ${matter.id} order by c.of_code, c.by_code, c.at desc, c.id desc
          ) last where last.step = ${step}
        )`,
    state === undefined ? undefined : eq(matter.state, state),
    notTakenBy === undefined
      ? undefined
      : sql`(${notTakenBy} = any (${matter.addressees}) and not exists (
          select from app.stance s where s.matter_id = ${matter.id} and s.participant_code = ${notTakenBy}
        ))`,
    since === undefined ? undefined : gte(matter.filedAt, since),
    openOrSince === undefined
      ? undefined
      : sql`(${gte(matter.filedAt, openOrSince)} or coalesce((
          select bool_or(last.step not in ('completed', 'withdrawn')) from (
            select distinct on (c.of_code, c.by_code) c.step from app.completion c
            where c.matter_id = ${matter.id} order by c.of_code, c.by_code, c.at desc, c.id desc
          ) last
        ), true))`,
  );
}

/** How many there are in all of what was asked for. */
export async function countVoices(tx: Tx, filter: VoiceFilter): Promise<number> {
  const [counted] = await tx.select({ total: sql<number>`count(*)::int` }).from(matter).where(those(filter));
  return counted?.total ?? 0;
}

/** Contributions or recommendations that the actor may read, the latest first. `part` null: all of them. */
export async function listVoices(tx: Tx, filter: VoiceFilter, part: Part | null): Promise<readonly VoiceRow[]> {
  const rows = ofVoices(tx)
    .where(those(filter))
    .orderBy(desc(sql`coalesce(${matter.filedAt}, ${matter.createdAt})`), desc(matter.id))
    .$dynamic();
  return part === null ? rows : rows.limit(part.limit).offset(part.offset);
}

/** Undefined also where the actor reads none, and where the matter is of another kind. */
export async function findVoice(tx: Tx, id: string): Promise<VoiceRow | undefined> {
  const [row] = await ofVoices(tx).where(
    and(eq(matter.id, id), inArray(matter.kind, ["contribution", "recommendation"])),
  );
  return row;
}

/** Those of these contributions and recommendations that the actor reads and that are filed. */
export async function listVoicesNamed(
  tx: Tx,
  ids: readonly string[],
): Promise<readonly Pick<MatterRow, "id" | "kind" | "authorCode" | "language" | "subject" | "textRevision">[]> {
  if (ids.length === 0) return [];
  const { id, kind, authorCode, language, subject, textRevision } = matter;
  return tx
    .select({ id, kind, authorCode, language, subject, textRevision })
    .from(matter)
    .where(and(inArray(id, [...ids]), inArray(kind, ["contribution", "recommendation"]), eq(matter.state, "filed")));
}

/** Says which kind of contribution a matter is. */
export async function putContribution(tx: Tx, matterId: string, kind: ContributionKind): Promise<void> {
  await tx
    .insert(contribution)
    .values({ matterId, contributionKind: kind })
    .onConflictDoUpdate({ target: contribution.matterId, set: { contributionKind: kind } });
}

/** Says where a recommendation comes from, and who sees to it. */
export async function putRecommendation(
  tx: Tx,
  matterId: string,
  said: Pick<typeof recommendation.$inferInsert, "sourceKind" | "source" | "ownerCode">,
): Promise<void> {
  await tx
    .insert(recommendation)
    .values({ matterId, ...said })
    .onConflictDoUpdate({ target: recommendation.matterId, set: said });
}

/** How these matters were taken, oldest first. */
export async function listStances(tx: Tx, matterIds: readonly string[]): Promise<readonly StanceRow[]> {
  return tx
    .select()
    .from(stance)
    .where(inArray(stance.matterId, [...matterIds]))
    .orderBy(asc(stance.at), asc(stance.id));
}

export async function insertStance(tx: Tx, row: typeof stance.$inferInsert): Promise<void> {
  await tx.insert(stance).values(row);
}

/** How far these recommendations were carried out, as each side said, oldest first. */
export async function listCompletion(tx: Tx, matterIds: readonly string[]): Promise<readonly CompletionRow[]> {
  return tx
    .select()
    .from(completion)
    .where(inArray(completion.matterId, [...matterIds]))
    .orderBy(asc(completion.at), asc(completion.id));
}

export async function insertCompletion(tx: Tx, row: typeof completion.$inferInsert): Promise<void> {
  await tx.insert(completion).values(row);
}

/** What these matters are about, and who says so: null = their author. */
export async function listVoiceLinks(tx: Tx, matterIds: readonly string[]): Promise<readonly VoiceLink[]> {
  const { matterId, kind, code, linkedByCode } = matterLink;
  return tx
    .select({ matterId, kind, code, linkedByCode })
    .from(matterLink)
    .where(and(inArray(matterLink.matterId, [...matterIds]), isNull(matterLink.removedAt)))
    .orderBy(asc(matterLink.addedAt), asc(matterLink.kind), asc(matterLink.code));
}
