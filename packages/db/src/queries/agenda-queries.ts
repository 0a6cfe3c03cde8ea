import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { agendaItem, matter } from "../schema/index.ts";
import { type MatterRow, matterColumns } from "./matter-queries.ts";

type AgendaItemRow = typeof agendaItem.$inferSelect;

/** Where a point of an agenda stands, and who presents it. */
export type AgendaPlace = Pick<AgendaItemRow, "place" | "number" | "letter" | "presenterCode">;

export interface AgendaRow extends AgendaPlace {
  readonly matter: MatterRow;
}

/** The points of a meeting's agenda, as far as the actor may read them, in their order. */
export async function listAgenda(tx: Tx, meetingId: string): Promise<readonly AgendaRow[]> {
  const { place, number, letter, presenterCode } = agendaItem;
  return tx
    .select({ place, number, letter, presenterCode, matter: matterColumns })
    .from(agendaItem)
    .innerJoin(matter, eq(matter.id, agendaItem.matterId))
    .where(and(eq(agendaItem.meetingId, meetingId), isNull(agendaItem.removedAt)))
    .orderBy(asc(agendaItem.number), asc(agendaItem.letter));
}

/** Beyond every number that a point may have: two points that change places are never at one place. */
const aside = 1_000_000;

/** Takes these points out of their places; each is put back with `placeAgendaItems` in the same transaction. */
export async function setAgendaAside(tx: Tx, matterIds: readonly string[]): Promise<void> {
  if (matterIds.length === 0) return;
  await tx
    .update(agendaItem)
    .set({ number: sql`${agendaItem.number} + ${aside}` })
    .where(and(inArray(agendaItem.matterId, [...matterIds]), isNull(agendaItem.removedAt)));
}

export async function insertAgendaItems(
  tx: Tx,
  rows: readonly (AgendaPlace & Pick<AgendaItemRow, "matterId" | "meetingId">)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(agendaItem).values([...rows]);
}

/** Puts each of these points where it stands, and says who presents it. */
export async function placeAgendaItems(
  tx: Tx,
  points: readonly (AgendaPlace & Pick<AgendaItemRow, "matterId">)[],
): Promise<void> {
  if (points.length === 0) return;
  const places = JSON.stringify(Object.fromEntries(points.map(({ matterId, ...place }) => [matterId, place])));
  // A point that is not named stays as it is.
  const of = (name: keyof AgendaPlace) => sql`(${places}::jsonb -> ${agendaItem.matterId}::text ->> ${name}::text)`;
  const isNamed = sql`${places}::jsonb ? ${agendaItem.matterId}::text`;
  await tx
    .update(agendaItem)
    .set({
      place: sql`coalesce(${of("place")}::int, ${agendaItem.place})`,
      number: sql`coalesce(${of("number")}::int, ${agendaItem.number})`,
      letter: sql`coalesce(${of("letter")}, ${agendaItem.letter})`,
      presenterCode: sql`case when ${isNamed} then ${of("presenterCode")} else ${agendaItem.presenterCode} end`,
    })
    .where(
      inArray(
        agendaItem.matterId,
        points.map(({ matterId }) => matterId),
      ),
    );
}

/** Their numbers and letters are free again. */
export async function removeAgendaItems(tx: Tx, matterIds: readonly string[], removedAt: Date): Promise<void> {
  if (matterIds.length === 0) return;
  await tx
    .update(agendaItem)
    .set({ removedAt })
    .where(inArray(agendaItem.matterId, [...matterIds]));
}
