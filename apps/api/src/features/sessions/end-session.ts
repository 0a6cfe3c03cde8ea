import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { findRefreshToken, findSession, revokeSession } from "@avances/db/queries/session-queries";
import type { Deps } from "#deps.ts";
import { refuseOtherPerson } from "#http/acting-as.ts";
import { hashRefreshToken } from "./session-tokens.ts";

/**
 * Signs out, effective at the next request of any tab. Finds the session by the caller or, when the access token has expired, by the
 * refresh cookie. Throws `other-person`.
 */
export async function endSession(
  deps: Pick<Deps, "db" | "clock">,
  known: {
    readonly sessionId: string | null;
    readonly refreshToken: string | null;
    /** The person the page shows; null when it does not say. */
    readonly actingAs: string | null;
  },
): Promise<void> {
  const now = deps.clock.now();
  await deps.db.asAuth(async (tx) => {
    const token =
      known.refreshToken === null ? undefined : await findRefreshToken(tx, hashRefreshToken(known.refreshToken));
    const sessionId = known.sessionId ?? token?.sessionId;
    if (sessionId === undefined) return;
    const found = await findSession(tx, sessionId);
    if (found) refuseOtherPerson(known.actingAs, found.user.id);
    if (!found || !(await revokeSession(tx, sessionId, "signed out", now))) return;
    const { id: userId, role, countryCode: country } = found.user;
    await appendAuditEvent(tx, {
      at: now,
      actor: { userId, role, country },
      action: "session.ended",
      objectType: "session",
      objectId: sessionId,
      countryCode: country,
    });
  });
}
