import type { FastifyInstance } from "fastify";
import type { Log } from "../deps.ts";

/**
 * One line per request, by allow-list: the id made here, route template, method, status, milliseconds, who and which country. No path,
 * query, body, header or address. Health checks are not logged.
 */
export function useRequestLog(app: FastifyInstance, log: Log): void {
  app.addHook("onResponse", (request, reply, done) => {
    const route = request.routeOptions.url ?? null;
    if (route === "/livez" || route === "/readyz") return done();
    log.info(
      {
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        userId: request.actor?.userId ?? null,
        country: request.actor?.country ?? null,
      },
      "request",
    );
    done();
  });
}
