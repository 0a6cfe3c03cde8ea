import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { findCredentialByEmail, setPassword } from "@avances/db/queries/password-queries";
import type { UserRow } from "@avances/db/queries/rows";
import { insertSession } from "@avances/db/queries/session-queries";
import { recordSignIn } from "@avances/db/queries/user-queries";
import { DomainError } from "@avances/domain/domain-error";
import { normaliseAddress } from "#accounts/normalise-address.ts";
import { queueSecurityMail } from "#accounts/queue-account-mail.ts";
import type { Deps } from "#deps.ts";
import { knownDevice } from "./known-device.ts";
import { hashPassword, isOutdated, verifyPassword } from "./password-hash.ts";
import { isStillPassword } from "./same-password.ts";
import { issueRefreshToken, type SessionGrant, sessionHours } from "./session-tokens.ts";
import { forgetAttempts, recordFailure, signInKeys, takeAttempt } from "./throttle.ts";

export interface SignIn {
  readonly email: string;
  readonly password: string;
  /** Network address the request came from. */
  readonly ip: string;
  readonly deviceCookie: string | null;
}

export interface SignedIn extends SessionGrant {
  readonly user: UserRow;
  /** Normalised. */
  readonly email: string;
}

/**
 * Opens a session; if the account has not used this browser before, its owner gets a mail. Unknown address, wrong password, ended
 * account and unused invitation give the same refusal, in words and in time.
 * Throws `sign-in-refused` or `too-many-attempts`.
 */
export async function signIn(
  deps: Pick<Deps, "db" | "clock" | "config" | "newId">,
  request: SignIn,
): Promise<SignedIn> {
  const now = deps.clock.now();
  const email = normaliseAddress(request.email);
  const keys = signInKeys(email, request.ip, knownDevice(deps.config, request.deviceCookie, email));
  await takeAttempt(deps, keys, now);

  const found = await deps.db.authQuery((tx) => findCredentialByEmail(tx, email));
  const stored = found && found.user.endedAt === null ? found.passwordHash : null;
  const isRight = await verifyPassword(deps, request.password, stored);
  if (!found || stored === null || !isRight) {
    await recordFailure(deps, keys, now);
    throw new DomainError("sign-in-refused");
  }

  const { user } = found;
  const rehashed = isOutdated(stored) ? await hashPassword(deps, request.password) : null;
  const sessionId = deps.newId();
  const refreshToken = await deps.db.asAuth(async (tx) => {
    if (!(await isStillPassword(tx, user.id, stored))) return null;
    await forgetAttempts(tx, keys, now);
    if (rehashed !== null) await setPassword(tx, user.id, rehashed, now);
    await insertSession(tx, {
      id: sessionId,
      userId: user.id,
      createdAt: now,
      lastUsedAt: now,
      absoluteExpiresAt: new Date(now.valueOf() + sessionHours * 3_600_000),
    });
    await recordSignIn(tx, user.id, now);
    // Not at the very first sign-in: the owner has just chosen the password through a link.
    if (!keys.isKnownDevice && user.lastSignedInAt !== null) await queueSecurityMail(tx, deps, "new-device", user, now);
    await appendAuditEvent(tx, {
      at: now,
      actor: { userId: user.id, role: user.role, country: user.countryCode },
      action: "session.opened",
      objectType: "session",
      objectId: sessionId,
      countryCode: user.countryCode,
    });
    return issueRefreshToken(tx, sessionId, now);
  });
  if (refreshToken === null) return await signIn(deps, request);
  return { user, email, sessionId, userId: user.id, refreshToken };
}
