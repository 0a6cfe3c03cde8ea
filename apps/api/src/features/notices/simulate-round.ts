import type { ReplyOf, simulateNotices as simulateContract } from "@avances/contracts";
import { findRound } from "@avances/db/queries/round-queries";
import type { Actor } from "@avances/domain/access";
import { type CalendarDate, localDate } from "@avances/domain/round";
import { simulateNotices } from "@avances/notices";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { clocksOf } from "#features/shared/clocks.ts";
import { InvalidInput } from "#http/problem-details.ts";

/**
 * What would be sent until the end of a day if nothing changed. Writes and sends nothing. A day that has passed is refused: what was sent then stands in
 * the ledger, and nobody can say what would have been sent, because reports, people and dates are known as they are now.
 */
export async function simulateRound(
  deps: Pick<Deps, "db" | "clock" | "reference" | "config">,
  actor: Actor,
  year: number,
  until: CalendarDate,
): Promise<ReplyOf<typeof simulateContract>> {
  allow(actor, "notices.send");
  const now = deps.clock.now();
  const steps = await deps.db.asActor(actor, async (tx) => {
    found(await findRound(tx, year));
    if (until < localDate(now, clocksOf(deps, null)))
      throw new InvalidInput([{ pointer: "/query/until", message: "has_passed" }]);
    return simulateNotices(tx, year, now, until);
  });
  return { steps: steps.map((step) => ({ ...step, at: step.at.toISOString() })) };
}
