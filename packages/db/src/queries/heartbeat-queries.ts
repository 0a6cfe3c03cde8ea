import type { Heartbeats, SchedulerPart } from "@avances/domain/round";
import { gt, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { heartbeat } from "../schema/index.ts";

/** Records that this part of this process got through its work, by the clock of the process. */
export async function beat(tx: Tx, part: SchedulerPart, at: Date, instance = "one"): Promise<void> {
  const writtenAt = sql`clock_timestamp()`;
  await tx
    .insert(heartbeat)
    .values({ part, instance, at, writtenAt })
    .onConflictDoUpdate({ target: [heartbeat.part, heartbeat.instance], set: { at, writtenAt } });
}

/** When each part last got through its work, in whichever process said so last. Empty for whoever may not know it. */
export async function readHeartbeats(tx: Tx): Promise<Heartbeats> {
  const rows = await tx
    .selectDistinctOn([heartbeat.part], { part: heartbeat.part, at: heartbeat.at })
    .from(heartbeat)
    .orderBy(heartbeat.part, sql`${heartbeat.writtenAt} desc`);
  return Object.fromEntries(rows.map(({ part, at }) => [part, at]));
}

/** The same for each process that worked within the last day: of the others nobody knows more than that they have ended. */
export async function listHeartbeats(
  tx: Tx,
): Promise<readonly { readonly part: SchedulerPart; readonly instance: string; readonly at: Date }[]> {
  return tx
    .select({ part: heartbeat.part, instance: heartbeat.instance, at: heartbeat.at })
    .from(heartbeat)
    .where(gt(heartbeat.writtenAt, sql`clock_timestamp() - interval '1 day'`))
    .orderBy(heartbeat.instance, heartbeat.part);
}
