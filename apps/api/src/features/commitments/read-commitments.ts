import type { CommitmentView, listCommitments as contract, ReplyOf } from "@avances/contracts";
import { listCommitments as selectCommitments } from "@avances/db/queries/commitment-queries";
import type { Actor } from "@avances/domain/access";
import { allow } from "#features/shared/allow.ts";
import { type CommitmentDeps, commitmentSummary, commitmentView, readGround } from "./commitment-view.ts";

/** The commitments that this person may read. */
export async function listCommitments(deps: CommitmentDeps, actor: Actor): Promise<ReplyOf<typeof contract>> {
  allow(actor, "network.read");
  return deps.db.asActor(actor, async (tx) => {
    const rows = await selectCommitments(tx);
    const ids = rows.map(({ id }) => id);
    const ground = await readGround(tx, ids, deps.clock.now());
    return { commitments: rows.map((row) => commitmentSummary(deps, actor, row, ground)) };
  });
}

/** One commitment, with what was sent, answered and done about it. */
export async function getCommitment(deps: CommitmentDeps, actor: Actor, matterId: string): Promise<CommitmentView> {
  allow(actor, "network.read");
  return deps.db.asActor(actor, (tx) => commitmentView(tx, deps, actor, matterId));
}
