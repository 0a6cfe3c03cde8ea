import type { getScheduler, ReplyOf } from "@avances/contracts";
import { listHeartbeats, readHeartbeats } from "@avances/db/queries/heartbeat-queries";
import type { Actor } from "@avances/domain/access";
import { isRecent, schedulerPulse } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";

/** Whether reminders are planned and messages sent. */
export async function readScheduler(
  deps: Pick<Deps, "db" | "clock">,
  actor: Actor,
): Promise<ReplyOf<typeof getScheduler>> {
  allow(actor, "outgoing-mail.read");
  const now = deps.clock.now();
  const [beats, processes] = await deps.db.asActor(actor, async (tx) => [
    await readHeartbeats(tx),
    await listHeartbeats(tx),
  ]);
  const { state, lastAt } = schedulerPulse(beats, now);
  return {
    state,
    lastAt: lastAt?.toISOString() ?? null,
    plannedAt: beats.planner?.toISOString() ?? null,
    sentAt: beats.sender?.toISOString() ?? null,
    processes: new Set(processes.filter(({ at }) => isRecent(at, now)).map(({ instance }) => instance)).size,
  };
}
