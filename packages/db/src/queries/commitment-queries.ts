import { and, asc, desc, eq, getTableColumns, inArray, sql } from "drizzle-orm";
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
import { type MatterRow, matterColumns } from "./matter-queries.ts";

const { matterId: _, ...ofCommitment } = getTableColumns(commitment);
const columns = { ...matterColumns, ...ofCommitment };

export type CommitmentFacts = typeof commitment.$inferSelect;
export type CommitmentRow = MatterRow & Omit<CommitmentFacts, "matterId">;
export type DispatchRow = typeof dispatch.$inferSelect;

/** The commitments that the actor may read, those of the latest meeting first, within a meeting by their point. */
export async function listCommitments(tx: Tx): Promise<readonly CommitmentRow[]> {
  return tx
    .select(columns)
    .from(commitment)
    .innerJoin(matter, eq(matter.id, commitment.matterId))
    .leftJoin(meeting, eq(meeting.id, matter.meetingId))
    .orderBy(
      sql`${meeting.heldOn} desc nulls last`,
      asc(matter.meetingId),
      sql`coalesce(nullif(regexp_replace(${commitment.point}, '\\D.*$', ''), ''), '999999')::numeric`,
      asc(commitment.point),
      asc(matter.createdAt),
      asc(matter.id),
    );
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
