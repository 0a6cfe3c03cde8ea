import type { Actor } from "@avances/domain/access";
import type { FastifyInstance } from "fastify";
import type { Log } from "../deps.ts";

/** `route`: its template, null for an address without one. `ms`: until the reply was handed over whole. */
interface LoggedRequest {
  readonly requestId: string;
  readonly method: string;
  readonly route: string | null;
  readonly status: number;
  readonly ms: number;
  readonly actor: Pick<Actor, "userId" | "country"> | null;
}

/**
 * One line per request, by allow-list: the id made here, route template, method, status, milliseconds, who and which country. No path,
 * query, body, header or address. Health checks are not logged.
 */
export function useRequestLog(app: FastifyInstance, log: Log): void {
  app.addHook("onResponse", (request, reply, done) => {
    const route = request.routeOptions.url ?? null;
    if (route === "/livez" || route === "/readyz") return done();
    const { id: requestId, method, actor } = request;
    logRequest(log, { requestId, method, route, status: reply.statusCode, ms: reply.elapsedTime, actor });
    done();
  });
}

/** The line of one request; the same for both ways to an answer. */
export function logRequest(log: Log, { requestId, method, route, status, ms, actor }: LoggedRequest): void {
  const [userId, country] = actor === null ? [null, null] : [actor.userId, actor.country];
  log.info({ requestId, method, route, status, ms: Math.round(ms), userId, country }, "request");
}
