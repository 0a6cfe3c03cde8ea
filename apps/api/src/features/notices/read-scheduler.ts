import type { getScheduler, ReplyOf } from "@avances/contracts";
import { readHeartbeats } from "@avances/db/queries/heartbeat-queries";
import type { Actor } from "@avances/domain/access";
import { schedulerPulse } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";

/** Whether reminders are planned and messages sent. */
export async function readScheduler(
  deps: Pick<Deps, "db" | "clock">,
  actor: Actor,
): Promise<ReplyOf<typeof getScheduler>> {
  allow(actor, "outgoing-mail.read");
  const beats = await deps.db.asActor(actor, readHeartbeats);
  const { state, lastAt } = schedulerPulse(beats, deps.clock.now());
  return { state, lastAt: lastAt?.toISOString() ?? null };
}
