import type { Role } from "@avances/domain/access";
import type { BodyCode, BodyTerm, FiledProgress, MeetingState, ParticipantCode } from "@avances/domain/network";
import type { CalendarDate } from "@avances/domain/round";
import { and, asc, eq, exists, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import {
  appUser,
  bodyTerm,
  matter,
  meeting,
  meetingAct,
  narrative,
  outgoingMail,
  progressRequest,
} from "../schema/index.ts";
import type { MailState } from "../schema/notice.ts";
import type { Part } from "./list-pages.ts";
import { countActs, listActs, type RequestAct, rowsOfActs } from "./request-acts.ts";

export type ProgressRequestRow = typeof progressRequest.$inferSelect;

/** A meeting as requests for progress need it, without its zone, which follows from the host. */
export interface MeetingToAsk {
  readonly id: string;
  readonly body: BodyCode;
  readonly state: MeetingState;
  readonly heldOn: CalendarDate;
  readonly untilOn: CalendarDate | null;
  readonly place: string;
  readonly host: ParticipantCode | null;
  /** When it was entered, or its first day last changed. */
  readonly dayKnownAt: Date;
}

/** The planned meetings of the Network that begin within these days. */
export async function listMeetingsToAsk(
  tx: Tx,
  { from, until }: { readonly from: CalendarDate; readonly until: CalendarDate },
): Promise<readonly MeetingToAsk[]> {
  return meetings(
    tx,
    and(
      eq(meeting.bodyCode, "LON"),
      eq(meeting.state, "planned"),
      sql`${meeting.heldOn} between ${from}::date and ${until}::date`,
    ),
  );
}

/** These meetings, as requests for progress would need them. */
export async function findMeetingsToAsk(tx: Tx, ids: readonly string[]): Promise<readonly MeetingToAsk[]> {
  return ids.length === 0 ? [] : meetings(tx, inArray(meeting.id, [...ids]));
}

/** Any meeting, as requests for progress would need it. */
export async function findMeetingToAsk(tx: Tx, id: string): Promise<MeetingToAsk | undefined> {
  return (await meetings(tx, eq(meeting.id, id)))[0];
}

function meetings(tx: Tx, which: ReturnType<typeof and>): Promise<MeetingToAsk[]> {
  // Another place or a longer meeting changes nothing of when progress is awaited.
  const known = sql`select max(${meetingAct.at}) from ${meetingAct} where ${meetingAct.meetingId} = ${meeting.id}
    and (${meetingAct.act} = 'planned' or (${meetingAct.act} = 'dates_corrected' and ${meetingAct.after} ? 'heldOn'))`;
  return tx
    .select({
      ...{ id: meeting.id, body: meeting.bodyCode, state: meeting.state },
      ...{ heldOn: meeting.heldOn, untilOn: meeting.untilOn, place: meeting.place, host: meeting.hostCode },
      dayKnownAt: sql`coalesce((${known}), ${meeting.createdAt})`.mapWith(meeting.createdAt),
    })
    .from(meeting)
    .where(which)
    .orderBy(asc(meeting.heldOn), asc(meeting.id));
}

/** What was filed for these meetings, also what was withdrawn since; no draft, and never a word. */
export async function listFiledProgress(
  tx: Tx,
  meetingIds: readonly string[],
): Promise<readonly (FiledProgress & { readonly meetingId: string })[]> {
  if (meetingIds.length === 0) return [];
  const rows = await tx
    .select({
      ...{ meetingId: matter.meetingId, author: matter.authorCode, instrument: narrative.instrument },
      ...{ state: matter.state, visibility: matter.visibility, withdrawnAt: matter.withdrawnAt },
    })
    .from(matter)
    .innerJoin(narrative, eq(narrative.matterId, matter.id))
    .where(and(inArray(matter.meetingId, [...meetingIds]), gt(matter.version, 0)))
    .orderBy(asc(matter.id));
  return rows.flatMap(({ meetingId, state, ...row }) =>
    meetingId === null || state === "draft" ? [] : [{ ...row, meetingId, state }],
  );
}

/** Who is, was or will be a member of a body, as far as that is on record. */
export async function listMemberTerms(tx: Tx, body: BodyCode): Promise<readonly BodyTerm[]> {
  const { participantCode: participant, role, fromOn, untilOn, knownOn } = bodyTerm;
  return tx
    .select({ participant, role, fromOn, untilOn, knownOn })
    .from(bodyTerm)
    .where(and(eq(bodyTerm.bodyCode, body), eq(bodyTerm.role, "member"), isNull(bodyTerm.withdrawnAt)))
    .orderBy(asc(bodyTerm.id));
}

/** A request in the ledger, and what became of its message. */
export interface ProgressRequestAndMail {
  readonly request: ProgressRequestRow;
  readonly recipient: { readonly name: string; readonly role: Role };
  /** Null = it has none, or the actor may not know of it. */
  readonly mail: { readonly state: MailState; readonly settledAt: Date | null; readonly result: string } | null;
}

/** The requests for these meetings that the actor may see, oldest first. */
export async function listProgressRequests(
  tx: Tx,
  meetingIds: readonly string[],
): Promise<readonly ProgressRequestAndMail[]> {
  if (meetingIds.length === 0) return [];
  return requests(tx, inArray(progressRequest.meetingId, [...meetingIds]));
}

/** The requests to a country that were written; what was recorded only is left out, and what the actor may not read. */
const toCountry = (tx: Tx, country: ParticipantCode) => ({
  ...{ table: progressRequest, id: progressRequest.id, createdAt: progressRequest.createdAt },
  about: progressRequest.meetingId,
  common: [progressRequest.step, progressRequest.dayKnownAt, progressRequest.batchId],
  which: and(
    eq(progressRequest.participantCode, country),
    isNull(progressRequest.superseded),
    exists(tx.select({ id: meeting.id }).from(meeting).where(eq(meeting.id, progressRequest.meetingId))),
    exists(tx.select({ id: appUser.id }).from(appUser).where(eq(appUser.id, progressRequest.userId))),
  ),
});

/** To how many steps and acts they belong. */
export async function countProgressRequestsTo(tx: Tx, country: ParticipantCode): Promise<number> {
  return countActs(tx, toCountry(tx, country));
}

/** They by steps and acts, the latest first. */
export async function listProgressRequestsTo(
  tx: Tx,
  country: ParticipantCode,
  part: Part,
): Promise<
  readonly (RequestAct & { readonly rows: readonly (ProgressRequestAndMail & { readonly body: BodyCode })[] })[]
> {
  const acts = await listActs(tx, toCountry(tx, country), part);
  const found = await requests(
    tx,
    inArray(
      progressRequest.id,
      acts.flatMap(({ ids }) => ids),
    ),
  );
  const bodies = await tx
    .select({ id: meeting.id, body: meeting.bodyCode })
    .from(meeting)
    .where(
      inArray(
        meeting.id,
        found.map(({ request }) => request.meetingId),
      ),
    );
  const bodyOf = new Map(bodies.map(({ id, body }) => [id, body]));
  return rowsOfActs(
    acts,
    found.flatMap((one) => {
      const body = bodyOf.get(one.request.meetingId);
      return body === undefined ? [] : [{ ...one, id: one.request.id, body }];
    }),
  );
}

function requests(tx: Tx, which: ReturnType<typeof and>): Promise<ProgressRequestAndMail[]> {
  return tx
    .select({
      request: progressRequest,
      recipient: { name: appUser.displayName, role: appUser.role },
      mail: { state: outgoingMail.state, settledAt: outgoingMail.settledAt, result: outgoingMail.lastAnswer },
    })
    .from(progressRequest)
    .innerJoin(appUser, eq(appUser.id, progressRequest.userId))
    .leftJoin(outgoingMail, eq(outgoingMail.id, progressRequest.id))
    .where(which)
    .orderBy(asc(progressRequest.createdAt), asc(progressRequest.id));
}

/** The request whose message this is; undefined when it is none. */
export async function findProgressRequest(tx: Tx, mailId: string): Promise<ProgressRequestRow | undefined> {
  return (await tx.select().from(progressRequest).where(eq(progressRequest.id, mailId)))[0];
}

/** Adds requests to the ledger; returns the ids of those that no other planner had added: these get a message. Run as `app_worker`. */
export async function insertProgressRequests(
  tx: Tx,
  rows: readonly (typeof progressRequest.$inferInsert)[],
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const added = await tx
    .insert(progressRequest)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ id: progressRequest.id });
  return new Set(added.map(({ id }) => id));
}
