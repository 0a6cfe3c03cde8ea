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

/** Takes these points out of their places; each is put back with `placeAgendaItem` in the same transaction. */
export async function setAgendaAside(tx: Tx, matterIds: readonly string[]): Promise<void> {
  await tx
    .update(agendaItem)
    .set({ number: sql`${agendaItem.number} + ${aside}` })
    .where(and(inArray(agendaItem.matterId, [...matterIds]), isNull(agendaItem.removedAt)));
}

export async function insertAgendaItem(
  tx: Tx,
  row: AgendaPlace & Pick<AgendaItemRow, "matterId" | "meetingId">,
): Promise<void> {
  await tx.insert(agendaItem).values(row);
}

export async function placeAgendaItem(tx: Tx, matterId: string, place: AgendaPlace): Promise<void> {
  await tx.update(agendaItem).set(place).where(eq(agendaItem.matterId, matterId));
}

/** Its number and letter are free again. */
export async function removeAgendaItem(tx: Tx, matterId: string, removedAt: Date): Promise<void> {
  await tx.update(agendaItem).set({ removedAt }).where(eq(agendaItem.matterId, matterId));
}
