import type { Role } from "@avances/domain/access";
import type { BodyCode, CommitmentStage, MatterState, ParticipantCode } from "@avances/domain/network";
import type { CalendarDate } from "@avances/domain/round";
import { and, asc, desc, eq, exists, gte, inArray, isNull, ne, or, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import {
  appUser,
  commitment,
  dispatch,
  matter,
  matterReply,
  matterRequest,
  meeting,
  outgoingMail,
} from "../schema/index.ts";
import type { MailState } from "../schema/notice.ts";
import type { Part } from "./list-pages.ts";
import { countActs, listActs, type RequestAct, rowsOfActs } from "./request-acts.ts";

export type MatterRequestRow = typeof matterRequest.$inferSelect;

/** A commitment as its requests need it; never its title, a word of it or of an answer. */
export interface AskedCommitment {
  readonly matterId: string;
  readonly author: ParticipantCode;
  readonly state: MatterState;
  /** May be empty. */
  readonly point: string;
  readonly responsible: ParticipantCode;
  readonly stage: CommitmentStage;
  readonly dueOn: CalendarDate | null;
  readonly replyBy: CalendarDate | null;
  readonly meeting: { readonly body: BodyCode; readonly heldOn: CalendarDate } | null;
  readonly dispatches: readonly {
    readonly at: Date;
    readonly to: readonly ParticipantCode[];
    readonly documents: number;
  }[];
  readonly replies: readonly { readonly id: string; readonly participant: ParticipantCode; readonly at: Date }[];
}

/** The filed commitments of which something is owed and that have a day within these. Run as `app_worker`. */
export async function listCommitmentsToAsk(
  tx: Tx,
  { from, until }: { readonly from: CalendarDate; readonly until: CalendarDate },
): Promise<readonly AskedCommitment[]> {
  const within = (column: typeof commitment.dueOn | typeof commitment.replyBy) =>
    sql`${column} between ${from}::date and ${until}::date`;
  return commitments(
    tx,
    and(
      eq(matter.state, "filed"),
      inArray(commitment.stage, ["open", "in_progress"]),
      or(within(commitment.dueOn), within(commitment.replyBy)),
    ),
  );
}

/** The filed commitments that were answered since then, or of which something is owed and whose date is within these days. Run as `app_worker`. */
export async function listCommitmentsOfNote(
  tx: Tx,
  {
    answeredSince,
    from,
    until,
  }: { readonly answeredSince: Date; readonly from: CalendarDate; readonly until: CalendarDate },
): Promise<readonly AskedCommitment[]> {
  return commitments(
    tx,
    and(
      eq(matter.state, "filed"),
      or(
        and(
          inArray(commitment.stage, ["open", "in_progress"]),
          sql`${commitment.dueOn} between ${from}::date and ${until}::date`,
        ),
        exists(
          tx
            .select({ id: matterReply.id })
            .from(matterReply)
            .where(
              and(
                eq(matterReply.matterId, matter.id),
                isNull(matterReply.withdrawnAt),
                gte(matterReply.at, answeredSince),
              ),
            ),
        ),
      ),
    ),
  );
}

/** One commitment, as its requests need it. Run as `app_worker`. */
export async function findCommitmentToAsk(tx: Tx, matterId: string): Promise<AskedCommitment | undefined> {
  return (await commitments(tx, eq(matter.id, matterId)))[0];
}

/** The id of the newest filed commitment that this participant owes or reads, before any other; of its own it asks nobody. */
export async function findNewestCommitment(
  tx: Tx,
  participant: ParticipantCode,
  concern: "owes" | "reads",
): Promise<string | undefined> {
  const isOwed = sql`${commitment.responsibleCode} = ${participant}`;
  const isRead = sql`${participant} = any(${matter.addressees})`;
  const [newest] = await tx
    .select({ id: matter.id })
    .from(commitment)
    .innerJoin(matter, eq(matter.id, commitment.matterId))
    .where(and(eq(matter.state, "filed"), ne(matter.authorCode, participant)))
    .orderBy(
      ...[desc(concern === "owes" ? isOwed : isRead), desc(inArray(commitment.stage, ["open", "in_progress"]))],
      ...[desc(matter.filedAt), desc(matter.id)],
    )
    .limit(1);
  return newest?.id;
}

async function commitments(tx: Tx, which: ReturnType<typeof and>): Promise<readonly AskedCommitment[]> {
  const rows = await tx
    .select({
      matterId: matter.id,
      author: matter.authorCode,
      state: matter.state,
      point: sql<string>`coalesce(${commitment.point}, '')`,
      responsible: commitment.responsibleCode,
      stage: commitment.stage,
      dueOn: commitment.dueOn,
      replyBy: commitment.replyBy,
      body: meeting.bodyCode,
      heldOn: meeting.heldOn,
    })
    .from(commitment)
    .innerJoin(matter, eq(matter.id, commitment.matterId))
    .leftJoin(meeting, eq(meeting.id, matter.meetingId))
    .where(which)
    .orderBy(asc(matter.id));
  if (rows.length === 0) return [];
  const ids = rows.map(({ matterId }) => matterId);
  const sent = await tx
    .select({ matterId: dispatch.matterId, at: dispatch.at, to: dispatch.toCodes, documents: dispatch.documents })
    .from(dispatch)
    .where(inArray(dispatch.matterId, ids))
    .orderBy(asc(dispatch.at), asc(dispatch.id));
  const replies = await tx
    .select({
      id: matterReply.id,
      matterId: matterReply.matterId,
      participant: matterReply.participantCode,
      at: matterReply.at,
    })
    .from(matterReply)
    .where(and(inArray(matterReply.matterId, ids), isNull(matterReply.withdrawnAt)))
    .orderBy(asc(matterReply.at), asc(matterReply.id));
  const sentOf = Map.groupBy(sent, ({ matterId }) => matterId);
  const repliesOf = Map.groupBy(replies, ({ matterId }) => matterId);
  return rows.map(({ body, heldOn, ...row }) => ({
    ...row,
    meeting: body === null || heldOn === null ? null : { body, heldOn },
    dispatches: (sentOf.get(row.matterId) ?? []).map(({ at, to, documents }) => ({
      ...{ at, to, documents: documents.length },
    })),
    replies: repliesOf.get(row.matterId) ?? [],
  }));
}

/** A request in the ledger, and what became of its message. */
export interface RequestAndMail {
  readonly request: MatterRequestRow;
  /** Null = it has none, or the actor may not know of it. */
  readonly mail: { readonly state: MailState; readonly settledAt: Date | null; readonly result: string } | null;
}

/** The requests about these matters that the actor may see, oldest first. */
export async function listMatterRequests(tx: Tx, matterIds: readonly string[]): Promise<readonly RequestAndMail[]> {
  if (matterIds.length === 0) return [];
  return requests(tx, inArray(matterRequest.matterId, [...matterIds]));
}

/** A message about a commitment to somebody of a participant, as far as the actor may know of it. */
export interface RequestTo extends Pick<MatterRequestRow, "id" | "matterId" | "step" | "createdAt"> {
  readonly point: string;
  readonly meeting: { readonly body: BodyCode; readonly heldOn: CalendarDate } | null;
  readonly recipient: { readonly name: string; readonly role: Role };
  /** Null = the actor may not know what became of it. */
  readonly state: MailState | null;
}

/** The messages about commitments to a participant that were written; what was recorded only is left out, and what the actor may not read. */
const toParticipant = (tx: Tx, participant: ParticipantCode) => ({
  ...{ table: matterRequest, id: matterRequest.id, createdAt: matterRequest.createdAt, about: matterRequest.matterId },
  common: [matterRequest.step, matterRequest.anchorDate, matterRequest.batchId],
  which: and(
    eq(matterRequest.participantCode, participant),
    isNull(matterRequest.superseded),
    exists(
      tx.select({ id: commitment.matterId }).from(commitment).where(eq(commitment.matterId, matterRequest.matterId)),
    ),
    exists(tx.select({ id: appUser.id }).from(appUser).where(eq(appUser.id, matterRequest.userId))),
  ),
});

/** To how many steps and acts they belong. */
export async function countRequestsTo(tx: Tx, participant: ParticipantCode): Promise<number> {
  return countActs(tx, toParticipant(tx, participant));
}

/** They by steps and acts, the latest first. */
export async function listRequestsTo(
  tx: Tx,
  participant: ParticipantCode,
  part: Part,
): Promise<readonly (RequestAct & { readonly rows: readonly RequestTo[] })[]> {
  const acts = await listActs(tx, toParticipant(tx, participant), part);
  const { id, matterId, step, createdAt } = matterRequest;
  const rows = await tx
    .select({
      ...{ id, matterId, step, createdAt },
      point: sql<string>`coalesce(${commitment.point}, '')`,
      ...{ body: meeting.bodyCode, heldOn: meeting.heldOn },
      recipient: { name: appUser.displayName, role: appUser.role },
      state: outgoingMail.state,
    })
    .from(matterRequest)
    .innerJoin(matter, eq(matter.id, matterRequest.matterId))
    .innerJoin(commitment, eq(commitment.matterId, matter.id))
    .innerJoin(appUser, eq(appUser.id, matterRequest.userId))
    .leftJoin(meeting, eq(meeting.id, matter.meetingId))
    .leftJoin(outgoingMail, eq(outgoingMail.id, matterRequest.id))
    .where(
      inArray(
        matterRequest.id,
        acts.flatMap(({ ids }) => ids),
      ),
    );
  return rowsOfActs(
    acts,
    rows.map(({ body, heldOn, ...row }) => ({
      ...row,
      meeting: body === null || heldOn === null ? null : { body, heldOn },
    })),
  );
}

function requests(tx: Tx, which: ReturnType<typeof and>): Promise<RequestAndMail[]> {
  return tx
    .select({
      request: matterRequest,
      mail: { state: outgoingMail.state, settledAt: outgoingMail.settledAt, result: outgoingMail.lastAnswer },
    })
    .from(matterRequest)
    .leftJoin(outgoingMail, eq(outgoingMail.id, matterRequest.id))
    .where(which)
    .orderBy(asc(matterRequest.createdAt), asc(matterRequest.id));
}

/** The request whose message this is; undefined when it is none. */
export async function findMatterRequest(tx: Tx, mailId: string): Promise<MatterRequestRow | undefined> {
  return (await tx.select().from(matterRequest).where(eq(matterRequest.id, mailId)))[0];
}

/** Adds requests to the ledger; returns the ids of those that no other planner had added: these get a message. Run as `app_worker`. */
export async function insertMatterRequests(
  tx: Tx,
  rows: readonly (typeof matterRequest.$inferInsert)[],
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const added = await tx
    .insert(matterRequest)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ id: matterRequest.id });
  return new Set(added.map(({ id }) => id));
}
