import type { InstrumentCode } from "@avances/domain/catalogue";
import type { BodyCode, ParticipantCode } from "@avances/domain/network";
import type { CalendarDate } from "@avances/domain/round";
import { and, asc, desc, eq, exists, isNull, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { matter, matterLink, meeting, narrative } from "../schema/index.ts";
import { type MatterRow, matterColumns } from "./matter-queries.ts";

export type NarrativeRow = MatterRow & { readonly instrument: InstrumentCode };

const ofNarratives = (tx: Tx) =>
  tx
    .select({ ...matterColumns, instrument: narrative.instrument })
    .from(matter)
    .innerJoin(narrative, eq(narrative.matterId, matter.id));

/** What countries tell of their progress for a meeting, as far as the actor may read it: by country and Protocol, the latest first. */
export async function listNarratives(tx: Tx, meetingId: string): Promise<readonly NarrativeRow[]> {
  return ofNarratives(tx)
    .where(eq(matter.meetingId, meetingId))
    .orderBy(asc(matter.authorCode), asc(narrative.instrument), desc(matter.createdAt), asc(matter.id));
}

/** What countries tell of their progress and the actor may read, of an indicator, a country, or any; that of the latest meeting first. */
export async function listNarrativesBeside(
  tx: Tx,
  { indicator, country }: { readonly indicator?: string | undefined; readonly country?: ParticipantCode | undefined },
  most: number,
): Promise<readonly (NarrativeRow & { readonly bodyCode: BodyCode; readonly heldOn: CalendarDate })[]> {
  const speaksOf = (code: string) =>
    exists(
      tx
        .select({ id: matterLink.id })
        .from(matterLink)
        .where(
          and(
            eq(matterLink.matterId, matter.id),
            eq(matterLink.kind, "indicator"),
            eq(matterLink.code, code),
            isNull(matterLink.removedAt),
          ),
        ),
    );
  const rows = await tx
    .select({
      row: matterColumns,
      instrument: narrative.instrument,
      bodyCode: meeting.bodyCode,
      heldOn: meeting.heldOn,
    })
    .from(matter)
    .innerJoin(narrative, eq(narrative.matterId, matter.id))
    .innerJoin(meeting, eq(meeting.id, matter.meetingId))
    .where(
      and(
        eq(matter.state, "filed"),
        indicator === undefined ? undefined : speaksOf(indicator),
        country === undefined ? undefined : eq(matter.authorCode, country),
      ),
    )
    .orderBy(desc(meeting.heldOn), asc(matter.authorCode), asc(narrative.instrument), asc(matter.id))
    .limit(most);
  return rows.map(({ row, ...rest }) => ({ ...row, ...rest }));
}

/** Undefined also where the actor reads none. */
export async function findNarrative(tx: Tx, id: string): Promise<NarrativeRow | undefined> {
  return (await ofNarratives(tx).where(eq(matter.id, id)))[0];
}

/** Says of which Protocol a matter tells. It stays so. */
export async function insertNarrative(tx: Tx, row: typeof narrative.$inferInsert): Promise<void> {
  await tx.insert(narrative).values(row);
}

/** Until the transaction ends nobody else of this country begins to tell of its progress for this meeting. */
export async function lockNarrativesOf(tx: Tx, country: ParticipantCode, meetingId: string): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`progress of ${country} for ${meetingId}`}, 0))`,
  );
}

/**
 * Who has shared its progress for this meeting with the other delegations, and of which Protocols: known to everybody of the Network, also to those who
 * do not read the words.
 */
export async function whoShared(
  tx: Tx,
  meetingId: string,
): Promise<readonly { readonly participant: ParticipantCode; readonly instruments: readonly InstrumentCode[] }[]> {
  const { rows } = await tx.execute<{ participant_code: string; instruments: InstrumentCode[] }>(
    sql`select participant_code, instruments from app.who_shared(${meetingId}::uuid) order by participant_code`,
  );
  return rows.map(({ participant_code: participant, instruments }) => ({ participant, instruments }));
}
