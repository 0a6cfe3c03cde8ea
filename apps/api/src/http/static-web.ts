import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
import { allowPage } from "./security.ts";

interface WebFile {
  readonly body: Buffer;
  readonly etag: string;
  readonly contentType: string;
  readonly isPage: boolean;
  readonly cacheControl: string;
  brotli: Promise<Buffer | null> | null;
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
const compressible = /^(text|application)\/|svg/;
const compress = promisify(brotliCompress);

/** Answers a request that no route took with a page or file of the web app. False = not for the web app, nothing was sent. */
export type ServeWeb = (request: FastifyRequest, reply: FastifyReply) => Promise<boolean>;

/**
 * The built web app, read into memory once (a few megabytes): no path of a request ever reaches the file system. Files with a hash in
 * their name are kept by browsers for ever; any other address is a page of the app and gets `index.html`. Source maps stay here.
 */
export function loadWeb(webRoot: string | null): ServeWeb {
  const files =
    webRoot !== null && existsSync(join(webRoot, "index.html")) ? readFiles(webRoot, "") : new Map<string, WebFile>();
  return async (request, reply) => {
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    const path = request.url.split("?")[0] ?? "/";
    const isOurs =
      !/^\/(api|livez|readyz|openapi\.json|docs)(\/|$)/.test(path) && (files.has(path) || !path.startsWith("/assets/"));
    const file = isOurs ? (files.get(path) ?? files.get("/index.html")) : undefined;
    if (file) await sendFile(request, reply, file);
    return file !== undefined;
  };
}

async function sendFile(request: FastifyRequest, reply: FastifyReply, file: WebFile): Promise<FastifyReply> {
  if (file.isPage) allowPage(reply);
  reply.headers({ etag: file.etag, "cache-control": file.cacheControl, vary: "accept-encoding" }).code(200);
  if (request.headers["if-none-match"]?.replace(/^W\//, "") === file.etag) return reply.code(304).send();
  reply.type(file.contentType);
  if (!/\bbr\b/.test(request.headers["accept-encoding"] ?? "") || !compressible.test(file.contentType))
    return reply.send(file.body);
  file.brotli ??= compress(file.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).catch(() => null);
  const brotli = await file.brotli;
  if (brotli === null) return reply.send(file.body);
  return reply.header("content-encoding", "br").send(brotli);
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
    found.set(path, {
      body,
      etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
      contentType,
      isPage: contentType.startsWith("text/html"),
      cacheControl: isHashed ? "public, max-age=31536000, immutable" : "no-cache",
      brotli: null,
    });
  }
  return found;
}
