import { type Caller, findCaller, touchSession } from "@avances/db/queries/session-queries";
import { type Actor, isCountryRole, roleFacts } from "@avances/domain/access";
import type { FastifyRequest } from "fastify";
import type { Deps } from "../deps.ts";
import type { AccessTokens } from "./access-token.ts";
import { isByItself } from "./by-itself.ts";
import { readCookie } from "./cookies.ts";

const touchAfterMs = 60_000;

/**
 * Who is calling, or null. The token only names a session; everything else (whether session and account are active, role, country)
 * is read from the database for this request, in one round trip, so that a change takes effect at once.
 */
export async function authenticate(
  deps: Pick<Deps, "db" | "clock" | "config">,
  tokens: AccessTokens,
  request: FastifyRequest,
): Promise<Actor | null> {
  const token = readCookie(deps.config, request, "at");
  if (token === null) return null;
  const now = deps.clock.now();
  const claims = tokens.verify(token, now);
  if (claims === null) return null;
  const found = await deps.db.authQuery((tx) => findCaller(tx, claims.sessionId));
  if (!found || found.user.id !== claims.userId || !isAlive(found, now)) return null;
  // Once a minute is enough to detect an idle session, and saves a write per request.
  if (!isByItself(request) && now.valueOf() - found.session.lastUsedAt.valueOf() > touchAfterMs) {
    await deps.db.authQuery((tx) => touchSession(tx, claims.sessionId, now));
  }
  return actorOf(found);
}

/** Not revoked, not idle for longer than its role allows, not past its end, and the account not ended. */
export function isAlive({ session, user }: Pick<Caller, "session" | "user">, now: Date): boolean {
  const idle = roleFacts[user.role].idleMinutes * 60_000;
  return (
    session.revokedAt === null &&
    user.endedAt === null &&
    now < session.absoluteExpiresAt &&
    now.valueOf() - session.lastUsedAt.valueOf() < idle
  );
}

/** Who this session belongs to now, or null when it has ended or is idle. Asking does not count as use of it. */
export async function actorOfSession(deps: Pick<Deps, "db" | "clock">, sessionId: string): Promise<Actor | null> {
  const found = await deps.db.authQuery((tx) => findCaller(tx, sessionId));
  return found && isAlive(found, deps.clock.now()) ? actorOf(found) : null;
}

function actorOf({ session, user, sectionOf }: Caller): Actor {
  return {
    userId: user.id,
    role: user.role,
    // A delegate may be named for a country; this decides which mails they get and nothing else.
    country: isCountryRole(user.role) ? user.countryCode : null,
    organisation: user.organisationCode,
    assignedIndicators: user.assignedIndicators,
    sessionId: session.id,
    displayName: user.displayName,
    // Without its report, the person of a section may do nothing.
    ...(user.sectionId !== null && { section: { id: user.sectionId, submissionId: sectionOf ?? "" } }),
  };
}
