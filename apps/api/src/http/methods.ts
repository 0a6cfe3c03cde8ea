import type { FastifyInstance, FastifyReply, FastifyRequest, HookHandlerDoneFunction, RouteOptions } from "fastify";
import findMyWay from "find-my-way";
import { isOpenData, preflightHeaders } from "./open-data.ts";
import { ProtocolError } from "./problem-details.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** A known address with an unknown method: nothing is done here, so no guard is needed. */
    onlyTellsMethods?: true;
  }
}

/** Characters of a part of an address that stands for a parameter; a longer one leads nowhere. */
export const maxParamLength = 200;

/** The refusal of a method that this address does not have; it lists the allowed ones (RFC 9110 15.5.6). */
export function refuseMethod(reply: FastifyReply, allowed: readonly string[]): ProtocolError {
  reply.header("allow", allowed.join(", "));
  return new ProtocolError("method-not-allowed");
}

/** Throws `method-unknown` for a method that no address has (RFC 9110 15.6.2), such as those of WebDAV. */
export function refuseUnknownMethod(app: FastifyInstance, { method }: Pick<FastifyRequest, "method">): void {
  if (!app.supportedMethods.includes(method)) throw new ProtocolError("method-unknown");
}

interface Address {
  readonly url: string;
  /** Of its routes, and `OPTIONS`, in order. */
  readonly allowed: readonly string[];
}

/**
 * Makes every address with a route answer every HTTP method: with its route, with the list of its methods (`OPTIONS`), or with
 * 405. Call it before the first route, and the function it returns after the last one. A route for each method that an address does not have
 * would be five times as many routes as there are, and a third of the start: so such a request is let through to where no route is, and its
 * address is looked up there, before a body is read.
 */
export function answerEveryMethod(app: FastifyInstance): () => void {
  const methodsOf = new Map<string, Set<string>>();
  app.addHook("onRoute", ({ url, method }: RouteOptions) => {
    const methods = methodsOf.get(url) ?? new Set();
    for (const each of [method].flat()) methods.add(each);
    methodsOf.set(url, methods);
  });
  return () => {
    const all = [...methodsOf].map(([url, methods]) => ({ url, allowed: [...methods, "OPTIONS"].sort() }));
    let find: ((url: string) => Address | null) | undefined;
    app.addHook("onRequest", (request, reply, done) => {
      if (!request.is404 || !app.supportedMethods.includes(request.method)) return done();
      find ??= finderOf(all);
      const address = find(request.url);
      if (address === null) return done();
      tellMethods(address, request, reply, done);
    });
    for (const address of hidden(all))
      app.route({
        method: app.supportedMethods.filter((method) => !address.allowed.includes(method) || method === "OPTIONS"),
        url: address.url,
        config: { policy: "public", onlyTellsMethods: true },
        onRequest: (request, reply, done) => tellMethods(address, request, reply, done),
        handler: () => undefined,
      });
  };
}

function tellMethods(
  { allowed }: Address,
  request: FastifyRequest,
  reply: FastifyReply,
  done: HookHandlerDoneFunction,
) {
  if (request.method !== "OPTIONS") return done(refuseMethod(reply, allowed));
  reply.code(204).headers({ allow: allowed.join(", "), "cache-control": "no-store" });
  if (isOpenData(request.url)) reply.headers(preflightHeaders);
  reply.send();
}

/** Finds the address whose route fits an URL, whatever the method, as Fastify finds it for one method. */
function finderOf(all: readonly Address[]): (url: string) => Address | null {
  const router = findMyWay({ maxParamLength });
  for (const address of all) router.on("GET", address.url, () => undefined, address);
  return (url) => (router.find("GET", url)?.store as Address | undefined) ?? null;
}

/**
 * Addresses that another route takes for its own: `POST /people/import` beside `PUT /people/:personId`, for whose `import` somebody would be
 * looked up. These alone have routes for the methods that they do not have.
 */
function hidden(all: readonly Address[]): readonly Address[] {
  const shapes = new Set(all.map(({ url }) => shapeOf(url.split("/"))));
  return all.filter(({ url }) => {
    const parts = url.split("/");
    return parts.some(
      (part, place) => !part.startsWith(":") && part !== "" && shapes.has(shapeOf(parts.with(place, ":"))),
    );
  });
}

const shapeOf = (parts: readonly string[]) => parts.map((part) => (part.startsWith(":") ? ":" : part)).join("/");
