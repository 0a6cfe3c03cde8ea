import { followSubmission as followContract, tellPlace as tellPlaceContract } from "@avances/contracts";
import type { Deps } from "#deps.ts";
import type { Mount } from "#http/handler.ts";
import type { StreamMount } from "#http/mount-stream.ts";
import { followSubmission } from "./follow-submission.ts";
import type { LiveHub } from "./live-hub.ts";
import { tellPlace } from "./tell-place.ts";

/** A report while several people have it open. */
export function liveRoutes(mount: Mount, mountStream: StreamMount, deps: Deps & { readonly live: LiveHub }): void {
  mountStream(followContract, ({ actor, params }) => followSubmission(deps, actor, params));
  mount(tellPlaceContract, ({ actor, params, body }) => tellPlace(deps, actor, { ...params, place: body }));
}
