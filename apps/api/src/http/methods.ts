import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from "fastify";
import { isOpenData, preflightHeaders } from "./open-data.ts";
import { ProtocolError } from "./problem-details.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** The address is known and the method is not: nothing is done here, so nothing needs to be guarded. */
    onlyTellsMethods?: true;
  }
}

/** The refusal of a method that this address does not have, with those that it has (RFC 9110 15.5.6). */
export function refuseMethod(reply: FastifyReply, allowed: readonly string[]): ProtocolError {
  reply.header("allow", allowed.join(", "));
  return new ProtocolError("method-not-allowed");
}

/** Throws `method-unknown` for a method that no address has (RFC 9110 15.6.2), such as those of WebDAV. */
export function refuseUnknownMethod(app: FastifyInstance, { method }: Pick<FastifyRequest, "method">): void {
  if (!app.supportedMethods.includes(method)) throw new ProtocolError("method-unknown");
}

/**
 * Every address with a route answers every method that HTTP itself has: with its route, with the list of its methods (`OPTIONS`), or with
 * 405. Call before the first route; the returned function, after the last one, adds what is missing.
 */
export function answerEveryMethod(app: FastifyInstance): () => void {
  const methodsOf = new Map<string, Set<string>>();
  app.addHook("onRoute", ({ url, method }: RouteOptions) => {
    const methods = methodsOf.get(url) ?? new Set();
    for (const each of [method].flat()) methods.add(each);
    methodsOf.set(url, methods);
  });
  return () => {
    for (const [url, methods] of [...methodsOf]) {
      const missing = app.supportedMethods.filter((method) => !methods.has(method));
      const allowed = [...methods, "OPTIONS"].sort();
      app.route({
        method: missing,
        url,
        config: { policy: "public", onlyTellsMethods: true },
        // Before a body is read: whatever it is, it has no use here.
        onRequest: (request, reply, done) => {
          if (request.method !== "OPTIONS") return done(refuseMethod(reply, allowed));
          reply.code(204).headers({ allow: allowed.join(", "), "cache-control": "no-store" });
          if (isOpenData(request.url)) reply.headers(preflightHeaders);
          reply.send();
        },
        handler: () => undefined,
      });
    }
  };
}
