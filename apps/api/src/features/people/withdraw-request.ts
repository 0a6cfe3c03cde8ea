import type { withdrawRequest as contract, ReplyOf } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { decideRequest } from "@avances/db/queries/people-queries";
import { endUser } from "@avances/db/queries/user-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import { viewPerson } from "./person-view.ts";
import { type RequestOfPerson, waitingRequest } from "./waiting-request.ts";

/**
 * Withdraws or refuses an act that waits for a second person. Anybody of the secretariat may, because nothing happens then. An account
 * that was to be opened is given up and its address is free again. Throws `transition-refused` when the act is not (or no longer) waiting.
 */
export async function withdrawRequest(
  deps: Pick<Deps, "db" | "clock">,
  actor: Actor,
  request: RequestOfPerson,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "users.invite");
  const now = deps.clock.now();
  await deps.db.asActor(actor, async (tx) => {
    const { person, waiting } = await waitingRequest(tx, request);
    const decided = await decideRequest(tx, waiting.id, { outcome: "withdrawn", by: actor.userId, at: now });
    if (!decided) throw new DomainError("transition-refused");
    if (waiting.act === "open") await endUser(tx, person.id, now);
    await appendAuditEvent(tx, {
      at: now,
      actor,
      action: "user.request-withdrawn",
      objectType: "user",
      objectId: person.id,
      countryCode: person.countryCode,
      detail: { role: person.role, act: waiting.act },
    });
  });
  return viewPerson(deps, actor, request.personId);
}
