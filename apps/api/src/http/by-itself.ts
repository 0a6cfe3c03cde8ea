import type { FastifyRequest } from "fastify";

/**
 * A page says with `X-By-Itself: 1` that nobody has touched it for a while: a board that renews itself on a screen that was left is no
 * use of a session, and lets it go idle. Whoever sends it can only shorten their own session.
 */
export const byItselfHeader = "X-By-Itself";

export function isByItself(request: Pick<FastifyRequest, "headers">): boolean {
  return request.headers[byItselfHeader.toLowerCase()] === "1";
}
