import { apiPrefix, getCatalogue, listCountries, listGroups } from "@avances/contracts";

/** What is published, and answers that say there is nothing there. */
const published = `${apiPrefix}/public/`;
/** What the published figures are understood and worked out again with. `GET /rounds` is not: what it lists depends on who asks. */
const reference: ReadonlySet<string> = new Set(
  [getCatalogue, listCountries, listGroups].map(({ path }) => `${apiPrefix}${path}`),
);

/**
 * Is this address, with or without a query, for pages of everybody? Any origin may read what is there, without cookies (`*` excludes them).
 * Nothing else may be read across origins; the answers there are the same for everybody, so there is nothing to steal.
 */
export function isOpenData(url: string): boolean {
  return url.startsWith(published) || reference.has(url.split("?", 1)[0] ?? "");
}

/** On every answer there, refusals too. */
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
