import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DomainError } from "@avances/domain/domain-error";
import { localDate } from "@avances/domain/round";
import Fastify, {
  type FastifyHttpOptions,
  type FastifyInstance,
  type FastifyReply,
  type RawServerDefault,
} from "fastify";
import type { Deps } from "./deps.ts";
import { activitiesRoutes } from "./features/activities/activities.routes.ts";
import { asksRoutes } from "./features/asks/asks.routes.ts";
import { bodiesRoutes } from "./features/bodies/bodies.routes.ts";
import { commitmentsRoutes } from "./features/commitments/commitments.routes.ts";
import { filesRoutes } from "./features/files/files.routes.ts";
import { guidelinesRoutes } from "./features/guidelines/guidelines.routes.ts";
import { lettersRoutes } from "./features/letters/letters.routes.ts";
import { libraryRoutes } from "./features/library/library.routes.ts";
import { liveRoutes } from "./features/live/live.routes.ts";
import { liveHub } from "./features/live/live-hub.ts";
import { meetingsRoutes } from "./features/meetings/meetings.routes.ts";
import { reportsRoutes } from "./features/meetings/report/reports.routes.ts";
import { narrativesRoutes } from "./features/narratives/narratives.routes.ts";
import { noticesRoutes } from "./features/notices/notices.routes.ts";
import { ownRoutes } from "./features/own/own.routes.ts";
import { peopleRoutes } from "./features/people/people.routes.ts";
import type { PublicPages } from "./features/published/public-pages.ts";
import { publishedRoutes } from "./features/published/published.routes.ts";
import { releaseCache } from "./features/published/release-cache.ts";
import { renewEdition } from "./features/published/renew-edition.ts";
import { referenceRoutes } from "./features/reference/reference.routes.ts";
import { reviewsRoutes } from "./features/reviews/reviews.routes.ts";
import { roundsRoutes } from "./features/rounds/rounds.routes.ts";
import { sessionsRoutes } from "./features/sessions/sessions.routes.ts";
import { clocksOf } from "./features/shared/clocks.ts";
import { ministriesRoutes } from "./features/submissions/ministries/ministries.routes.ts";
import { submissionsRoutes } from "./features/submissions/submissions.routes.ts";
import { templatesRoutes } from "./features/templates/templates.routes.ts";
import { voicesRoutes } from "./features/voices/voices.routes.ts";
import { type AccessTokens, useAccessTokens } from "./http/access-token.ts";
import { bodyClock } from "./http/body-clock.ts";
import { docsRoutes } from "./http/docs/docs-routes.ts";
import { type Health, healthRoutes } from "./http/health.ts";
import { useJsonBodies } from "./http/json-body.ts";
import { answerEveryMethod, maxParamLength, refuseUnknownMethod } from "./http/methods.ts";
import { createGuard, createMount, requirePolicies } from "./http/mount-contract.ts";
import { createPremadeMount } from "./http/mount-premade.ts";
import { createStreamMount } from "./http/mount-stream.ts";
import { createUploadMount } from "./http/mount-upload.ts";
import { drawnPages } from "./http/pages/drawn-pages.ts";
import { pageDrawer } from "./http/pages/page-drawer.ts";
import { readPageList } from "./http/pages/page-list.ts";
import { pageRoutes } from "./http/pages/page-routes.ts";
import { pageShell } from "./http/pages/page-shell.ts";
import { type PremadeDoor, premadeDoor } from "./http/premade-door.ts";
import { problemFor, sendProblem } from "./http/problem-details.ts";
import { createRateLimit, type RateLimit } from "./http/rate-limit.ts";
import { useRequestLog } from "./http/request-log.ts";
import { securityHeaders, useSecurity } from "./http/security.ts";
import { isWebBuilt, loadWeb, type ServeWeb } from "./http/static-web.ts";
import { warnOfUnnamedProxy } from "./http/unnamed-proxy.ts";

export interface Server {
  readonly app: FastifyInstance;
  readonly health: Health;
  /** Signs tokens of this instance, for tests that need one without signing in. */
  readonly tokens: () => AccessTokens;
}

/** The whole API and the web app as a Fastify instance that does not listen yet. `extend` adds routes (tests). */
export async function buildServer(deps: Deps, extend?: (app: FastifyInstance) => void): Promise<Server> {
  const app = bareServer(deps);
  requirePolicies(app);
  const answerOtherMethods = answerEveryMethod(app);
  app.decorateRequest("actor", null);
  useRequestLog(app, deps.log);
  warnOfUnnamedProxy(app, deps.log, deps.config);
  useSecurity(app, deps.config);
  useJsonBodies(app);
  const tokens = useAccessTokens(app, deps.config);
  const readers = createRateLimit(deps.config.publicRatePerMinute);
  const door = premadeDoor(app, deps, readers);
  const bodies = bodyClock(app, deps.config.bodySeconds);
  const guard = createGuard(deps, tokens, readers);
  const mount = createMount(app, guard, deps.config);
  const mountPremade = createPremadeMount(app, guard, door);

  const release = releaseCache(deps);
  app.addHook("onClose", () => release.close());
  const health = healthRoutes(app, deps);
  docsRoutes(app, deps.config);
  referenceRoutes(mount, mountPremade, deps);
  sessionsRoutes(mount, deps, tokens);
  peopleRoutes(mount, deps);
  roundsRoutes(mount, { ...deps, renewEdition });
  submissionsRoutes(mount, deps);
  ministriesRoutes(mount, deps);
  const live = liveHub(deps);
  app.addHook("onClose", () => live.close());
  liveRoutes(mount, createStreamMount(app, guard, deps.config), { ...deps, live });
  reviewsRoutes(mount, { ...deps, renewEdition });
  noticesRoutes(mount, deps);
  asksRoutes(mount, deps);
  meetingsRoutes(mount, deps);
  reportsRoutes(mount, { ...deps, published: release.current });
  libraryRoutes(mount, { ...deps, renewEdition });
  bodiesRoutes(mount, deps);
  voicesRoutes(mount, { ...deps, renewEdition });
  narrativesRoutes(mount, deps);
  guidelinesRoutes(mount, deps);
  activitiesRoutes(mount, deps);
  commitmentsRoutes(mount, { ...deps, renewEdition });
  ownRoutes(app, mount, deps);
  templatesRoutes(mount, deps);
  lettersRoutes(mount, deps);
  filesRoutes(mount, createUploadMount(app, guard, { clock: bodies, checkReplies: deps.config.checkReplies }), deps);
  const serveWeb = useWeb(app, deps, publishedRoutes(mount, mountPremade, deps, release), { door, readers });
  extend?.(app);
  answerOtherMethods();

  app.setErrorHandler((error, _request, reply) => sendProblem(reply, error, deps.log));
  app.setNotFoundHandler(async (request, reply) => {
    refuseUnknownMethod(app, request);
    if (!(await serveWeb(request, reply))) return sendProblem(reply, new DomainError("not-found"), deps.log);
  });
  await app.ready();
  door.open();
  bodies.open();
  return { app, health, tokens };
}

/** The web app, and what search engines are told about it. Without a built web app there is no page and nothing to tell. */
function useWeb(
  app: FastifyInstance,
  { config, clock, log, reference }: Deps,
  publicPages: PublicPages,
  sending: { readonly door: PremadeDoor; readonly readers: RateLimit },
): ServeWeb {
  const { webRoot, publicUrl, demonstration, offlinePages } = config;
  if (!isWebBuilt(webRoot)) return async () => false;
  const pages = readPageList(webRoot);
  pageRoutes(app, { publicUrl, pages, sitemap: publicPages.sitemapOf(pages) });
  const template = readFileSync(join(webRoot, "index.html"), "utf8");
  // Who is not signed in reads the days as the secretariat does.
  const clocks = clocksOf({ config, reference }, null);
  const shell = pageShell(template, { portal: publicUrl, demonstration });
  const drawer = pageDrawer(join(webRoot, ".server", "draw-page.js"));
  app.addHook("onClose", () => drawer.close());
  const today = () => localDate(clock.now(), clocks);
  const drawn = drawnPages({ drawer, shell, source: publicPages.source, today, log });
  return loadWeb(webRoot, { offlinePages, pages, known: publicPages.known, shell, drawn, ...sending });
}

function bareServer(deps: Deps): FastifyInstance {
  const headersFor = securityHeaders(deps.config);
  const options: FastifyHttpOptions<RawServerDefault> = {
    logger: false,
    genReqId: () => deps.newId(),
    trustProxy: deps.config.trustedProxies.length > 0 ? [...deps.config.trustedProxies] : false,
    // Contracts check and shape everything: the compilers that Fastify would load at start are not needed.
    schemaController: { compilersFactory: { buildValidator: refuseSchemas, buildSerializer: refuseSchemas } },
    bodyLimit: 1_048_576,
    // Of an upload over a slow line; `http/body-clock.ts` cuts every other request long before.
    requestTimeout: 600_000,
    keepAliveTimeout: 5_000,
    http: { maxHeaderSize: 16_384, headersTimeout: 10_000 },
    forceCloseConnections: "idle",
    // A request accepted before the stop gets its reply, not the framework's refusal.
    return503OnClosing: false,
    // A server must also accept the whole address as the target of a request (RFC 9112, 3.2.2).
    rewriteUrl: ({ url = "/" }) => url.replace(/^https?:\/\/[^/?#]*\/?/i, "/"),
    routerOptions: { maxParamLength, ignoreTrailingSlash: false, ignoreDuplicateSlashes: false },
    // Replies that Fastify sends before any hook runs (to an address it cannot read).
    frameworkErrors: (error, request, reply) => {
      const { problem } = problemFor(error, request.id);
      // The type of `reply` covers only the framework's own routes.
      (reply as unknown as FastifyReply)
        .code(problem.status)
        .headers({ ...headersFor(request), "cache-control": "no-store" })
        .type("application/problem+json; charset=utf-8")
        .send(JSON.stringify(problem));
    },
    // Anything that is not HTTP gets the shortest reply, and the connection is closed.
    clientErrorHandler: (error, socket) => {
      if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
      const status = clientFaults[error.code] ?? "400 Bad Request";
      socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    },
  };
  return Fastify(options);
}

function refuseSchemas(): never {
  throw new Error("A route has a Fastify schema: contracts are checked by http/read-call.ts");
}

const clientFaults: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};
