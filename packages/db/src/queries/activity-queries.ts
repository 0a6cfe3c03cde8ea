import type { ActivityAttendance, ActivityResult } from "@avances/domain/network";
import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
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

/** Proposals that the actor may read, the latest first. */
export async function listActivities(tx: Tx): Promise<readonly ActivityRow[]> {
  return ofActivities(tx)
    .where(eq(matter.kind, "activity"))
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
