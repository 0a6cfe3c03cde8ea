import type { BodyOf, cancelRound as contract, ReplyOf } from "@avances/contracts";
import { wakeScheduler } from "@avances/db/queries/notice-queries";
import { lockSubmissionsInRound } from "@avances/db/queries/submission-in-round-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { isUnused } from "@avances/domain/round";
import { tellOfCancelledRound } from "@avances/notices";
import type { Deps } from "#deps.ts";
import { actInPublic, type PublicDeps } from "#features/shared/act-in-public.ts";
import { allow } from "#features/shared/allow.ts";
import { roundView } from "#features/shared/round-view.ts";
import { change } from "#features/shared/transition.ts";
import type { Idempotency } from "#http/handler.ts";
import { changeRound, lockRoundAsSeen, type SeenRound } from "./round-act.ts";

interface CancelRound extends SeenRound {
  readonly cancellation: BodyOf<typeof contract>;
  readonly idempotency: Idempotency;
}

/**
 * Cancels a round that was opened by mistake, as long as no country has done anything in it; otherwise refuses with `round-in-use`. Its
 * waiting messages are not sent, the people already written to are told, and the public file drops it. Its year can be opened again.
 */
export async function cancelRound(
  deps: PublicDeps & Pick<Deps, "newId">,
  actor: Actor,
  { cancellation: { reason }, idempotency, ...seen }: CancelRound,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "rounds.manage");
  const now = deps.clock.now();
  return actInPublic(deps, actor, { idempotency, now }, async (tx) => {
    const round = await lockRoundAsSeen(tx, seen);
    const submissions = await lockSubmissionsInRound(tx, round.year);
    if (!isUnused(submissions)) throw new DomainError("round-in-use", { year: round.year });
    const told = await tellOfCancelledRound(tx, actor, round.year, {
      now,
      newId: deps.newId,
      config: deps.config,
    });
    // A save at this moment waits for the lock, then sees another revision and that the round is gone. The reason is kept only with the round:
    // the record of a report is for its country.
    for (const submission of submissions) await change(tx, submission, { act: "round_cancelled", actor, now }, {});
    const changed = await changeRound(
      tx,
      round,
      { act: "cancelled", actor, now, reason, detail: { told } },
      { cancelledAt: now },
    );
    await wakeScheduler(tx);
    return roundView(changed);
  });
}
