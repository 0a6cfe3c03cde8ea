import type { confirmInvitation as contract, ReplyOf } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { confirmUser } from "@avances/db/queries/people-queries";
import { findUser } from "@avances/db/queries/user-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import { openAccount } from "./open-account.ts";
import { invitationState, personView } from "./person-view.ts";

const confirmWithinMs = 24 * 3_600_000;

/**
 * A second person of the secretariat confirms a new account within 24 hours of its being asked for; then its link goes out. Throws
 * `not-allowed` to whoever asked for it, `transition-refused` when it is not waiting (any more).
 */
export async function confirmInvitation(
  deps: Pick<Deps, "db" | "clock" | "config" | "newId">,
  actor: Actor,
  personId: string,
): Promise<ReplyOf<typeof contract>> {
  const now = deps.clock.now();
  return deps.db.asActor(actor, async (tx) => {
    const user = await findUser(tx, personId);
    if (!user) throw new DomainError("not-found");
    if (user.confirmedAt !== null || user.endedAt !== null || user.invitedAt === null)
      throw new DomainError("transition-refused");
    if (user.invitedBy === actor.userId) throw new DomainError("not-allowed", { reason: "second_person_needed" });
    if (now.valueOf() - user.invitedAt.valueOf() > confirmWithinMs)
      throw new DomainError("transition-refused", { reason: "expired" });
    const confirmed = await confirmUser(tx, personId, actor.userId, now);
    if (!confirmed) throw new DomainError("transition-refused");
    await openAccount(tx, deps, confirmed, now);
    await appendAuditEvent(tx, {
      at: now,
      actor,
      action: "user.confirmed",
      objectType: "user",
      objectId: personId,
      countryCode: confirmed.countryCode,
      fields: ["confirmedBy"],
      detail: { role: confirmed.role },
    });
    const inviter = confirmed.invitedBy === null ? undefined : await findUser(tx, confirmed.invitedBy);
    return personView(confirmed, invitationState(confirmed, false, true), inviter?.displayName ?? null);
  });
}
