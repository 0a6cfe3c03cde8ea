import * as contracts from "@avances/contracts";
import type { Deps } from "#deps.ts";
import type { PublicDeps } from "#features/shared/act-in-public.ts";
import { decided, keyOf } from "#features/shared/decided.ts";
import { tagged } from "#features/shared/tagged.ts";
import type { Mount } from "#http/handler.ts";
import { fileVoice, reviseVoice, saveVoice, showVoice, withdrawVoice } from "./act-on-voice.ts";
import { assessCompletion, takeStance } from "./answer-voice.ts";
import { getVoice, listVoices } from "./read-voices.ts";
import { recommendationsFile } from "./recommendations-file.ts";
import { linkVoice } from "./what-it-is-about.ts";

/** Contributions and recommendations: what those who are no member put before the Network, and how it is answered. */
export function voicesRoutes(mount: Mount, deps: Deps & PublicDeps): void {
  mount(contracts.listVoices, ({ actor, query }) => listVoices(deps, actor, query));
  mount(contracts.getVoice, ({ actor, params }) => getVoice(deps, actor, params.matterId));
  mount(contracts.getRecommendationsCsv, ({ actor, query }) => recommendationsFile(deps, actor, "csv", query));
  mount(contracts.getRecommendationsWorkbook, ({ actor, query }) => recommendationsFile(deps, actor, "xlsx", query));
  mount(contracts.saveVoice, async (call) =>
    tagged(await saveVoice(deps, call.actor, { ...call.params, written: call.body, ...decided(call) })),
  );
  mount(contracts.fileVoice, async (call) =>
    tagged(await fileVoice(deps, call.actor, { ...call.params, ...decided(call) })),
  );
  mount(contracts.reviseVoice, async (call) =>
    tagged(await reviseVoice(deps, call.actor, { ...call.params, written: call.body, ...decided(call) })),
  );
  mount(contracts.showVoice, async (call) =>
    tagged(await showVoice(deps, call.actor, { ...call.params, ...call.body, ...decided(call) })),
  );
  mount(contracts.withdrawVoice, async (call) =>
    tagged(await withdrawVoice(deps, call.actor, { ...call.params, ...call.body, ...decided(call) })),
  );
  mount(contracts.takeStance, ({ actor, params, body, idempotency }) =>
    takeStance(deps, actor, { ...params, ...body, idempotency: keyOf(idempotency) }),
  );
  mount(contracts.assessCompletion, ({ actor, params, body, idempotency }) =>
    assessCompletion(deps, actor, { ...params, ...body, idempotency: keyOf(idempotency) }),
  );
  mount(contracts.linkVoice, ({ actor, params, body }) => linkVoice(deps, actor, { ...params, ...body }));
}
