import * as contracts from "@avances/contracts";
import type { Deps } from "#deps.ts";
import type { Mount } from "#http/handler.ts";
import { listMeetings } from "./list-meetings.ts";
import { listParticipants } from "./list-participants.ts";

/** The meetings of the Network and of the other bodies, and who takes part. */
export function meetingsRoutes(mount: Mount, deps: Deps): void {
  mount(contracts.listParticipants, ({ actor }) => listParticipants(deps, actor));
  mount(contracts.listMeetings, ({ actor }) => listMeetings(deps, actor));
}
