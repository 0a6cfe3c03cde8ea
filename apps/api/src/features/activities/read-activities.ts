import type { ActivityView, listActivities as contract, QueryOf, ReplyOf } from "@avances/contracts";
import {
  countActivities,
  offeredByActivities,
  listActivities as selectActivities,
} from "@avances/db/queries/activity-queries";
import type { Actor } from "@avances/domain/access";
import { mayPut, participantOf } from "@avances/domain/network";
import { readOnActivities } from "#features/shared/activity-ground.ts";
import { allow } from "#features/shared/allow.ts";
import { onPage, todayEverywhere } from "#features/shared/list-pages.ts";
import { type ActivityDeps, activitySummary, activityView } from "./activity-view.ts";

/** The proposals of activities that this person may read, page by page, and what there is to ask for. */
export async function listActivities(
  deps: ActivityDeps,
  actor: Actor,
  { page: asked = 1, ...filter }: QueryOf<typeof contract>,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "network.read");
  const today = todayEverywhere(deps, deps.clock.now());
  return deps.db.asActor(actor, async (tx) => {
    const offered = await offeredByActivities(tx, today);
    const count = await countActivities(tx, filter, today);
    const { rows, total, page } = await onPage(asked, count, (part) => selectActivities(tx, filter, today, part));
    const all = await readOnActivities(
      tx,
      rows.map(({ id }) => id),
    );
    const mayWrite = mayPut(actor.role, "activity") && participantOf(actor) !== null;
    return { activities: rows.map((row) => activitySummary(deps, actor, row, all)), total, page, offered, mayWrite };
  });
}

/** One proposal, with all that was said of it. */
export async function getActivity(deps: ActivityDeps, actor: Actor, matterId: string): Promise<ActivityView> {
  allow(actor, "network.read");
  return deps.db.asActor(actor, (tx) => activityView(tx, deps, actor, matterId));
}
