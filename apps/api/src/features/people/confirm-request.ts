import type { confirmRequest as contract, ReplyOf } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { decideRequest } from "@avances/db/queries/people-queries";
import { type Actor, mayConfirm } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import { fieldsOf } from "./ask-for.ts";
import { carryOut } from "./carry-out.ts";
import { viewPerson } from "./person-view.ts";
import { type RequestOfPerson, waitingRequest } from "./waiting-request.ts";

/**
 * A second person of the secretariat confirms, within 24 hours, an act that another one requested; it is then carried out. Throws
 * `not-allowed` for the person who requested it, `transition-refused` when it is not (or no longer) waiting.
 */
export async function confirmRequest(
  deps: Pick<Deps, "db" | "clock" | "config" | "newId">,
  actor: Actor,
  request: RequestOfPerson,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "users.invite");
  const now = deps.clock.now();
  await deps.db.asActor(actor, async (tx) => {
    const { person, waiting } = await waitingRequest(tx, request);
    const verdict = mayConfirm(waiting, actor.userId, now);
    if (verdict === "same-person") throw new DomainError("not-allowed", { reason: "second_person_needed" });
    if (verdict === "lapsed") throw new DomainError("transition-refused", { reason: "expired" });
    const decided = await decideRequest(tx, waiting.id, { outcome: "confirmed", by: actor.userId, at: now });
    if (!decided) throw new DomainError("transition-refused");
    const { act, proposed, requestedBy: askedBy } = waiting;
    await carryOut(tx, deps, person, { act, proposed, askedBy, confirmedBy: actor.userId }, now);
    await appendAuditEvent(tx, {
      at: now,
      actor,
      action: "user.confirmed",
      objectType: "user",
      objectId: person.id,
      countryCode: person.countryCode,
      fields: [...fieldsOf[act]],
      detail: { role: person.role, act },
    });
  });
  return viewPerson(deps, actor, request.personId);
}
