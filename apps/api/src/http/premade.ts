import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { type BrotliOptions, brotliCompress, brotliCompressSync, constants } from "node:zlib";
import { apiPrefix, type Contract } from "@avances/contracts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
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
  /** Under which name a reader saves it; absent where it is not a file. ASCII without quotes. */
  readonly fileName?: string;
}

export type PremadeHandler<C extends Contract> = (call: SignedInCall<C>) => Premade | Promise<Premade>;
export type PremadeMount = <C extends Contract>(
  contract: C,
  handler: PremadeHandler<C>,
  options?: { cacheControl?: string },
) => void;

/** Readers ask again each time, and hear "not modified" at the price of a header. */
const alwaysAsk = "public, max-age=0, must-revalidate";

/** Calls of as many addresses are remembered by each operation; a reader of junk addresses only makes it forget. */
const rememberedCalls = 500;

/** Binds contracts with `premade` to bytes: same checks of parameters and query (once per address), no serialiser. */
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
      method: "GET",
      url: `${apiPrefix}${contract.path}`,
      config: { policy: contract.action },
      onRequest: guard(contract),
      // What is in memory is sent at once: neither a promise nor the reply is waited for.
      handler: (request, reply) => {
        const premade = handler(callOf(request));
        if (premade instanceof Promise) return premade.then((made) => sendPremade(request, reply, made, cacheControl));
        sendPremade(request, reply, premade, cacheControl);
      },
    });
  };
}

/** One form of an answer as it leaves: its headers are put together once, not for each reader. */
interface Form {
  readonly bytes: Buffer;
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Forms go when their answer goes. */
const formsOf = new WeakMap<Premade, { readonly plain: Form; readonly brotli: Form | null }>();

function forms(premade: Premade) {
  let made = formsOf.get(premade);
  if (made === undefined) {
    const { body, brotli, etag, contentType, fileName } = premade;
    const saved = fileName === undefined ? {} : { "content-disposition": `attachment; filename="${fileName}"` };
    const form = (bytes: Buffer, tag: string, encoding: Record<string, string>): Form => ({
      bytes,
      etag: tag,
      headers: { etag: tag, vary: "accept-encoding", "content-type": contentType, ...saved, ...encoding },
    });
    made = {
      plain: form(body, etag, {}),
      brotli:
        brotli.length < body.length ? form(brotli, etag.replace(/"$/, '-br"'), { "content-encoding": "br" }) : null,
    };
    formsOf.set(premade, made);
  }
  return made;
}

/** Sends the smaller form the reader understands, or "not modified". */
export function sendPremade(
  request: FastifyRequest,
  reply: FastifyReply,
  premade: Premade,
  cacheControl: string,
): FastifyReply {
  const { plain, brotli } = forms(premade);
  const form = brotli !== null && /\bbr\b/.test(request.headers["accept-encoding"] ?? "") ? brotli : plain;
  reply.headers({ "cache-control": cacheControl });
  const known = request.headers["if-none-match"];
  if (known?.split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, "") === form.etag)) {
    return reply.code(304).headers({ etag: form.etag, vary: "accept-encoding" }).send();
  }
  return reply.headers(form.headers).send(form.bytes);
}

/** Makes the bytes of a value: JSON, its ETag and its brotli form. */
export function premake(value: unknown, contentType = "application/json; charset=utf-8"): Premade {
  const body = Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
  return { body, brotli: brotliCompressSync(body, brotliOptions(body)), contentType, etag: tagOf(body) };
}

/** The same for a file; it is compressed aside, so that others are answered meanwhile. */
export async function premakeAside(body: Buffer, contentType: string, fileName: string): Promise<Premade> {
  const brotli = await brotliCompressAside(body, brotliOptions(body));
  return { body, brotli, contentType, fileName, etag: tagOf(body) };
}

const brotliCompressAside = promisify(brotliCompress);

function brotliOptions(body: Buffer): BrotliOptions {
  return { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } };
}

function tagOf(body: Buffer): string {
  return `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
}
