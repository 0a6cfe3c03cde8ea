import type { Heartbeats, SchedulerPart } from "@avances/domain/round";
import type { Tx } from "../connect.ts";
import { heartbeat } from "../schema/index.ts";

/** Records that this part of the scheduler got through its work, by the clock of the last process that says so. */
export async function beat(tx: Tx, part: SchedulerPart, at: Date): Promise<void> {
  await tx.insert(heartbeat).values({ part, at }).onConflictDoUpdate({ target: heartbeat.part, set: { at } });
}

/** When each part last got through its work. Empty for whoever may not know it. */
export async function readHeartbeats(tx: Tx): Promise<Heartbeats> {
  const rows = await tx.select().from(heartbeat);
  return Object.fromEntries(rows.map(({ part, at }) => [part, at]));
}
