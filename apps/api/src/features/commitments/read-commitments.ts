import type { CommitmentView, listCommitments as contract, QueryOf, ReplyOf } from "@avances/contracts";
import {
  boardOfCommitments,
  countCommitments,
  listCommitments as selectCommitments,
} from "@avances/db/queries/commitment-queries";
import type { Actor } from "@avances/domain/access";
import { allow } from "#features/shared/allow.ts";
import { onPage, todayEverywhere } from "#features/shared/list-pages.ts";
import { type CommitmentDeps, commitmentSummary, commitmentView, readGround } from "./commitment-view.ts";

/** The commitments that this person may read, page by page, with how all of them stand. */
export async function listCommitments(
  deps: CommitmentDeps,
  actor: Actor,
  { page: asked = 1, ...filter }: QueryOf<typeof contract>,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "network.read");
  const now = deps.clock.now();
  const today = todayEverywhere(deps, now);
  return deps.db.asActor(actor, async (tx) => {
    const { tally, responsible } = await boardOfCommitments(tx, today);
    const count = await countCommitments(tx, filter, today);
    const { rows, total, page } = await onPage(asked, count, (part) => selectCommitments(tx, filter, today, part));
    const ids = rows.map(({ id }) => id);
    const ground = await readGround(tx, ids, now);
    const commitments = rows.map((row) => commitmentSummary(deps, actor, row, ground));
    return { commitments, total, page, board: tally, responsible };
  });
}

/** One commitment, with what was sent, answered and done about it. */
export async function getCommitment(deps: CommitmentDeps, actor: Actor, matterId: string): Promise<CommitmentView> {
  allow(actor, "network.read");
  return deps.db.asActor(actor, (tx) => commitmentView(tx, deps, actor, matterId));
}
