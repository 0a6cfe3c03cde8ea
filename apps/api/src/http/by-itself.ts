import type { FastifyRequest } from "fastify";

/**
 * With `X-By-Itself: 1` a page says that nobody has touched it for a while: a board that refreshes itself on an unattended screen does not
 * count as use of the session, which may become idle. Sending it can only shorten the sender's own session.
 */
export const byItselfHeader = "X-By-Itself";

export function isByItself(request: Pick<FastifyRequest, "headers">): boolean {
  return request.headers[byItselfHeader.toLowerCase()] === "1";
}
