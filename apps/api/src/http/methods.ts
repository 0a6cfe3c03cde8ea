import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from "fastify";
import { isOpenData, preflightHeaders } from "./open-data.ts";
import { ProtocolError } from "./problem-details.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** A known address with an unknown method: nothing is done here, so no guard is needed. */
    onlyTellsMethods?: true;
  }
}

/** The refusal of a method that this address does not have; it lists the allowed ones (RFC 9110 15.5.6). */
export function refuseMethod(reply: FastifyReply, allowed: readonly string[]): ProtocolError {
  reply.header("allow", allowed.join(", "));
  return new ProtocolError("method-not-allowed");
}

/** Throws `method-unknown` for a method that no address has (RFC 9110 15.6.2), such as those of WebDAV. */
export function refuseUnknownMethod(app: FastifyInstance, { method }: Pick<FastifyRequest, "method">): void {
  if (!app.supportedMethods.includes(method)) throw new ProtocolError("method-unknown");
}

/**
 * Makes every address with a route answer every HTTP method: with its route, with the list of its methods (`OPTIONS`), or with
 * 405. Call it before the first route, and the function it returns after the last one.
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
        // Before a body is read, because it would not be used.
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
