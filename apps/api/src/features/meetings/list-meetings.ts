import type { MeetingSummary } from "@avances/contracts";
import { listMeetings as selectMeetings } from "@avances/db/queries/meeting-queries";
import type { Actor } from "@avances/domain/access";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";

/** The meetings of all bodies, the latest day first. */
export async function listMeetings(
  { db }: Pick<Deps, "db">,
  actor: Actor,
): Promise<{ readonly meetings: readonly MeetingSummary[] }> {
  allow(actor, "network.read");
  const rows = await db.asActor(actor, selectMeetings);
  return {
    meetings: rows.map(({ id, bodyCode, heldOn, untilOn, place, hostCode, state, publicSource }) => ({
      ...{ id, body: bodyCode, heldOn, untilOn, place, host: hostCode, state, publicSource },
    })),
  };
}
