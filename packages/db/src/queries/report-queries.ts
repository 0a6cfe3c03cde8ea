import type { ReportPoint } from "@avances/domain/network";
import { and, asc, desc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import {
  agendaItem,
  matter,
  meeting,
  report,
  reportComment,
  reportFigures,
  reportPoint,
  reportVersion,
} from "../schema/index.ts";
import { type MatterRow, matterColumns } from "./matter-queries.ts";
import type { MeetingRow } from "./meeting-queries.ts";

export type ReportRow = typeof report.$inferSelect;
export type ReportPointRow = typeof reportPoint.$inferSelect;
export type ReportVersionRow = typeof reportVersion.$inferSelect;
export type ReportCommentRow = typeof reportComment.$inferSelect;

/** A report with its matter. */
export interface WholeReport {
  readonly matter: MatterRow;
  readonly report: ReportRow;
}

/** The report of a meeting, as far as the actor may know that there is one. */
export async function findReportOfMeeting(tx: Tx, meetingId: string): Promise<WholeReport | undefined> {
  const [row] = await tx
    .select({ matter: matterColumns, report })
    .from(report)
    .innerJoin(matter, eq(matter.id, report.matterId))
    .where(eq(matter.meetingId, meetingId))
    .orderBy(asc(matter.createdAt));
  return row;
}

/** Of each meeting whose report was considered: the report, and on which day. */
export async function listConsideredReports(
  tx: Tx,
): Promise<
  readonly { readonly id: string; readonly meetingId: string | null; readonly consideredOn: string | null }[]
> {
  return tx
    .select({ id: matter.id, meetingId: matter.meetingId, consideredOn: report.consideredOn })
    .from(report)
    .innerJoin(matter, eq(matter.id, report.matterId))
    .where(and(eq(report.stage, "considered"), eq(matter.state, "filed")))
    .orderBy(asc(report.consideredOn), asc(matter.id));
}

export async function findReport(tx: Tx, matterId: string): Promise<WholeReport | undefined> {
  const [row] = await tx
    .select({ matter: matterColumns, report })
    .from(report)
    .innerJoin(matter, eq(matter.id, report.matterId))
    .where(eq(report.matterId, matterId));
  return row;
}

/** Until the transaction ends nobody else begins the report of this meeting. */
export async function lockReportOfMeeting(tx: Tx, meetingId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`report of ${meetingId}`}, 0))`);
}

export async function insertReport(tx: Tx, row: typeof report.$inferInsert): Promise<void> {
  await tx.insert(report).values(row);
}

/** Undefined if the actor may not. */
export async function updateReport(
  tx: Tx,
  matterId: string,
  patch: Partial<Omit<ReportRow, "matterId">>,
): Promise<ReportRow | undefined> {
  return (await tx.update(report).set(patch).where(eq(report.matterId, matterId)).returning())[0];
}

/** The points of the working copy, in their order. */
export async function listReportPoints(tx: Tx, matterId: string): Promise<readonly ReportPointRow[]> {
  return tx
    .select()
    .from(reportPoint)
    .where(and(eq(reportPoint.matterId, matterId), isNull(reportPoint.removedAt)))
    .orderBy(asc(reportPoint.place), asc(reportPoint.id));
}

/** Those that were added: an id that some point has already, of whatever report, is left alone. */
export async function insertReportPoints(
  tx: Tx,
  rows: readonly (typeof reportPoint.$inferInsert)[],
): Promise<readonly Pick<ReportPointRow, "id">[]> {
  return tx
    .insert(reportPoint)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ id: reportPoint.id });
}

/** Other words, verb or speaker. Undefined: it is not of this report, or the actor may not. */
export async function writeReportPoint(
  tx: Tx,
  { id, matterId }: Pick<ReportPointRow, "id" | "matterId">,
  patch: Partial<Pick<ReportPointRow, "level" | "verb" | "speakerCode" | "words" | "voices">>,
): Promise<ReportPointRow | undefined> {
  const changed = await tx
    .update(reportPoint)
    .set(patch)
    .where(and(eq(reportPoint.id, id), eq(reportPoint.matterId, matterId), isNull(reportPoint.removedAt)))
    .returning();
  return changed[0];
}

/** Puts each point in its place, at its level. */
export async function arrangeReportPoints(
  tx: Tx,
  matterId: string,
  places: readonly Pick<ReportPointRow, "id" | "place" | "level">[],
): Promise<void> {
  if (places.length === 0) return;
  const each = (what: (one: (typeof places)[number]) => string | number) => sql.param(places.map(what));
  await tx
    .update(reportPoint)
    .set({ place: sql`to_be.place`, level: sql`to_be.level` })
    .from(
      sql`unnest(${each(({ id }) => id)}::uuid[], ${each(({ place }) => place)}::int[], ${each(({ level }) => level)}::int[]) as to_be (id, place, level)`,
    )
    .where(and(sql`${reportPoint.id} = to_be.id`, eq(reportPoint.matterId, matterId)));
}

/** Takes points out of the working copy; versions that were sent keep them. */
export async function removeReportPoints(
  tx: Tx,
  matterId: string,
  ids: readonly string[],
  by: { readonly removedAt: Date; readonly removedBy: string },
): Promise<void> {
  await tx
    .update(reportPoint)
    .set(by)
    .where(and(eq(reportPoint.matterId, matterId), inArray(reportPoint.id, [...ids])));
}

/** The charts and tables of the working copy, in their order. */
export async function listReportFigures(
  tx: Tx,
  matterId: string,
): Promise<(typeof reportFigures.$inferSelect)["choices"]> {
  const rows = await tx
    .select({ choices: reportFigures.choices })
    .from(reportFigures)
    .where(eq(reportFigures.matterId, matterId));
  return rows[0]?.choices ?? [];
}

/** Sets them, all at once. Undefined if the actor may not. */
export async function setReportFigures(
  tx: Tx,
  row: typeof reportFigures.$inferInsert,
): Promise<Pick<typeof reportFigures.$inferSelect, "matterId"> | undefined> {
  const { choices, chosenAt, chosenBy } = row;
  const set = await tx
    .insert(reportFigures)
    .values(row)
    .onConflictDoUpdate({ target: reportFigures.matterId, set: { choices, chosenAt, chosenBy } })
    .returning({ matterId: reportFigures.matterId });
  return set[0];
}

export async function insertReportVersion(tx: Tx, row: typeof reportVersion.$inferInsert): Promise<void> {
  await tx.insert(reportVersion).values(row);
}

/** What was sent, as far as the actor reads it, the newest first; without what it says. */
export async function listReportVersions(
  tx: Tx,
  matterId: string,
): Promise<readonly Omit<ReportVersionRow, "content" | "figures" | "by">[]> {
  const { version, stage, visibility, at, byName } = reportVersion;
  return tx
    .select({ matterId: reportVersion.matterId, version, stage, visibility, at, byName })
    .from(reportVersion)
    .where(eq(reportVersion.matterId, matterId))
    .orderBy(desc(version));
}

export async function findReportVersion(
  tx: Tx,
  matterId: string,
  version: number,
): Promise<ReportVersionRow | undefined> {
  const [row] = await tx
    .select()
    .from(reportVersion)
    .where(and(eq(reportVersion.matterId, matterId), eq(reportVersion.version, version)));
  return row;
}

/** A report whose points the actor reads: of the working copy, or of a version that was sent. */
export interface ReadPoints {
  readonly reportId: string;
  readonly meeting: Pick<MeetingRow, "id" | "bodyCode" | "heldOn">;
  /** Null: the working copy. */
  readonly version: number | null;
  readonly points: readonly Pick<ReportPoint, "id" | "level" | "voices">[];
}

/**
 * Reports that speak of a contribution or a recommendation, with all their points: the working copies that the actor writes, and of each other
 * report the last version that the actor reads.
 */
export async function listReportsThatSpeakOf(tx: Tx, voiceId: string): Promise<readonly ReadPoints[]> {
  const ofMeeting = { id: meeting.id, bodyCode: meeting.bodyCode, heldOn: meeting.heldOn };
  const written = await tx
    .select({
      meeting: ofMeeting,
      reportId: report.matterId,
      id: reportPoint.id,
      level: reportPoint.level,
      voices: reportPoint.voices,
    })
    .from(reportPoint)
    .innerJoin(report, eq(report.matterId, reportPoint.matterId))
    .innerJoin(matter, eq(matter.id, report.matterId))
    .innerJoin(meeting, eq(meeting.id, matter.meetingId))
    .where(
      and(
        isNull(reportPoint.removedAt),
        inArray(report.stage, ["draft", "circulated"]),
        sql`${report.matterId} in (
          select p.matter_id from app.report_point p where p.removed_at is null and ${voiceId}::uuid = any (p.voices)
        )`,
      ),
    )
    .orderBy(asc(reportPoint.place), asc(reportPoint.id));
  const speaks = JSON.stringify({ points: [{ voices: [voiceId] }] });
  const sent = await tx
    .select({
      meeting: ofMeeting,
      reportId: reportVersion.matterId,
      version: reportVersion.version,
      content: reportVersion.content,
    })
    .from(reportVersion)
    .innerJoin(matter, eq(matter.id, reportVersion.matterId))
    .innerJoin(meeting, eq(meeting.id, matter.meetingId))
    .where(
      and(
        sql`${reportVersion.content} @> ${speaks}::jsonb`,
        sql`${reportVersion.version} = (select max(v.version) from app.report_version v where v.matter_id = ${reportVersion.matterId})`,
      ),
    );
  const working = Map.groupBy(written, ({ reportId }) => reportId);
  return [
    ...[...working].flatMap(([reportId, points]) =>
      points[0] === undefined ? [] : [{ reportId, meeting: points[0].meeting, version: null, points }],
    ),
    ...sent
      .filter(({ reportId }) => !working.has(reportId))
      .map(({ content, ...one }) => ({
        ...one,
        points: content.points.map(({ id, level, voices = [] }) => ({ id, level, voices })),
      })),
  ];
}

export async function insertReportComment(tx: Tx, row: typeof reportComment.$inferInsert): Promise<void> {
  await tx.insert(reportComment).values(row);
}

/** What members said, oldest first. */
export async function listReportComments(tx: Tx, matterId: string): Promise<readonly ReportCommentRow[]> {
  return tx
    .select()
    .from(reportComment)
    .where(eq(reportComment.matterId, matterId))
    .orderBy(asc(reportComment.at), asc(reportComment.id));
}

/** The items of a meeting's agenda, in their order, with their words. */
export async function listItemsForReport(
  tx: Tx,
  meetingId: string,
): Promise<readonly { readonly letter: string; readonly matter: MatterRow }[]> {
  return tx
    .select({ letter: agendaItem.letter, matter: matterColumns })
    .from(agendaItem)
    .innerJoin(matter, eq(matter.id, agendaItem.matterId))
    .where(and(eq(agendaItem.meetingId, meetingId), isNull(agendaItem.removedAt), ne(matter.state, "withdrawn")))
    .orderBy(asc(agendaItem.number), asc(agendaItem.letter));
}
