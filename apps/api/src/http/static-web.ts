import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { FastifyReply, FastifyRequest } from "fastify";
import { refuseMethod } from "./methods.ts";
import { type DrawnPages, knownSearch } from "./pages/drawn-pages.ts";
import { exists, type KnownValues, neededAt, type Page, pageFinder } from "./pages/page-list.ts";
import type { PageShell } from "./pages/page-shell.ts";
import { type Premade, premakePlain } from "./premade.ts";
import type { PremadeDoor } from "./premade-door.ts";
import { addressKey, type RateLimit } from "./rate-limit.ts";
import { allowPage, allowWorker, sendAsPartOfPage } from "./security.ts";
import { sendPremade } from "./send-premade.ts";

interface WebFile extends Premade {
  readonly cacheControl: string;
  /** Loaded by pages, and no page itself. */
  readonly isPart: boolean;
}

const contentTypes: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};

/** What is loaded by a page and never opened as one, below `/assets/`. */
const partsOfPages = new Set([".js", ".css", ".woff2"]);

const longestMs = 3_000;
/** Never cached by its address, and at the root, because the pages it serves stand in several places. */
const workerPath = "/worker.js";

/** Replies to a request without a route with a page or file of the web app. False = not for the web app; nothing was sent. */
export type ServeWeb = (request: FastifyRequest, reply: FastifyReply) => Promise<boolean>;

interface WebNeed {
  /** May the pages of a report open without network? If not, browsers that have the service worker get the one that takes it away. */
  readonly offlinePages: boolean;
  /** The addresses of the web app. */
  readonly pages: readonly Page[];
  /** For which indicators and countries there are pages. */
  readonly known: () => Promise<KnownValues>;
  readonly shell: PageShell;
  readonly drawn: DrawnPages;
  readonly door: PremadeDoor;
  /** The limit on readers' requests, from which a page with a filter takes that is not drawn yet. */
  readonly readers: RateLimit;
}

/** Is the built web app in this folder? */
export function isWebBuilt(webRoot: string | null): webRoot is string {
  return webRoot !== null && existsSync(join(webRoot, "index.html"));
}

/**
 * The built web app, read into memory once (a few megabytes): no request path ever reaches the file system. Browsers keep files with a hash
 * in their name for ever; every other address gets the page of the app (a public one as the server draws it), with 404 if there is no page there. Source maps
 * are not served.
 */
export function loadWeb(
  webRoot: string,
  { offlinePages, pages, known, shell, drawn, door, readers }: WebNeed,
): ServeWeb {
  const files = readFiles(webRoot, "");
  const withdrawn = join(webRoot, ".withdrawn.js");
  if (!offlinePages && existsSync(withdrawn)) files.set(workerPath, readFile(withdrawn, ".js", false));
  const find = pageFinder(pages);
  return async (request, reply) => {
    const at = request.url.indexOf("?");
    const [path, search] = at < 0 ? [request.url, ""] : [request.url.slice(0, at), request.url.slice(at + 1)];
    if (/^\/(api|livez|readyz|openapi\.json|docs)(\/|$)/.test(path)) return false;
    const file = files.get(path);
    if (file === undefined && path.startsWith("/assets/")) return false;
    if (request.method !== "GET" && request.method !== "HEAD") throw refuseMethod(reply, ["GET", "HEAD"]);
    if (path === workerPath) allowWorker(reply);
    if (file?.isPart) sendAsPartOfPage(reply);
    if (file !== undefined) await sendPremade(request, reply.code(200), file, file.cacheControl);
    else await sendPage(request, reply, path, search);
    return true;
  };

  async function sendPage(request: FastifyRequest, reply: FastifyReply, path: string, search: string): Promise<void> {
    const at = find(path);
    const isThere = at !== null && (await exists(at, known));
    allowPage(reply);
    const isPublic = isThere && at.page.audience === "public";
    if (!isPublic) reply.header("x-robots-tag", "noindex");
    const empty = shell.empty(path, isThere ? neededAt(at) : undefined);
    // Nobody keeps it: an indicator or a country may be published at this address any time.
    if (!isThere) return void (await sendPremade(request, reply.code(404), empty, "no-store"));
    const filters = new URLSearchParams(search);
    const drawing = isPublic && drawn(at, filters, () => readers.tryTake(addressKey(request.ip)));
    const page = drawing instanceof Promise ? await inTime(drawing) : drawing;
    if (!page) return void (await sendPremade(request, reply.code(200), empty, "no-cache"));
    // A page that has to be drawn again may have gone: the ordinary way looks whether it is still there.
    const now = () => {
      const kept = drawn(at, filters, () => false);
      return kept === null || kept instanceof Promise ? Promise.resolve(empty) : kept;
    };
    // Whatever else stands in an address may be any number of things: the door learns only addresses that pages themselves lead to.
    const isOwn = knownSearch(at, filters) === (search && `?${search}`);
    await sendPremade(request, reply.code(200), page, "no-cache", isOwn ? { door, now, isCounted: false } : undefined);
  }
}

/** Null if it takes longer than a reader should look at nothing; the drawing goes on for the next one. */
function inTime(drawing: Promise<Premade | null>): Promise<Premade | null> {
  const { promise, resolve } = Promise.withResolvers<null>();
  const tooLong = setTimeout(() => resolve(null), longestMs);
  return Promise.race([drawing, promise]).finally(() => clearTimeout(tooLong));
}

/** All but the page itself, which has no address of its own. */
function readFiles(root: string, folder: string): Map<string, WebFile> {
  const found = new Map<string, WebFile>();
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.name.startsWith(".")) continue;
    if (entry.isDirectory()) for (const [name, file] of readFiles(root, path)) found.set(name, file);
    const ending = extname(entry.name);
    if (!entry.isFile() || contentTypes[ending] === undefined || path === "/index.html") continue;
    const isHashed = path.startsWith("/assets/");
    found.set(path, readFile(join(root, path), ending, isHashed));
  }
  return found;
}

function readFile(path: string, ending: string, isHashed: boolean): WebFile {
  // Written by the build (`apps/web/brotli-beside.ts`); a file without one is compressed on first request.
  const beside = `${path}.br`;
  const brotli = existsSync(beside) && { brotli: readFileSync(beside) };
  return {
    ...premakePlain(readFileSync(path), contentTypes[ending] ?? ""),
    ...brotli,
    cacheControl: isHashed ? "public, max-age=31536000, immutable" : "no-cache",
    isPart: isHashed && partsOfPages.has(ending),
  };
}
