import { apiPrefix, getCatalogue, listCountries, listGroups } from "@avances/contracts";

/** Published data, including replies that nothing exists there. */
const published = `${apiPrefix}/public/`;
/** Reference data needed to understand the published figures and compute them again. Not `GET /rounds`: its content depends on the caller. */
const reference: ReadonlySet<string> = new Set(
  [getCatalogue, listCountries, listGroups].map(({ path }) => `${apiPrefix}${path}`),
);

/**
 * May pages of any origin read this address (with or without a query)? They read it without cookies (`*` excludes them).
 * Nothing else may be read across origins. The replies here are the same for everybody, so there is nothing to steal.
 */
export function isOpenData(url: string): boolean {
  return url.startsWith(published) || reference.has(url.split("?", 1)[0] ?? "");
}

/** Sent with every reply there, refusals too. */
export const openDataHeaders = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "Content-Disposition, ETag, Retry-After",
  "cross-origin-resource-policy": "cross-origin",
} as const;

/** Sent with the reply to a browser's preflight request. */
export const preflightHeaders = {
  "access-control-allow-methods": "GET, HEAD",
  "access-control-allow-headers": "*",
  "access-control-max-age": "86400",
} as const;
