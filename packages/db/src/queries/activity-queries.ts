import {
  type ActivityAttendance,
  type ActivityListPlace,
  type ActivityResult,
  activityListPlaces,
  type ParticipantCode,
} from "@avances/domain/network";
import type { CalendarDate } from "@avances/domain/round";
import { and, asc, desc, eq, gte, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import {
  activity,
  activityAttendance,
  activityDecline,
  activityEndorsement,
  activityEvaluation,
  activityHeld,
  activityResult,
  activitySupport,
  matter,
  matterLink,
} from "../schema/index.ts";
import { type Part, type Today, todayOf } from "./list-pages.ts";
import { type MatterLink, type MatterRow, matterColumns } from "./matter-queries.ts";

type OfActivity = Omit<typeof activity.$inferSelect, "matterId">;
export type ActivityRow = MatterRow & OfActivity;
export type SupportRow = typeof activitySupport.$inferSelect;
export type DeclineRow = typeof activityDecline.$inferSelect;
export type EndorsementRow = typeof activityEndorsement.$inferSelect;
export type HeldRow = typeof activityHeld.$inferSelect;
export type AttendanceRow = typeof activityAttendance.$inferSelect;
export type EvaluationRow = typeof activityEvaluation.$inferSelect;
export type ResultRow = typeof activityResult.$inferSelect;
export type ActivityLink = MatterLink & { readonly matterId: string };

const { activityKind, audience, startsOn, endsOn, place, hostCode, funding, fundingNote } = activity;
const columns = {
  ...matterColumns,
  ...{ activityKind, audience, startsOn, endsOn, place, hostCode, funding, fundingNote },
};

const ofActivities = (tx: Tx) =>
  tx.select(columns).from(matter).innerJoin(activity, eq(activity.matterId, matter.id)).$dynamic();

export interface ActivityFilter {
  readonly place?: ActivityListPlace | undefined;
  /** Who proposes or supports it. */
  readonly actor?: ParticipantCode | undefined;
  /** Of the aims the Protocol, with which their codes begin. */
  readonly instrument?: string | undefined;
  readonly about?: string | undefined;
  readonly year?: string | undefined;
  /** Put to it, or it said something of it last. */
  readonly meeting?: string | undefined;
  readonly state?: MatterRow["state"];
  /** Only what has a day, and neither failed nor passed without a word of whether it was held. */
  readonly isDated?: boolean;
  /** Only what has a day, and was not over before this one. */
  readonly notOverBefore?: CalendarDate;
  /** Only what has neither been held nor not endorsed, what was put to this meeting or spoken of there, and what was filed or told since. */
  readonly ofPapers?: { readonly meeting: string; readonly since: Date | null };
  /** Only what may need something of this side. `decides`: it also notes what meetings said. */
  readonly mayNeed?: { readonly side: ParticipantCode; readonly decides: boolean };
}

/** What was said last: of a column of one of the tables that hang on a proposal. */
const last = (table: SQL, column: SQL) =>
  sql`(select o.${column} from ${table} o where o.matter_id = ${matter.id} order by o.at desc, o.id desc limit 1)`;
const endorsed = last(sql`app.activity_endorsement`, sql`said`);
const heldFrom = last(sql`app.activity_held`, sql`from_on`);
const isEvaluated = sql`exists (select from app.activity_evaluation o where o.matter_id = ${matter.id})`;
const isHeld = sql`(exists (select from app.activity_held o where o.matter_id = ${matter.id}) or ${isEvaluated})`;
const firstDay = sql`coalesce(${heldFrom}, ${activity.startsOn})`;

/** As `activityStage` and `activityPlace` of the domain say. */
const placeIn = (today: Today) => sql<ActivityListPlace>`case
  when ${matter.state} <> 'filed' then ${matter.state}
  when ${isHeld} then 'held'
  when ${endorsed} = 'not_endorsed' then 'not_endorsed'
  when coalesce(${activity.endsOn}, ${activity.startsOn}) < ${todayOf(today, sql`coalesce(${activity.hostCode}, ${matter.authorCode})`)} then 'not_recorded'
  when ${endorsed} = 'endorsed' then 'to_come'
  else 'proposed' end`;

/** Sides whose last word is that they support it. */
const supporters = (of: SQL) =>
  sql`select s.participant_code from (
    select distinct on (o.matter_id, o.participant_code) o.participant_code, o.supports from app.activity_support o
    where ${of} order by o.matter_id, o.participant_code, o.at desc, o.id desc
  ) s where s.supports`;
const aims = sql`l.removed_at is null and l.linked_by_code is null and l.kind in ('indicator', 'objective')`;
const aimsAt = (which: SQL) =>
  sql`exists (select from app.matter_link l where l.matter_id = ${matter.id} and ${aims} and ${which})`;

function those(filter: ActivityFilter, today: Today): SQL | undefined {
  const { place, actor, instrument, about, year, meeting, state, isDated, notOverBefore, ofPapers, mayNeed } = filter;
  const spokenOfAt = (id: string) =>
    sql`(${matter.meetingId} = ${id} or ${last(sql`app.activity_endorsement`, sql`meeting_id`)} = ${id})`;
  return and(
    eq(matter.kind, "activity"),
    place === undefined ? undefined : sql`${placeIn(today)} = ${place}`,
    actor === undefined
      ? undefined
      : sql`(${matter.authorCode} = ${actor} or ${actor} in (${supporters(sql`o.matter_id = ${matter.id}`)}))`,
    instrument === undefined ? undefined : aimsAt(sql`split_part(l.code, '-', 1) = ${instrument}`),
    about === undefined ? undefined : aimsAt(sql`l.code = ${about}`),
    year === undefined ? undefined : sql`to_char(${firstDay}, 'YYYY') = ${year}`,
    meeting === undefined ? undefined : spokenOfAt(meeting),
    state === undefined ? undefined : eq(matter.state, state),
    isDated ? sql`${firstDay} is not null and ${placeIn(today)} in ('held', 'proposed', 'to_come')` : undefined,
    notOverBefore === undefined
      ? undefined
      : sql`coalesce(${last(sql`app.activity_held`, sql`until_on`)}, ${heldFrom}, ${activity.endsOn}, ${activity.startsOn}) >= ${notOverBefore}::date`,
    ofPapers === undefined
      ? undefined
      : or(
          sql`${placeIn(today)} not in ('held', 'not_endorsed')`,
          spokenOfAt(ofPapers.meeting),
          ...(ofPapers.since === null
            ? []
            : [
                gte(matter.filedAt, ofPapers.since),
                ...[last(sql`app.activity_held`, sql`at`), last(sql`app.activity_evaluation`, sql`at`)].map(
                  (at) => sql`${at} >= ${ofPapers.since?.toISOString()}::timestamptz`,
                ),
              ]),
        ),
    mayNeed === undefined
      ? undefined
      : and(
          eq(matter.state, "filed"),
          or(
            // Its days have passed, or it was held and nobody has said what came of it.
            sql`(${matter.authorCode} = ${mayNeed.side} and not ${isEvaluated} and ${placeIn(today)} in ('not_recorded', 'held'))`,
            sql`(${mayNeed.side} = any (${matter.addressees}) and ${placeIn(today)} = 'proposed')`,
            mayNeed.decides
              ? sql`(${matter.meetingId} is not null and ${endorsed} is null and not ${isHeld})`
              : undefined,
          ),
        ),
  );
}

/** How many there are in all of what was asked for. */
export async function countActivities(tx: Tx, filter: ActivityFilter, today: Today): Promise<number> {
  const [counted] = await tx
    .select({ total: sql<number>`count(*)::int` })
    .from(matter)
    .innerJoin(activity, eq(activity.matterId, matter.id))
    .where(those(filter, today));
  return counted?.total ?? 0;
}

/** What the proposals that the actor may read offer to be asked for. */
export async function offeredByActivities(
  tx: Tx,
  today: Today,
): Promise<{
  readonly places: readonly ActivityListPlace[];
  readonly actors: readonly ParticipantCode[];
  readonly aims: readonly string[];
  readonly years: readonly string[];
}> {
  const each = (what: SQL) =>
    sql<string[]>`coalesce(array_agg(distinct ${what}) filter (where ${what} is not null), '{}')`;
  const [row] = await tx
    .select({
      places: each(placeIn(today)),
      authors: each(sql`${matter.authorCode}`),
      years: each(sql`to_char(${firstDay}, 'YYYY')`),
      supporters: sql<string[]>`array(select distinct p from (${supporters(sql`true`)}) x (p))`,
      aims: sql<
        string[]
      >`array(select distinct l.code from app.matter_link l join app.activity a on a.matter_id = l.matter_id where ${aims})`,
    })
    .from(matter)
    .innerJoin(activity, eq(activity.matterId, matter.id));
  if (row === undefined) throw new Error("what is offered is one row");
  return {
    places: activityListPlaces.filter((place) => row.places.includes(place)),
    actors: [...new Set([...row.authors, ...row.supporters])].sort(),
    aims: row.aims.sort(),
    years: row.years.sort().reverse(),
  };
}

/**
 * Proposals that the actor may read, by where they stand: within a place what has a day by its day, the next first, of what was held the latest, and
 * what was filed last before others.
 */
export async function listActivities(
  tx: Tx,
  filter: ActivityFilter,
  today: Today,
  { limit, offset }: Part,
): Promise<readonly ActivityRow[]> {
  const place = placeIn(today);
  return ofActivities(tx)
    .where(those(filter, today))
    .orderBy(
      sql`array_position(${sql.param(activityListPlaces)}::text[], ${place})`,
      sql`case when ${place} = 'held' then ${firstDay} end desc nulls last`,
      sql`${firstDay} nulls last`,
      desc(sql`coalesce(${matter.filedAt}, ${matter.createdAt})`),
      desc(matter.id),
    )
    .limit(limit)
    .offset(offset);
}

/** All proposals of these that the actor may read, what was filed last first: for papers that must be whole, and for what chooses few. */
export async function listAllActivities(tx: Tx, filter: ActivityFilter, today: Today): Promise<readonly ActivityRow[]> {
  return ofActivities(tx)
    .where(those(filter, today))
    .orderBy(desc(sql`coalesce(${matter.filedAt}, ${matter.createdAt})`), desc(matter.id));
}

/** Undefined also where the actor reads none, and where the matter is of another kind. */
export async function findActivity(tx: Tx, id: string): Promise<ActivityRow | undefined> {
  const [row] = await ofActivities(tx).where(and(eq(matter.id, id), eq(matter.kind, "activity")));
  return row;
}

/** Says what only a proposal has. */
export async function putActivity(tx: Tx, matterId: string, said: OfActivity): Promise<void> {
  await tx
    .insert(activity)
    .values({ matterId, ...said })
    .onConflictDoUpdate({ target: activity.matterId, set: said });
}

/** At what these proposals aim. */
export async function listActivityLinks(tx: Tx, matterIds: readonly string[]): Promise<readonly ActivityLink[]> {
  const { matterId, kind, code } = matterLink;
  return tx
    .select({ matterId, kind, code })
    .from(matterLink)
    .where(
      and(inArray(matterLink.matterId, [...matterIds]), isNull(matterLink.removedAt), isNull(matterLink.linkedByCode)),
    )
    .orderBy(asc(matterLink.addedAt), asc(matterLink.kind), asc(matterLink.code));
}

/** Who supports these proposals, or does so no longer, oldest first. */
export async function listSupport(tx: Tx, matterIds: readonly string[]): Promise<readonly SupportRow[]> {
  return tx
    .select()
    .from(activitySupport)
    .where(inArray(activitySupport.matterId, [...matterIds]))
    .orderBy(asc(activitySupport.at), asc(activitySupport.id));
}

export async function insertSupport(tx: Tx, row: typeof activitySupport.$inferInsert): Promise<void> {
  await tx.insert(activitySupport).values(row);
}

/** Who declined to support these proposals when asked, as far as the actor may know, oldest first. */
export async function listDeclines(tx: Tx, matterIds: readonly string[]): Promise<readonly DeclineRow[]> {
  return tx
    .select()
    .from(activityDecline)
    .where(inArray(activityDecline.matterId, [...matterIds]))
    .orderBy(asc(activityDecline.at), asc(activityDecline.id));
}

export async function insertDecline(tx: Tx, row: typeof activityDecline.$inferInsert): Promise<void> {
  await tx.insert(activityDecline).values(row);
}

/** What meetings said of these proposals, as it was noted, oldest first. */
export async function listEndorsements(tx: Tx, matterIds: readonly string[]): Promise<readonly EndorsementRow[]> {
  return tx
    .select()
    .from(activityEndorsement)
    .where(inArray(activityEndorsement.matterId, [...matterIds]))
    .orderBy(asc(activityEndorsement.at), asc(activityEndorsement.id));
}

export async function insertEndorsement(tx: Tx, row: typeof activityEndorsement.$inferInsert): Promise<void> {
  await tx.insert(activityEndorsement).values(row);
}

/** When these activities were held, as it was said, oldest first. */
export async function listHeld(tx: Tx, matterIds: readonly string[]): Promise<readonly HeldRow[]> {
  return tx
    .select()
    .from(activityHeld)
    .where(inArray(activityHeld.matterId, [...matterIds]))
    .orderBy(asc(activityHeld.at), asc(activityHeld.id));
}

/** How many took part, in the order in which it was written. */
export async function listActivityAttendance(tx: Tx, matterIds: readonly string[]): Promise<readonly AttendanceRow[]> {
  return tx
    .select()
    .from(activityAttendance)
    .where(inArray(activityAttendance.matterId, [...matterIds]))
    .orderBy(asc(activityAttendance.heldId), asc(activityAttendance.place));
}

/** Says that it was held, with how many took part. */
export async function insertHeld(
  tx: Tx,
  row: typeof activityHeld.$inferInsert,
  attendance: readonly ActivityAttendance[],
): Promise<void> {
  await tx.insert(activityHeld).values(row);
  if (attendance.length > 0)
    await tx.insert(activityAttendance).values(
      attendance.map(({ country, institution, persons }, index) => ({
        ...{ heldId: row.id, matterId: row.matterId, place: index + 1, countryCode: country, institution, persons },
      })),
    );
}

/** What came of these activities, as it was said, oldest first. */
export async function listEvaluations(tx: Tx, matterIds: readonly string[]): Promise<readonly EvaluationRow[]> {
  return tx
    .select()
    .from(activityEvaluation)
    .where(inArray(activityEvaluation.matterId, [...matterIds]))
    .orderBy(asc(activityEvaluation.at), asc(activityEvaluation.id));
}

/** What was found of indicators, in the order in which it was written. */
export async function listResults(tx: Tx, matterIds: readonly string[]): Promise<readonly ResultRow[]> {
  return tx
    .select()
    .from(activityResult)
    .where(inArray(activityResult.matterId, [...matterIds]))
    .orderBy(asc(activityResult.evaluationId), asc(activityResult.place));
}

/** Says what came of it, with what was found of indicators. */
export async function insertEvaluation(
  tx: Tx,
  row: typeof activityEvaluation.$inferInsert,
  results: readonly ActivityResult[],
): Promise<void> {
  await tx.insert(activityEvaluation).values(row);
  if (results.length > 0)
    await tx.insert(activityResult).values(
      results.map(({ indicator, year, text }, index) => ({
        ...{ evaluationId: row.id, matterId: row.matterId, place: index + 1, indicatorCode: indicator, year, text },
      })),
    );
}
