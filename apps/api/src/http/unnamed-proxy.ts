import type { FastifyInstance } from "fastify";
import type { ApiConfig } from "../config.ts";
import type { Log } from "../deps.ts";

/**
 * Logs once when requests come through a proxy that is not in the settings: all readers then have its address, and share one rate limit for
 * requests and sign-ins. The header proves nothing (anybody may send it), so this is only a hint.
 */
export function warnOfUnnamedProxy(app: FastifyInstance, log: Log, config: Pick<ApiConfig, "trustedProxies">): void {
  if (config.trustedProxies.length > 0) return;
  let isSaid = false;
  app.addHook("onRequest", (request, _reply, done) => {
    const { headers } = request;
    if (!isSaid && (headers["x-forwarded-for"] !== undefined || headers.forwarded !== undefined)) {
      isSaid = true;
      log.error(
        { setting: "TRUSTED_PROXIES" },
        "a proxy seems to stand in front: name its exact address in TRUSTED_PROXIES, or all readers count as one",
      );
    }
    done();
  });
}
