import type { endPerson as contract, ReplyOf } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { accountStates } from "@avances/db/queries/session-queries";
import { endUser, findUser } from "@avances/db/queries/user-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import { invitationState, personView } from "./person-view.ts";

/** Ends an account: its sessions are refused from the next request on, its name stays in the record. Nobody ends their own. */
export async function endPerson(
  deps: Pick<Deps, "db" | "clock">,
  actor: Actor,
  personId: string,
): Promise<ReplyOf<typeof contract>> {
  const now = deps.clock.now();
  const states = await deps.db.authQuery((tx) => accountStates(tx, [personId], now));
  return deps.db.asActor(actor, async (tx) => {
    const user = await findUser(tx, personId);
    if (!user) throw new DomainError("not-found");
    if (personId === actor.userId) throw new DomainError("transition-refused", { reason: "own_account" });
    const ended = await endUser(tx, personId, now);
    if (!ended) throw new DomainError("transition-refused");
    await appendAuditEvent(tx, {
      at: now,
      actor,
      action: "user.ended",
      objectType: "user",
      objectId: personId,
      countryCode: ended.countryCode,
      fields: ["endedAt"],
    });
    const inviter = ended.invitedBy === null ? undefined : await findUser(tx, ended.invitedBy);
    const state = invitationState(ended, states.withPassword.has(personId), states.invited.has(personId));
    return personView(ended, state, inviter?.displayName ?? null);
  });
}
