import type { resendInvitation as contract, ReplyOf } from "@avances/contracts";
import { accountStates } from "@avances/db/queries/password-queries";
import { findUser, updateUser } from "@avances/db/queries/user-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import { askFor } from "./ask-for.ts";
import { viewPerson } from "./person-view.ts";

/**
 * Sends a fresh link to the stored address, or requests it from a second person. For an account that was never opened, this person requests
 * the opening again. Throws `transition-refused` when the invitation was used, the account has ended, or an act on it is waiting.
 */
export async function resendInvitation(
  deps: Pick<Deps, "db" | "clock" | "config" | "newId">,
  actor: Actor,
  personId: string,
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "users.invite");
  const now = deps.clock.now();
  const { withPassword } = await deps.db.authQuery((tx) => accountStates(tx, [personId], now));
  await deps.db.asActor(actor, async (tx) => {
    const person = await findUser(tx, personId);
    if (!person) throw new DomainError("not-found");
    if (person.endedAt !== null || withPassword.has(personId)) throw new DomainError("transition-refused");
    if (person.confirmedAt !== null) return askFor(tx, deps, actor, person, "send_link", now);
    const asked = await updateUser(tx, personId, { invitedAt: now, invitedBy: actor.userId });
    if (!asked) throw new DomainError("not-found");
    return askFor(tx, deps, actor, asked, "open", now);
  });
  return viewPerson(deps, actor, personId);
}
