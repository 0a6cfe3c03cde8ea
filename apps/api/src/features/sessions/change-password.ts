import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { findPasswordHash, setPassword } from "@avances/db/queries/password-queries";
import { findSession, revokeSessionsOfUser } from "@avances/db/queries/session-queries";
import { takeoverLinks, voidLinks } from "@avances/db/queries/ticket-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { queueSecurityMail } from "#accounts/queue-account-mail.ts";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import { refuseWeakPassword } from "./check-password.ts";
import { hashPassword, verifyPassword } from "./password-hash.ts";
import { isStillPassword } from "./same-password.ts";
import { forgetAttempts, recordFailure, signInKeys, takeAttempt } from "./throttle.ts";

/**
 * Sets a new password, given the present one; ends every other session of the account and the links by which whoever knew the one before could still
 * come in, and mails its owner.
 */
export async function changePassword(
  deps: Pick<Deps, "db" | "clock" | "config" | "reference" | "newId">,
  actor: Actor,
  request: { readonly current: string; readonly next: string; readonly ip: string },
): Promise<void> {
  allow(actor, "session.own");
  const now = deps.clock.now();
  const found = await deps.db.authQuery((tx) => findSession(tx, actor.sessionId));
  if (!found) throw new DomainError("not-signed-in");
  const { user } = found;
  const keys = signInKeys(user.email, request.ip, actor.sessionId);
  await takeAttempt(deps, keys, now);
  const stored = await deps.db.authQuery((tx) => findPasswordHash(tx, user.id));
  if (!(await verifyPassword(deps, request.current, stored))) {
    await recordFailure(deps, keys, now);
    throw new DomainError("sign-in-refused");
  }
  refuseWeakPassword(request.next, user, deps.reference);
  const passwordHash = await hashPassword(deps, request.next);
  const isDone = await deps.db.asAuth(async (tx) => {
    if (!(await isStillPassword(tx, user.id, stored))) return false;
    await forgetAttempts(tx, keys, now);
    await setPassword(tx, user.id, passwordHash, now);
    await voidLinks(tx, user.id, takeoverLinks, now);
    await revokeSessionsOfUser(tx, user.id, "password changed", now, actor.sessionId);
    await appendAuditEvent(tx, {
      at: now,
      actor,
      action: "password.changed",
      objectType: "user",
      objectId: user.id,
      countryCode: user.countryCode,
      fields: ["password"],
    });
    await queueSecurityMail(tx, deps, "password-changed", user, now);
    return true;
  });
  if (!isDone) await changePassword(deps, actor, request);
}
