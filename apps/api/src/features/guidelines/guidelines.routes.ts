import * as contracts from "@avances/contracts";
import type { Deps } from "#deps.ts";
import { decided } from "#features/shared/decided.ts";
import { tagged } from "#features/shared/tagged.ts";
import type { Mount } from "#http/handler.ts";
import {
  fileGuidelineStatement,
  saveGuidelineStatement,
  showGuidelineStatement,
  withdrawGuidelineStatement,
} from "./act-on-statement.ts";
import { getGuidelineStatement, getGuidelines } from "./read-guidelines.ts";
import { saveGuidelineSteps } from "./save-guideline-steps.ts";

/** How countries apply the Regional Guidelines: the steps, what each country says of itself, and the view of IOM. */
export function guidelinesRoutes(mount: Mount, deps: Deps): void {
  mount(contracts.getGuidelines, ({ actor }) => getGuidelines(deps, actor));
  mount(contracts.saveGuidelineSteps, async (call) =>
    tagged(await saveGuidelineSteps(deps, call.actor, { written: call.body, ...decided(call) })),
  );
  mount(contracts.getGuidelineStatement, ({ actor, params }) => getGuidelineStatement(deps, actor, params.matterId));
  mount(contracts.saveGuidelineStatement, async (call) =>
    tagged(await saveGuidelineStatement(deps, call.actor, { ...call.params, written: call.body, ...decided(call) })),
  );
  mount(contracts.fileGuidelineStatement, async (call) =>
    tagged(await fileGuidelineStatement(deps, call.actor, { ...call.params, ...decided(call) })),
  );
  mount(contracts.showGuidelineStatement, async (call) =>
    tagged(await showGuidelineStatement(deps, call.actor, { ...call.params, ...call.body, ...decided(call) })),
  );
  mount(contracts.withdrawGuidelineStatement, async (call) =>
    tagged(await withdrawGuidelineStatement(deps, call.actor, { ...call.params, ...call.body, ...decided(call) })),
  );
}
