import type { openPreparedRound as contract, ReplyOf } from "@avances/contracts";
import { endPreparation } from "@avances/db/queries/preparation-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { openingReasons } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { actInPublic, type PublicDeps } from "#features/shared/act-in-public.ts";
import { allow } from "#features/shared/allow.ts";
import { openNow } from "../open-round.ts";
import { factsOf, readFacts } from "./opening-facts.ts";
import { lockAsSeen, reasonView, type SeenPreparation } from "./preparations.ts";

/**
 * Opens a round as it was prepared and seen; the preparation ends with it. Refuses with `round-not-ready` and every reason at once, and with
 * `revision-stale` when somebody changed the preparation, or opened the round, since it was seen.
 */
export async function openPreparedRound(
  deps: PublicDeps & Pick<Deps, "db" | "newId">,
  actor: Actor,
  { idempotency, ...seen }: SeenPreparation,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "rounds.manage");
  const now = deps.clock.now();
  return actInPublic(deps, actor, { idempotency, now }, async (tx) => {
    const row = await lockAsSeen(tx, seen);
    if (row === undefined) throw new DomainError("not-found");
    const { document: plan } = row;
    const reasons = openingReasons(plan, factsOf(await readFacts(tx, deps, seen.year, now)));
    if (reasons.length > 0) throw new DomainError("round-not-ready", { reasons: reasons.map(reasonView) });
    const round = await openNow(tx, deps, actor, { ...plan, obligatedCountries: [...plan.obligatedCountries] }, now);
    await endPreparation(tx, seen.year, { at: now, by: actor.userId, byName: actor.displayName });
    return round;
  });
}
