import * as contracts from "@avances/contracts";
import type { Deps } from "#deps.ts";
import { decided, keyOf } from "#features/shared/decided.ts";
import { tagged } from "#features/shared/tagged.ts";
import type { Mount } from "#http/handler.ts";
import { fileNarrative, reviseNarrative, saveNarrative, showNarrative, withdrawNarrative } from "./act-on-narrative.ts";
import { askForProgress, getProgressAsks, previewProgressAsk } from "./progress-asks.ts";
import { getNarrative, getProgressOfMeeting, listNarrativesOf } from "./read-narratives.ts";

/** What countries tell of their progress since the last meeting of the Network. */
export function narrativesRoutes(mount: Mount, deps: Deps): void {
  mount(contracts.getProgressOfMeeting, ({ actor, params }) => getProgressOfMeeting(deps, actor, params.meetingId));
  mount(contracts.getProgressAsks, ({ actor, params }) => getProgressAsks(deps, actor, params.meetingId));
  mount(contracts.previewProgressAsk, ({ actor, params, body }) =>
    previewProgressAsk(deps, actor, { ...params, ...body }),
  );
  mount(contracts.askForProgress, ({ actor, params, body, idempotency }) =>
    askForProgress(deps, actor, { ...params, ...body, idempotency: keyOf(idempotency) }),
  );
  mount(contracts.listNarratives, ({ actor, query }) => listNarrativesOf(deps, actor, query));
  mount(contracts.getNarrative, ({ actor, params }) => getNarrative(deps, actor, params.matterId));
  mount(contracts.saveNarrative, async (call) =>
    tagged(await saveNarrative(deps, call.actor, { ...call.params, written: call.body, ...decided(call) })),
  );
  mount(contracts.fileNarrative, async (call) =>
    tagged(await fileNarrative(deps, call.actor, { ...call.params, ...decided(call) })),
  );
  mount(contracts.reviseNarrative, async (call) =>
    tagged(await reviseNarrative(deps, call.actor, { ...call.params, written: call.body, ...decided(call) })),
  );
  mount(contracts.showNarrative, async (call) =>
    tagged(await showNarrative(deps, call.actor, { ...call.params, ...call.body, ...decided(call) })),
  );
  mount(contracts.withdrawNarrative, async (call) =>
    tagged(await withdrawNarrative(deps, call.actor, { ...call.params, ...call.body, ...decided(call) })),
  );
}
