import type { ActivityView, listActivities as contract, ReplyOf } from "@avances/contracts";
import { listActivities as selectActivities } from "@avances/db/queries/activity-queries";
import type { Actor } from "@avances/domain/access";
import { mayPut, participantOf } from "@avances/domain/network";
import { readOnActivities } from "#features/shared/activity-ground.ts";
import { allow } from "#features/shared/allow.ts";
import { type ActivityDeps, activitySummary, activityView } from "./activity-view.ts";

/** The proposals of activities that this person may read. */
export async function listActivities(deps: ActivityDeps, actor: Actor): Promise<ReplyOf<typeof contract>> {
  allow(actor, "network.read");
  return deps.db.asActor(actor, async (tx) => {
    const rows = await selectActivities(tx);
    const all = await readOnActivities(
      tx,
      rows.map(({ id }) => id),
    );
    const mayWrite = mayPut(actor.role, "activity") && participantOf(actor) !== null;
    return { activities: rows.map((row) => activitySummary(deps, actor, row, all)), mayWrite };
  });
}

/** One proposal, with all that was said of it. */
export async function getActivity(deps: ActivityDeps, actor: Actor, matterId: string): Promise<ActivityView> {
  allow(actor, "network.read");
  return deps.db.asActor(actor, (tx) => activityView(tx, deps, actor, matterId));
}
