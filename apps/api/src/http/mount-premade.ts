import { apiPrefix, type Contract } from "@avances/contracts";
import type { FastifyInstance } from "fastify";
import type { SignedInCall } from "./handler.ts";
import type { Guard } from "./mount-contract.ts";
import type { Premade } from "./premade.ts";
import type { PremadeDoor } from "./premade-door.ts";
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

/**
 * Binds contracts with `premade` to bytes: parameters and query are checked as elsewhere, without a serialiser. The door answers an address
 * that was checked once.
 */
export function createPremadeMount(app: FastifyInstance, guard: Guard, door: PremadeDoor): PremadeMount {
  return <C extends Contract>(
    contract: C,
    handler: PremadeHandler<C>,
    { cacheControl = alwaysAsk }: { cacheControl?: string } = {},
  ) => {
    app.route({
      method: premadeMethods,
      url: `${apiPrefix}${contract.path}`,
      config: { policy: contract.action },
      onRequest: guard(contract),
      handler: async (request, reply) => {
        const call = readCall(contract, request, null);
        const now = () => handler(call);
        return sendPremade(request, reply, await now(), cacheControl, { door, now, isCounted: true });
      },
    });
  };
}
