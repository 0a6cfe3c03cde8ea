import { apiPrefix, type Contract } from "@avances/contracts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import type { SignedInCall } from "./handler.ts";
import type { Guard } from "./mount-contract.ts";
import type { Premade } from "./premade.ts";
import { readCall } from "./read-call.ts";
import { premadeMethods, sendPremade } from "./send-premade.ts";

export type PremadeHandler<C extends Contract> = (call: SignedInCall<C>) => Premade | Promise<Premade>;
export type PremadeMount = <C extends Contract>(
  contract: C,
  handler: PremadeHandler<C>,
  options?: { cacheControl?: string },
) => void;

/** Readers ask again each time, and get "not modified" for the price of a header. */
const alwaysAsk = "public, max-age=0, must-revalidate";

/** How many addresses each operation remembers the checked call of; a reader of junk addresses only makes it forget. */
const rememberedCalls = 500;

/** Binds contracts with `premade` to bytes: parameters and query are checked as elsewhere (once per address), without a serialiser. */
export function createPremadeMount(app: FastifyInstance, guard: Guard): PremadeMount {
  return <C extends Contract>(
    contract: C,
    handler: PremadeHandler<C>,
    { cacheControl = alwaysAsk }: { cacheControl?: string } = {},
  ) => {
    const calls = new LRUCache<string, SignedInCall<C>>({ max: rememberedCalls });
    const callOf = (request: FastifyRequest): SignedInCall<C> => {
      const known = calls.get(request.url);
      if (known !== undefined) return known;
      const call = readCall(contract, request, null);
      calls.set(request.url, call);
      return call;
    };
    app.route({
      method: premadeMethods,
      url: `${apiPrefix}${contract.path}`,
      config: { policy: contract.action },
      onRequest: guard(contract),
      // Bytes in memory are sent at once, without a promise.
      handler: (request, reply) => {
        const premade = handler(callOf(request));
        if (premade instanceof Promise) return premade.then((made) => sendPremade(request, reply, made, cacheControl));
        const sent = sendPremade(request, reply, premade, cacheControl);
        return sent instanceof Promise ? sent : undefined;
      },
    });
  };
}
