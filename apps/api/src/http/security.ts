import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ApiConfig } from "../config.ts";
import { isOpenData, openDataHeaders } from "./open-data.ts";
import { ProtocolError } from "./problem-details.ts";

const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
  "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/** The service worker has a policy of its own: it fetches what its pages fetch, and runs nothing else. */
const workerPolicy =
  "default-src 'none'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const dataPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const permissions =
  "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

/** Headers of every reply, including those that Fastify sends before any hook runs. */
export function securityHeaders(
  config: Pick<ApiConfig, "publicUrl">,
): (request: Pick<FastifyRequest, "url">) => Readonly<Record<string, string>> {
  const headers = {
    "content-security-policy": dataPolicy,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": permissions,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    ...(config.publicUrl.startsWith("https:") && {
      "strict-transport-security": "max-age=31536000; includeSubDomains",
    }),
  };
  const ofOpenData = { ...headers, ...openDataHeaders };
  return (request) => (isOpenData(request.url) ? ofOpenData : headers);
}

/** Lets a page load what comes from this portal, and nothing else. */
export function allowPage(reply: FastifyReply): FastifyReply {
  return reply.header("content-security-policy", pagePolicy);
}

/** Lets the service worker fetch from this portal, and nothing else. */
export function allowWorker(reply: FastifyReply): FastifyReply {
  return reply.header("content-security-policy", workerPolicy);
}

/**
 * A browser obeys these for a document alone. A file that a page loads (script, styles, font) and that is never one itself goes without them: 440 bytes
 * for each of twenty files are a fifth of a second over a slow line. What keeps it from other origins and from being taken for something else stays.
 */
const ofDocuments = [
  "content-security-policy",
  "cross-origin-opener-policy",
  "permissions-policy",
  "referrer-policy",
  "x-frame-options",
] as const;

/** Not for what a browser may open as a page or run by itself: HTML, SVG, the service worker. */
export function sendAsPartOfPage(reply: FastifyReply): void {
  for (const name of ofDocuments) reply.removeHeader(name);
}

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** Guards of every route: headers, length of the address, no compressed body, no request from a foreign page. */
export function useSecurity(app: FastifyInstance, config: Pick<ApiConfig, "publicUrl">): void {
  const headersFor = securityHeaders(config);
  const origins = ownOrigins(config.publicUrl);
  // A callback and not a promise, because it runs before every reply and waits for nothing.
  app.addHook("onRequest", (request, reply, done) => {
    reply.headers(headersFor(request));
    done(refusal(request, origins, config.publicUrl));
  });
}

function refusal(request: FastifyRequest, origins: ReadonlySet<string>, publicUrl: string): ProtocolError | undefined {
  if ((request.raw.url?.length ?? 0) > 2_048) return new ProtocolError("address-too-long");
  if (request.headers["content-encoding"] !== undefined) return new ProtocolError("unsupported-encoding");
  // Without a route nothing can be changed.
  const isHarmless = safeMethods.has(request.method) || leadsNowhere(request);
  if (!isHarmless && !comesFromOurPage(request, origins))
    // Names the right address, for a reader who opened the portal under another one.
    return new ProtocolError("request-refused", { address: publicUrl });
  return undefined;
}

function leadsNowhere(request: FastifyRequest): boolean {
  return request.is404 || request.routeOptions.config.onlyTellsMethods === true;
}

/** Browsers add the first two headers themselves and no foreign page can forge them; the third cannot be set across origins at all. */
function comesFromOurPage(request: FastifyRequest, origins: ReadonlySet<string>): boolean {
  const { headers } = request;
  if (headers["x-requested-with"] !== "rcm") return false;
  if (headers.origin !== undefined) return origins.has(headers.origin);
  return headers["sec-fetch-site"] === "same-origin";
}

/** The one origin of `PUBLIC_URL`; for plain http on this machine, also the other names that this machine has for itself. */
function ownOrigins(publicUrl: string): ReadonlySet<string> {
  const { origin, protocol, hostname, port } = new URL(publicUrl);
  const loopback = ["127.0.0.1", "localhost", "[::1]"];
  if (protocol !== "http:" || !loopback.includes(hostname)) return new Set([origin]);
  return new Set(loopback.map((name) => new URL(`http://${name}:${port || "80"}`).origin));
}
