import type { ReplyOf, simulateNotices as simulateContract } from "@avances/contracts";
import { findRound } from "@avances/db/queries/round-queries";
import type { Actor } from "@avances/domain/access";
import type { CalendarDate } from "@avances/domain/round";
import { simulateNotices } from "@avances/notices";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";

/** What would be sent until the end of a day if nothing changed. Writes and sends nothing. */
export async function simulateRound(
  deps: Pick<Deps, "db" | "clock">,
  actor: Actor,
  year: number,
  until: CalendarDate,
): Promise<ReplyOf<typeof simulateContract>> {
  allow(actor, "notices.send");
  const steps = await deps.db.asActor(actor, async (tx) => {
    found(await findRound(tx, year));
    return simulateNotices(tx, year, deps.clock.now(), until);
  });
  return { steps: steps.map((step) => ({ ...step, at: step.at.toISOString() })) };
}
