import type { listRoundActs as contract, ReplyOf } from "@avances/contracts";
import { listRoundActs as selectActs } from "@avances/db/queries/round-queries";
import type { Actor } from "@avances/domain/access";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";

/** Everything that was done to rounds after they were opened, oldest first. */
export async function roundRecord(deps: Pick<Deps, "db">, actor: Actor): Promise<ReplyOf<typeof contract>> {
  allow(actor, "rounds.manage");
  const acts = await deps.db.asActor(actor, selectActs);
  return {
    acts: acts.map(({ roundYear, revision, act, at, actorName, before, after, reason }) => ({
      year: roundYear,
      revision,
      act,
      at: at.toISOString(),
      byName: actorName,
      before,
      after,
      reason,
    })),
  };
}
