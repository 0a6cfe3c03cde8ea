import {
  followSubmission as followContract,
  followRound as followRoundContract,
  tellPlace as tellPlaceContract,
} from "@avances/contracts";
import type { Deps } from "#deps.ts";
import type { Mount } from "#http/handler.ts";
import type { StreamMount } from "#http/mount-stream.ts";
import { followRound } from "./follow-round.ts";
import { followSubmission } from "./follow-submission.ts";
import type { LiveHub } from "./live-hub.ts";
import { tellPlace } from "./tell-place.ts";

/** Reports and late monitors while several people have them open. */
export function liveRoutes(mount: Mount, mountStream: StreamMount, deps: Deps & { readonly live: LiveHub }): void {
  mountStream(followContract, ({ actor, params }) => followSubmission(deps, actor, params));
  mountStream(followRoundContract, ({ actor, params }) => followRound(deps, actor, params.year));
  mount(tellPlaceContract, ({ actor, params, body }) => tellPlace(deps, actor, { ...params, place: body }));
}
