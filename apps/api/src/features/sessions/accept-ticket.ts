import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { lockCredential, setPassword } from "@avances/db/queries/password-queries";
import { revokeSessionsOfUser } from "@avances/db/queries/session-queries";
import { consumeTicket, findOpenTicket, takeoverLinks, voidLinks } from "@avances/db/queries/ticket-queries";
import { DomainError } from "@avances/domain/domain-error";
import { ticketHash } from "@avances/notices";
import { queueSecurityMail } from "#accounts/queue-account-mail.ts";
import type { Deps } from "#deps.ts";
import { refuseWeakPassword } from "./check-password.ts";
import { hashPassword } from "./password-hash.ts";
import { forgetAccountAttempts } from "./throttle.ts";

/**
 * Uses a single-use link to set a password: the first one (invitation) or a new one (reset, which ends all sessions and other links into the account). A refused
 * password leaves the link usable. Throws `ticket-refused` for a link that is used, void, expired, of the other kind, or of an ended
 * account; `password-refused`.
 */
export async function acceptTicket(
  deps: Pick<Deps, "db" | "clock" | "config" | "reference" | "newId">,
  kind: "invitation" | "password_reset",
  request: { readonly token: string; readonly password: string },
): Promise<void> {
  const now = deps.clock.now();
  const tokenHash = ticketHash(request.token);
  const user = await deps.db.authQuery((tx) => findOpenTicket(tx, tokenHash, kind, now));
  // A mailbox that became one of several people since: nobody signs in with it.
  if (!user || user.isShared) throw new DomainError("ticket-refused");
  refuseWeakPassword(request.password, user, deps.reference);
  const passwordHash = await hashPassword(deps, request.password);
  await deps.db.asAuth(async (tx) => {
    // First, as everybody who proves the present password does: none of them waits for what another holds.
    await lockCredential(tx, user.id);
    // Of two simultaneous requests, the second finds it used.
    if (!(await consumeTicket(tx, tokenHash, kind, now))) throw new DomainError("ticket-refused");
    await setPassword(tx, user.id, passwordHash, now);
    if (kind === "password_reset") await voidLinks(tx, user.id, takeoverLinks, now);
    await forgetAccountAttempts(tx, user.email, now);
    await revokeSessionsOfUser(tx, user.id, "password set by a single-use link", now);
    await appendAuditEvent(tx, {
      at: now,
      actor: { userId: user.id, role: user.role, country: user.countryCode },
      action: kind === "invitation" ? "invitation.used" : "password.reset",
      objectType: "user",
      objectId: user.id,
      countryCode: user.countryCode,
      fields: ["password"],
    });
    if (kind === "password_reset") await queueSecurityMail(tx, deps, "password-changed", user, now);
  });
}
