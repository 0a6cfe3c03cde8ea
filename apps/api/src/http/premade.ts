import { createHash } from "node:crypto";
import { brotliCompressSync, constants } from "node:zlib";
import { apiPrefix, type Contract } from "@avances/contracts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { SignedInCall } from "./handler.ts";
import type { Guard } from "./mount-contract.ts";
import { readCall } from "./read-call.ts";

/** An answer made once and sent many times. */
export interface Premade {
  readonly body: Buffer;
  readonly brotli: Buffer;
  /** Strong, with quotes, of the plain body. */
  readonly etag: string;
  readonly contentType: string;
}

export type PremadeHandler<C extends Contract> = (call: SignedInCall<C>) => Premade | Promise<Premade>;
export type PremadeMount = <C extends Contract>(
  contract: C,
  handler: PremadeHandler<C>,
  options?: { cacheControl?: string },
) => void;

/** Readers ask again each time, and hear "not modified" at the price of a header. */
const alwaysAsk = "public, max-age=0, must-revalidate";

/** Binds contracts with `premade` to bytes: same checks of parameters and query, no serialiser. */
export function createPremadeMount(app: FastifyInstance, guard: Guard): PremadeMount {
  return (contract, handler, { cacheControl = alwaysAsk } = {}) => {
    app.route({
      method: "GET",
      url: `${apiPrefix}${contract.path}`,
      config: { policy: contract.action },
      onRequest: guard(contract),
      // What is in memory is sent at once: neither a promise nor the reply is waited for.
      handler: (request, reply) => {
        const premade = handler(readCall(contract, request, null));
        if (premade instanceof Promise) return premade.then((made) => sendPremade(request, reply, made, cacheControl));
        sendPremade(request, reply, premade, cacheControl);
      },
    });
  };
}

/** Sends the smaller form the reader understands, or "not modified". */
export function sendPremade(
  request: FastifyRequest,
  reply: FastifyReply,
  premade: Premade,
  cacheControl: string,
): FastifyReply {
  const brotli = /\bbr\b/.test(request.headers["accept-encoding"] ?? "") && premade.brotli.length < premade.body.length;
  const etag = brotli ? premade.etag.replace(/"$/, '-br"') : premade.etag;
  reply.headers({ etag, vary: "accept-encoding", "cache-control": cacheControl });
  if (request.headers["if-none-match"]?.split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, "") === etag))
    return reply.code(304).send();
  if (brotli) reply.header("content-encoding", "br");
  return reply.type(premade.contentType).send(brotli ? premade.brotli : premade.body);
}

/** Makes the bytes of a value: JSON, its ETag and its brotli form. */
export function premake(value: unknown, contentType = "application/json; charset=utf-8"): Premade {
  const body = Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
  const brotli = brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });
  return { body, brotli, contentType, etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"` };
}
