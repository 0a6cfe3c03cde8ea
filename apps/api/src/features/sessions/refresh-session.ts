import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import type { UserRow } from "@avances/db/queries/rows";
import {
  consumeRefreshToken,
  findRefreshToken,
  findSession,
  revokeSession,
  touchSession,
} from "@avances/db/queries/session-queries";
import { DomainError } from "@avances/domain/domain-error";
import { queueSecurityMail } from "#accounts/queue-account-mail.ts";
import type { Deps } from "#deps.ts";
import { isAlive } from "#http/authentication.ts";
import { hashRefreshToken, issueRefreshToken, type SessionGrant } from "./session-tokens.ts";

const twoTabsMs = 10_000;

interface Refreshed {
  readonly user: UserRow;
  /** The report to a part of which the session is limited; null for everybody with an account. */
  readonly sectionOf: string | null;
}

type Outcome =
  | { readonly kind: "granted"; readonly grant: SessionGrant & Refreshed }
  | { readonly kind: "refused" | "in-progress" };

/**
 * Exchanges a refresh token, which works once. If it comes again within ten seconds, it is from a second tab, which is told to wait; if
 * later, it was copied: the whole session ends and its owner gets a mail. `isUse` false: a page asked by itself, so the session still
 * becomes idle. Throws `not-signed-in` or `refresh-in-progress`.
 */
export async function refreshSession(
  deps: Pick<Deps, "db" | "clock" | "config" | "newId">,
  token: string | null,
  isUse = true,
): Promise<SessionGrant & Refreshed> {
  if (token === null) throw new DomainError("not-signed-in");
  const now = deps.clock.now();
  const tokenHash = hashRefreshToken(token);
  // Refusals are decided inside the transaction and thrown outside, so that what they write is committed.
  const outcome = await deps.db.asAuth(async (tx): Promise<Outcome> => {
    const sessionId = await consumeRefreshToken(tx, tokenHash, now);
    if (sessionId === undefined) return refuseUsed(deps, tx, tokenHash, now);
    const found = await findSession(tx, sessionId);
    if (!found || !isAlive(found, now)) return { kind: "refused" };
    if (isUse) await touchSession(tx, sessionId, now);
    const refreshToken = await issueRefreshToken(tx, sessionId, now);
    return {
      kind: "granted",
      grant: { sessionId, userId: found.user.id, user: found.user, sectionOf: found.sectionOf, refreshToken },
    };
  });
  if (outcome.kind === "granted") return outcome.grant;
  throw new DomainError(outcome.kind === "in-progress" ? "refresh-in-progress" : "not-signed-in");
}

async function refuseUsed(
  deps: Pick<Deps, "config" | "newId">,
  tx: Tx,
  tokenHash: string,
  now: Date,
): Promise<Outcome> {
  const known = await findRefreshToken(tx, tokenHash);
  if (!known?.usedAt) return { kind: "refused" };
  const found = await findSession(tx, known.sessionId);
  if (!found || found.session.revokedAt !== null) return { kind: "refused" };
  if (now.valueOf() - known.usedAt.valueOf() <= twoTabsMs) return { kind: "in-progress" };

  const { user } = found;
  await revokeSession(tx, known.sessionId, "refresh token used twice", now);
  await appendAuditEvent(tx, {
    at: now,
    actor: null,
    action: "session.revoked",
    objectType: "session",
    objectId: known.sessionId,
    countryCode: user.countryCode,
    detail: { reason: "refresh-token-reused" },
  });
  await queueSecurityMail(tx, deps, "session-copied", user, now);
  return { kind: "refused" };
}
