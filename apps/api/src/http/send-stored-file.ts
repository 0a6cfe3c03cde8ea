import type { FastifyReply } from "fastify";
import type { StoredFileReply } from "./handler.ts";

/**
 * Nothing in a file that somebody stored may act in the name of the portal: it is saved and not shown, its type is the one that was found out,
 * and a browser that opens it all the same gives it no script, no form and no origin.
 */
export function sendStoredFile(reply: FastifyReply, { content, about }: StoredFileReply): FastifyReply {
  return reply
    .headers({
      "cache-control": "no-store",
      "content-disposition": attachment(about.name),
      "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
      "content-length": about.bytes,
    })
    .type(about.mediaType)
    .send(content);
}

/** RFC 6266: the name in every script, and one in ASCII for programs that do not know the first form. */
function attachment(name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^ A-Za-z0-9._()-]/gu, "_");
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
