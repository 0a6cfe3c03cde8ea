import { asc, desc } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { meeting } from "../schema/index.ts";

type MeetingRow = typeof meeting.$inferSelect;

/** Every meeting that the actor may see, the latest day first. */
export async function listMeetings(tx: Tx): Promise<readonly MeetingRow[]> {
  return tx.select().from(meeting).orderBy(desc(meeting.heldOn), asc(meeting.id));
}
