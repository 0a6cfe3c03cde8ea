import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { FastifyReply, FastifyRequest } from "fastify";
import { refuseMethod } from "./methods.ts";
import { type Premade, premakePlain } from "./premade.ts";
import { allowPage } from "./security.ts";
import { sendPremade } from "./send-premade.ts";

interface WebFile extends Premade {
  readonly cacheControl: string;
}

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
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

/** Replies to a request without a route with a page or file of the web app. False = not for the web app; nothing was sent. */
export type ServeWeb = (request: FastifyRequest, reply: FastifyReply) => Promise<boolean>;

/**
 * The built web app, read into memory once (a few megabytes): no request path ever reaches the file system. Browsers keep files with a hash
 * in their name for ever; every other address is a page of the app and gets `index.html`. Source maps are not served.
 */
export function loadWeb(webRoot: string | null): ServeWeb {
  const files =
    webRoot !== null && existsSync(join(webRoot, "index.html")) ? readFiles(webRoot, "") : new Map<string, WebFile>();
  return async (request, reply) => {
    const path = request.url.split("?")[0] ?? "/";
    const isOurs =
      !/^\/(api|livez|readyz|openapi\.json|docs)(\/|$)/.test(path) && (files.has(path) || !path.startsWith("/assets/"));
    const file = isOurs ? (files.get(path) ?? files.get("/index.html")) : undefined;
    if (file === undefined) return false;
    if (request.method !== "GET" && request.method !== "HEAD") throw refuseMethod(reply, ["GET", "HEAD"]);
    if (file.contentType.startsWith("text/html")) allowPage(reply);
    await sendPremade(request, reply.code(200), file, file.cacheControl);
    return true;
  };
}

function readFiles(root: string, folder: string): Map<string, WebFile> {
  const found = new Map<string, WebFile>();
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) for (const [name, file] of readFiles(root, path)) found.set(name, file);
    const contentType = contentTypes[extname(entry.name)];
    if (!entry.isFile() || contentType === undefined || entry.name.startsWith(".")) continue;
    const body = readFileSync(join(root, path));
    const isHashed = path.startsWith("/assets/");
    const cacheControl = isHashed ? "public, max-age=31536000, immutable" : "no-cache";
    // Written by the build (`apps/web/brotli-beside.ts`); a file without one is compressed on first request.
    const beside = join(root, `${path}.br`);
    const brotli = existsSync(beside) && { brotli: readFileSync(beside) };
    found.set(path, { ...premakePlain(body, contentType), ...brotli, cacheControl });
  }
  return found;
}
