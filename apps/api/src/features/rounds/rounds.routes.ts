import { getRoundStatus, openRound as openRoundContract } from "@avances/contracts";
import type { Deps } from "#deps.ts";
import type { Mount } from "#http/handler.ts";
import { keyOf } from "#reporting/decided.ts";
import { openRound } from "./open-round.ts";
import { roundStatus } from "./round-status.ts";

/** Rounds: opening one, and who is late in it. */
export function roundsRoutes(mount: Mount, deps: Deps): void {
  mount(openRoundContract, ({ actor, body, idempotency }) => openRound(deps, actor, body, keyOf(idempotency)));
  mount(getRoundStatus, ({ actor, params }) => roundStatus(deps, actor, params.year));
}
