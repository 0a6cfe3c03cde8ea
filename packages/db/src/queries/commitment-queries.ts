import type { CommitmentChoice, CommitmentTally, ParticipantCode } from "@avances/domain/network";
import { and, asc, desc, eq, getTableColumns, gte, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import {
  appUser,
  commitment,
  dispatch,
  matter,
  matterRequest,
  matterVersion,
  meeting,
  outgoingMail,
} from "../schema/index.ts";
import { type Part, type Today, todayOf } from "./list-pages.ts";
import { type MatterRow, matterColumns } from "./matter-queries.ts";

const { matterId: _, ...ofCommitment } = getTableColumns(commitment);
const columns = { ...matterColumns, ...ofCommitment };

export type CommitmentFacts = typeof commitment.$inferSelect;
export type CommitmentRow = MatterRow & Omit<CommitmentFacts, "matterId">;
export type DispatchRow = typeof dispatch.$inferSelect;

export interface CommitmentFilter {
  readonly show?: CommitmentChoice | undefined;
  readonly responsible?: ParticipantCode | undefined;
  /** Made there, or its outcome was said there. */
  readonly meeting?: string | undefined;
  readonly state?: MatterRow["state"];
  /** Under way, and this side owes it or is asked to answer it. */
  readonly waitsFor?: ParticipantCode;
  readonly stage?: CommitmentRow["stage"];
  /** Only what is under way, and what was filed or moved since. */
  readonly openOrSince?: Date;
}

const isUnderWay = sql`${commitment.stage} in ('open', 'in_progress')`;

/** As `overdueDays` of the domain says. */
const isOverdue = (today: Today) =>
  sql`(${isUnderWay} and ${commitment.dueOn} < ${todayOf(today, commitment.responsibleCode)})`;

/** As `carriedOver` of the domain says. */
const isCarriedOver = sql`(${isUnderWay} and exists (
  select from app.meeting made join app.meeting later on later.body_code = made.body_code
  where made.id = ${matter.meetingId} and later.state = 'held' and later.held_on > coalesce(made.until_on, made.held_on)
))`;

function chosen(show: CommitmentChoice, today: Today): SQL {
  switch (show) {
    case "owed":
      return isUnderWay;
    case "overdue":
      return isOverdue(today);
    case "carried":
      return isCarriedOver;
    case "closed":
      return sql`${commitment.stage} in ('done', 'dropped')`;
  }
}

const those = (
  { show, responsible, meeting: meetingId, state, stage, waitsFor, openOrSince }: CommitmentFilter,
  today: Today,
): SQL | undefined =>
  and(
    show === undefined ? undefined : chosen(show, today),
    responsible === undefined ? undefined : eq(commitment.responsibleCode, responsible),
    meetingId === undefined
      ? undefined
      : or(eq(matter.meetingId, meetingId), eq(commitment.outcomeMeetingId, meetingId)),
    state === undefined ? undefined : eq(matter.state, state),
    stage === undefined ? undefined : eq(commitment.stage, stage),
    waitsFor === undefined
      ? undefined
      : sql`(${isUnderWay} and (${commitment.responsibleCode} = ${waitsFor} or (${commitment.replyBy} is not null and exists (
          select from app.dispatch d where d.matter_id = ${matter.id} and ${waitsFor} = any (d.to_codes)
        ))))`,
    openOrSince === undefined
      ? undefined
      : or(isUnderWay, gte(matter.filedAt, openOrSince), gte(commitment.stageAt, openOrSince)),
  );

/** How many there are in all of what was asked for. */
export async function countCommitments(tx: Tx, filter: CommitmentFilter, today: Today): Promise<number> {
  const [counted] = await tx
    .select({ total: sql<number>`count(*)::int` })
    .from(commitment)
    .innerJoin(matter, eq(matter.id, commitment.matterId))
    .where(those(filter, today));
  return counted?.total ?? 0;
}

/** How the commitments that were filed stand, and who owes any, as far as the actor may read them. */
export async function boardOfCommitments(
  tx: Tx,
  today: Today,
): Promise<{ readonly tally: CommitmentTally; readonly responsible: readonly ParticipantCode[] }> {
  const filed = (what: SQL) => sql<number>`(count(*) filter (where ${matter.state} = 'filed' and ${what}))::int`;
  const inStage = (stage: CommitmentRow["stage"]) => filed(sql`${commitment.stage} = ${stage}`);
  const [row] = await tx
    .select({
      all: filed(sql`true`),
      owed: filed(isUnderWay),
      overdue: filed(isOverdue(today)),
      carriedOver: filed(isCarriedOver),
      done: inStage("done"),
      dropped: inStage("dropped"),
      notRecorded: inStage("not_recorded"),
      responsible: sql<ParticipantCode[]>`coalesce(array_agg(distinct ${commitment.responsibleCode}), '{}')`,
    })
    .from(commitment)
    .innerJoin(matter, eq(matter.id, commitment.matterId));
  if (row === undefined) throw new Error("a count is one row");
  const { responsible, ...tally } = row;
  return { tally, responsible };
}

/** The commitments that the actor may read, those of the latest meeting first, within a meeting by their point. `part` null: all of them. */
export async function listCommitments(
  tx: Tx,
  filter: CommitmentFilter,
  today: Today,
  part: Part | null,
): Promise<readonly CommitmentRow[]> {
  const rows = tx
    .select(columns)
    .from(commitment)
    .innerJoin(matter, eq(matter.id, commitment.matterId))
    .leftJoin(meeting, eq(meeting.id, matter.meetingId))
    .where(those(filter, today))
    .orderBy(
      sql`${meeting.heldOn} desc nulls last`,
      asc(matter.meetingId),
      sql`coalesce(nullif(regexp_replace(${commitment.point}, '\\D.*$', ''), ''), '999999')::numeric`,
      asc(commitment.point),
      asc(matter.createdAt),
      asc(matter.id),
    )
    .$dynamic();
  return part === null ? rows : rows.limit(part.limit).offset(part.offset);
}

export async function findCommitment(tx: Tx, id: string): Promise<CommitmentRow | undefined> {
  const [row] = await tx
    .select(columns)
    .from(commitment)
    .innerJoin(matter, eq(matter.id, commitment.matterId))
    .where(eq(matter.id, id));
  return row;
}

export async function insertCommitment(tx: Tx, row: typeof commitment.$inferInsert): Promise<void> {
  await tx.insert(commitment).values(row);
}

/** False if the actor may not. */
export async function updateCommitment(
  tx: Tx,
  matterId: string,
  patch: Partial<Omit<CommitmentFacts, "matterId">>,
): Promise<boolean> {
  const changed = await tx
    .update(commitment)
    .set(patch)
    .where(eq(commitment.matterId, matterId))
    .returning({ id: commitment.matterId });
  return changed.length > 0;
}

export async function insertDispatch(tx: Tx, row: typeof dispatch.$inferInsert): Promise<void> {
  await tx.insert(dispatch).values(row);
}

/** When and to whom these commitments were sent, oldest first. */
export async function listDispatches(tx: Tx, matterIds: readonly string[]): Promise<readonly DispatchRow[]> {
  if (matterIds.length === 0) return [];
  return tx
    .select()
    .from(dispatch)
    .where(inArray(dispatch.matterId, [...matterIds]))
    .orderBy(asc(dispatch.at), asc(dispatch.id));
}

/** Was this document sent to participants, with a commitment of the actor's side? */
export async function wasSentAlong(tx: Tx, matterId: string): Promise<boolean> {
  const sent = await tx
    .select({ id: dispatch.id })
    .from(dispatch)
    .where(sql`${dispatch.documents} @> ${JSON.stringify([{ matterId }])}::jsonb`)
    .limit(1);
  return sent.length > 0;
}

/** To whom this document was sent, with commitments of the actor's side; each once. */
export async function listSentAlongTo(tx: Tx, matterId: string): Promise<readonly string[]> {
  const sent = await tx
    .select({ to: dispatch.toCodes })
    .from(dispatch)
    .where(sql`${dispatch.documents} @> ${JSON.stringify([{ matterId }])}::jsonb`);
  return [...new Set(sent.flatMap(({ to }) => to))].sort();
}

/** A document that may be sent, as far as the actor may read it: its matter, with the version and its title as that was filed. */
export async function listSendableVersions(
  tx: Tx,
  matterIds: readonly string[],
): Promise<
  readonly (Pick<MatterRow, "id" | "state" | "visibility" | "addressees" | "language" | "subject"> & {
    readonly version: number;
  })[]
> {
  if (matterIds.length === 0) return [];
  const { id, state, visibility, addressees } = matter;
  const { version, language, subject } = matterVersion;
  return tx
    .select({ id, state, visibility, addressees, version, language, subject })
    .from(matterVersion)
    .innerJoin(matter, and(eq(matter.id, matterVersion.matterId), eq(matter.kind, "document")))
    .where(inArray(matterVersion.matterId, [...matterIds]))
    .orderBy(asc(matterVersion.matterId), desc(matterVersion.version));
}

/** Every message about a commitment, with its reader and what became of it, oldest first; for the Secretariat, who alone knows of mails. */
export async function listMatterMessages(tx: Tx, matterId: string) {
  return tx
    .select({
      participant: matterRequest.participantCode,
      step: matterRequest.step,
      at: matterRequest.createdAt,
      recipient: appUser.displayName,
      state: outgoingMail.state,
      settledAt: outgoingMail.settledAt,
      result: outgoingMail.lastAnswer,
      superseded: matterRequest.superseded,
    })
    .from(matterRequest)
    .innerJoin(appUser, eq(appUser.id, matterRequest.userId))
    .leftJoin(outgoingMail, eq(outgoingMail.id, matterRequest.id))
    .where(eq(matterRequest.matterId, matterId))
    .orderBy(asc(matterRequest.createdAt), asc(matterRequest.id));
}
