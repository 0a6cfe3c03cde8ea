import * as contracts from "@avances/contracts";
import type { Deps } from "#deps.ts";
import { decided, keyOf } from "#features/shared/decided.ts";
import { tagged } from "#features/shared/tagged.ts";
import type { Mount } from "#http/handler.ts";
import { fileActivity, reviseActivity, saveActivity, showActivity, withdrawActivity } from "./act-on-activity.ts";
import { activityFile } from "./activity-file.ts";
import { getActivity, listActivities } from "./read-activities.ts";
import { declineSupport, endorseActivity, evaluateActivity, holdActivity, supportActivity } from "./say-of-activity.ts";

/** Activities that are proposed to the Network, and what became of them. */
export function activitiesRoutes(mount: Mount, deps: Deps): void {
  mount(contracts.listActivities, ({ actor, query }) => listActivities(deps, actor, query));
  mount(contracts.getActivity, ({ actor, params }) => getActivity(deps, actor, params.matterId));
  mount(contracts.getActivityEntry, ({ actor, params, query }) => activityFile(deps, actor, { ...params, ...query }));
  mount(contracts.saveActivity, async (call) =>
    tagged(await saveActivity(deps, call.actor, { ...call.params, written: call.body, ...decided(call) })),
  );
  mount(contracts.fileActivity, async (call) =>
    tagged(await fileActivity(deps, call.actor, { ...call.params, ...decided(call) })),
  );
  mount(contracts.reviseActivity, async (call) =>
    tagged(await reviseActivity(deps, call.actor, { ...call.params, written: call.body, ...decided(call) })),
  );
  mount(contracts.showActivity, async (call) =>
    tagged(await showActivity(deps, call.actor, { ...call.params, ...call.body, ...decided(call) })),
  );
  mount(contracts.withdrawActivity, async (call) =>
    tagged(await withdrawActivity(deps, call.actor, { ...call.params, ...call.body, ...decided(call) })),
  );
  mount(contracts.supportActivity, ({ actor, params, body, idempotency }) =>
    supportActivity(deps, actor, { ...params, ...body, idempotency: keyOf(idempotency) }),
  );
  mount(contracts.declineSupport, ({ actor, params, body, idempotency }) =>
    declineSupport(deps, actor, { ...params, ...body, idempotency: keyOf(idempotency) }),
  );
  mount(contracts.endorseActivity, ({ actor, params, body, idempotency }) =>
    endorseActivity(deps, actor, { ...params, ...body, idempotency: keyOf(idempotency) }),
  );
  mount(contracts.holdActivity, ({ actor, params, body, idempotency }) =>
    holdActivity(deps, actor, { ...params, ...body, idempotency: keyOf(idempotency) }),
  );
  mount(contracts.evaluateActivity, ({ actor, params, body, idempotency }) =>
    evaluateActivity(deps, actor, { ...params, ...body, idempotency: keyOf(idempotency) }),
  );
}
