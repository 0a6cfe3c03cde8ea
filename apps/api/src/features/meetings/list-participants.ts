import { listParticipants as selectParticipants } from "@avances/db/queries/reference-queries";
import type { Actor } from "@avances/domain/access";
import type { Participant } from "@avances/domain/reference";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";

/** Who takes part in the work of the Network. */
export async function listParticipants(
  { db }: Pick<Deps, "db">,
  actor: Actor,
): Promise<{ readonly participants: readonly Participant[] }> {
  allow(actor, "network.read");
  return { participants: await db.asActor(actor, selectParticipants) };
}
