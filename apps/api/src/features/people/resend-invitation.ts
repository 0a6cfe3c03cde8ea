import type { resendInvitation as contract, ReplyOf } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { accountStates } from "@avances/db/queries/session-queries";
import { findUser, updateUser } from "@avances/db/queries/user-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import { sendInvitation } from "./open-account.ts";
import { invitationState, personView } from "./person-view.ts";

/**
 * Sends a fresh link to the stored address. An account that still waits for its second person gets no link: it is asked for anew, by
 * this person, and another one confirms. Throws `transition-refused` when the invitation was used or the account has ended.
 */
export async function resendInvitation(
  deps: Pick<Deps, "db" | "clock" | "config" | "newId">,
  actor: Actor,
  personId: string,
): Promise<ReplyOf<typeof contract>> {
  const now = deps.clock.now();
  const { withPassword } = await deps.db.authQuery((tx) => accountStates(tx, [personId], now));
  return deps.db.asActor(actor, async (tx) => {
    const user = await findUser(tx, personId);
    if (!user) throw new DomainError("not-found");
    if (user.endedAt !== null || withPassword.has(personId)) throw new DomainError("transition-refused");
    const isConfirmed = user.confirmedAt !== null;
    const asked = await updateUser(tx, personId, { invitedAt: now, invitedBy: actor.userId });
    if (!asked) throw new DomainError("not-found");
    if (isConfirmed) await sendInvitation(tx, deps, asked, now);
    await appendAuditEvent(tx, {
      at: now,
      actor,
      action: "user.invited-again",
      objectType: "user",
      objectId: personId,
      countryCode: asked.countryCode,
      detail: { linkSent: isConfirmed },
    });
    return personView(asked, invitationState(asked, false, isConfirmed), actor.displayName);
  });
}
