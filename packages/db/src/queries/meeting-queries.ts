import type { AttendanceNote, BodyCode } from "@avances/domain/network";
import { and, asc, desc, eq, isNull, ne, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { attendance, meeting, meetingAct, round, submission } from "../schema/index.ts";

export type MeetingRow = typeof meeting.$inferSelect;
export type MeetingActRow = typeof meetingAct.$inferSelect;

/** Every meeting that the actor may see, the latest day first. */
export async function listMeetings(tx: Tx): Promise<readonly MeetingRow[]> {
  return tx.select().from(meeting).orderBy(desc(meeting.heldOn), asc(meeting.id));
}

export async function findMeeting(tx: Tx, id: string): Promise<MeetingRow | undefined> {
  return (await tx.select().from(meeting).where(eq(meeting.id, id)))[0];
}

/** The meeting, locked until the transaction ends; undefined also when it was cancelled: then nobody changes it any more. */
export async function lockMeeting(tx: Tx, id: string): Promise<MeetingRow | undefined> {
  return (await tx.select().from(meeting).where(eq(meeting.id, id)).for("update"))[0];
}

export async function insertMeeting(tx: Tx, row: typeof meeting.$inferInsert): Promise<void> {
  await tx.insert(meeting).values(row);
}

/** Changes a meeting and raises its revision; undefined if the actor may not. */
export async function updateMeeting(
  tx: Tx,
  id: string,
  patch: Partial<Pick<MeetingRow, "heldOn" | "untilOn" | "place" | "hostCode" | "state" | "cancelledReason">>,
): Promise<MeetingRow | undefined> {
  const changed = await tx
    .update(meeting)
    .set({ ...patch, revision: sql`${meeting.revision} + 1` })
    .where(eq(meeting.id, id))
    .returning();
  return changed[0];
}

export async function insertMeetingAct(tx: Tx, row: typeof meetingAct.$inferInsert): Promise<void> {
  await tx.insert(meetingAct).values(row);
}

/** What was done to a meeting, oldest first. */
export async function listMeetingActs(tx: Tx, meetingId: string): Promise<readonly MeetingActRow[]> {
  return tx.select().from(meetingAct).where(eq(meetingAct.meetingId, meetingId)).orderBy(asc(meetingAct.revision));
}

/** What is on record of those who were, or were not, at a meeting, and what was. */
export async function listAttendance(tx: Tx, meetingId: string): Promise<readonly AttendanceNote[]> {
  return tx
    .select({ participant: attendance.participantCode, fact: attendance.fact, holds: attendance.holds })
    .from(attendance)
    .where(eq(attendance.meetingId, meetingId))
    .orderBy(asc(attendance.participantCode), asc(attendance.fact));
}

/** Records it, in place of what was recorded of the same participant and fact. */
export async function putAttendance(tx: Tx, rows: readonly (typeof attendance.$inferInsert)[]): Promise<void> {
  await tx
    .insert(attendance)
    .values([...rows])
    .onConflictDoUpdate({
      target: [attendance.meetingId, attendance.participantCode, attendance.fact],
      set: {
        holds: sql`excluded.holds`,
        notedAt: sql`excluded.noted_at`,
        notedBy: sql`excluded.noted_by`,
        notedByName: sql`excluded.noted_by_name`,
      },
    });
}

/** Of each country that could report in a round: when it first submitted, and whether it owed a report and is not excused. */
export async function listFirstSubmissions(
  tx: Tx,
  year: number,
): Promise<readonly { readonly country: string; readonly at: Date | null; readonly owes: boolean }[]> {
  return tx
    .select({
      country: submission.countryCode,
      at: submission.firstSubmittedAt,
      owes: sql<boolean>`${submission.obligated} and ${submission.exemptReason} is null`,
    })
    .from(submission)
    .innerJoin(round, and(eq(round.year, submission.roundYear), isNull(round.cancelledAt)))
    .where(eq(submission.roundYear, year))
    .orderBy(asc(submission.countryCode));
}

/** Until the transaction ends nobody else enters or moves a meeting of this body. */
export async function lockMeetingsOf(tx: Tx, body: BodyCode): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`meetings of ${body}`}, 0))`);
}

/** Has the body a meeting, other than this one, that begins on that day and was not cancelled? */
export async function isDayTaken(
  tx: Tx,
  { bodyCode, heldOn, id }: Pick<MeetingRow, "bodyCode" | "heldOn" | "id">,
): Promise<boolean> {
  const rows = await tx
    .select({ id: meeting.id })
    .from(meeting)
    .where(
      and(
        eq(meeting.bodyCode, bodyCode),
        eq(meeting.heldOn, heldOn),
        ne(meeting.id, id),
        ne(meeting.state, "cancelled"),
      ),
    );
  return rows.length > 0;
}
