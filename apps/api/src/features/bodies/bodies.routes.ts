import * as contracts from "@avances/contracts";
import type { Deps } from "#deps.ts";
import { keyOf } from "#features/shared/decided.ts";
import type { Mount } from "#http/handler.ts";
import { getBody } from "./body-view.ts";
import { addTerm, endTerm, withdrawTerm } from "./change-terms.ts";

/** The bodies of the Conference, and who held which role in them when. */
export function bodiesRoutes(mount: Mount, deps: Deps): void {
  mount(contracts.getBody, ({ actor, params }) => getBody(deps, actor, params.body));
  mount(contracts.addTerm, ({ actor, params, body, idempotency }) =>
    addTerm(deps, actor, { ...body, ...params, idempotency: keyOf(idempotency) }),
  );
  mount(contracts.endTerm, ({ actor, params, body, idempotency }) =>
    endTerm(deps, actor, { ...params, ...body, idempotency: keyOf(idempotency) }),
  );
  mount(contracts.withdrawTerm, ({ actor, params, body, idempotency }) =>
    withdrawTerm(deps, actor, { ...params, ...body, idempotency: keyOf(idempotency) }),
  );
}
