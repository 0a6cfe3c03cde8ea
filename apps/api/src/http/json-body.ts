import { isUtf8 } from "node:buffer";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { refuseTooMany, refuseUnreadable } from "./plain-input.ts";
import { InvalidInput, ProtocolError } from "./problem-details.ts";

/**
 * The only body parser: exactly `application/json` (with charset UTF-8 or none), valid UTF-8, readable text, not too many entries.
 * Fastify's own parsers are removed, so any other type, however it is spelled, is a 415. An empty body counts as none.
 */
export function useJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, async (request: FastifyRequest, body: Buffer) => {
    if (!/^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i.test(request.headers["content-type"] ?? "")) {
      throw new ProtocolError("unsupported-media-type");
    }
    if (body.length === 0) return undefined;
    if (!isUtf8(body)) throw new InvalidInput([{ pointer: "", message: "not_utf8" }]);
    const text = body.toString("utf8");
    const parsed = parse(text);
    refuseTooMany(parsed);
    // Only escapes can express what UTF-8 cannot: without one there is nothing to look for.
    if (text.includes("\\u") || text.includes("\u0000") || text.includes("__proto__")) refuseUnreadable(parsed);
    return parsed;
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidInput([{ pointer: "", message: "not_json" }]);
  }
}
