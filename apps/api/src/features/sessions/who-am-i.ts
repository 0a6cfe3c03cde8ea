import { findRefreshToken, findSession } from "@avances/db/queries/session-queries";
import type { Actor } from "@avances/domain/access";
import type { Deps } from "#deps.ts";
import { isAlive } from "#http/authentication.ts";
import { hashRefreshToken } from "./session-tokens.ts";

type Found = NonNullable<Awaited<ReturnType<typeof findSession>>>;

/**
 * The account behind a request: from the access token or, when its ten minutes are over, from a valid refresh token. Reading changes
 * nothing: the next operation that needs a session is refused, and the page then refreshes it.
 */
export async function whoAmI(
  deps: Pick<Deps, "db" | "clock">,
  actor: Actor | null,
  refreshToken: string | null,
): Promise<Pick<Found, "user" | "sectionOf"> | null> {
  if (actor) return (await deps.db.authQuery((tx) => findSession(tx, actor.sessionId))) ?? null;
  if (refreshToken === null) return null;
  const token = await deps.db.authQuery((tx) => findRefreshToken(tx, hashRefreshToken(refreshToken)));
  if (!token || token.usedAt !== null) return null;
  const found = await deps.db.authQuery((tx) => findSession(tx, token.sessionId));
  return found && isAlive(found, deps.clock.now()) ? found : null;
}
