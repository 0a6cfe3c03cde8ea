import { apiPrefix } from "@avances/contracts";
import type { FastifyRequest } from "fastify";

/**
 * What is published is for pages of everybody: any origin may read what lies below this address, without cookies (`*` excludes them).
 * Nothing else may be read across origins; the answers there are the same for everybody, so there is nothing to steal.
 */
const openData = `${apiPrefix}/public/`;

export function isOpenData(request: Pick<FastifyRequest, "url">): boolean {
  return request.url.startsWith(openData);
}

/** On every answer below it, refusals too. */
export const openDataHeaders = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "Content-Disposition, ETag, Retry-After",
  "cross-origin-resource-policy": "cross-origin",
} as const;

/** On the answer to a browser that asks beforehand. */
export const preflightHeaders = {
  "access-control-allow-methods": "GET, HEAD",
  "access-control-allow-headers": "*",
  "access-control-max-age": "86400",
} as const;
