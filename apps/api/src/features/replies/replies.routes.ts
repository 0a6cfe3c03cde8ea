import * as contracts from "@avances/contracts";
import type { Deps } from "#deps.ts";
import { keyOf } from "#features/shared/decided.ts";
import type { Mount } from "#http/handler.ts";
import { replyToMatter, withdrawReply } from "./reply-to-matter.ts";

/** What countries answer to what was put before the Network, whatever its kind. */
export function repliesRoutes(mount: Mount, deps: Deps): void {
  mount(contracts.replyToMatter, ({ actor, params, body, idempotency }) =>
    replyToMatter(deps, actor, { ...params, reply: body }, keyOf(idempotency)),
  );
  mount(contracts.withdrawReply, ({ actor, params, idempotency }) =>
    withdrawReply(deps, actor, params, keyOf(idempotency)),
  );
}
