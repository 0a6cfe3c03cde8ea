import type { BodyOf, correctRound as contract, ReplyOf } from "@avances/contracts";
import { wakeScheduler } from "@avances/db/queries/notice-queries";
import { lockSubmissionsInRound } from "@avances/db/queries/submission-in-round-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { correctionFault, dueAfterCorrection } from "@avances/domain/round";
import { actInPublic, type PublicDeps } from "#features/shared/act-in-public.ts";
import { allow } from "#features/shared/allow.ts";
import { roundView } from "#features/shared/round-view.ts";
import { timeZoneOf } from "#features/shared/submission-summary.ts";
import { change } from "#features/shared/transition.ts";
import type { Idempotency } from "#http/handler.ts";
import { changeRound, lockRoundAsSeen, type SeenRound } from "./round-act.ts";

interface CorrectRound extends SeenRound {
  readonly correction: BodyOf<typeof contract>;
  readonly idempotency: Idempotency;
}

/**
 * Replaces a round's dates. Each country's own due date follows, unless its first submission was on time by the old one or an
 * extension reaches further. The record keeps both, the reminders follow, and countries that were invited are told. Refuses with
 * `round-dates-out-of-order` and the reason: nobody becomes late by a correction, and a day on which countries were invited stays.
 */
export async function correctRound(
  deps: PublicDeps,
  actor: Actor,
  { correction, idempotency, ...seen }: CorrectRound,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "rounds.manage");
  const now = deps.clock.now();
  const { reason, ...to } = correction;
  const zones = deps.reference.countries.map(({ timeZone }) => timeZone);
  return actInPublic(deps, actor, { idempotency, now }, async (tx) => {
    const round = await lockRoundAsSeen(tx, seen);
    const fault = correctionFault(round, to, now, zones);
    if (fault !== null) throw new DomainError("round-dates-out-of-order", { ...to, fault });
    let moved = 0;
    for (const submission of await lockSubmissionsInRound(tx, round.year)) {
      const { dueOn, extensionGrantedAt, firstSubmittedAt, countryCode } = submission;
      const timeZone = timeZoneOf(deps, countryCode);
      const extended = extensionGrantedAt !== null;
      const due = dueAfterCorrection({ dueOn, extended, firstSubmittedAt, timeZone }, to.dueOn);
      if (due === null) continue;
      await change(
        tx,
        submission,
        { act: "round_corrected", actor, now, reason },
        { dueOn: due, extensionGrantedAt: null, extensionReason: null },
      );
      if (due !== dueOn) moved += 1;
    }
    const changed = await changeRound(tx, round, { act: "dates_corrected", actor, now, reason, detail: { moved } }, to);
    await wakeScheduler(tx);
    return roundView(changed);
  });
}
