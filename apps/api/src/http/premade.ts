import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { type BrotliOptions, brotliCompress, brotliCompressSync, constants, gzip } from "node:zlib";
import { apiPrefix, type Contract } from "@avances/contracts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import { acceptedEncodings, type Encoding, namesTag } from "./encodings.ts";
import type { SignedInCall } from "./handler.ts";
import type { Guard } from "./mount-contract.ts";
import { ProtocolError } from "./problem-details.ts";
import { readCall } from "./read-call.ts";

/** An answer made once and sent many times. */
export interface Premade {
  readonly body: Buffer;
  /** Absent: made when somebody first asks for it, as the gzip form always is. */
  readonly brotli?: Buffer;
  /** Strong, with quotes, of the plain body; each compressed form has one of its own, made from this. */
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
        const sent = sendPremade(request, reply, premade, cacheControl);
        return sent instanceof Promise ? sent : undefined;
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

type Forms = { identity: Form } & Partial<Record<Exclude<Encoding, "identity">, Form | Promise<Form>>>;

/** Forms go when their answer goes. */
const formsOf = new WeakMap<Premade, Forms>();

/** What is compressed already, pictures and fonts, has one form. */
const compressible = /^(?:text|application)\/|svg/;

function formsFor(premade: Premade): Forms {
  let forms = formsOf.get(premade);
  if (forms === undefined) {
    forms = { identity: formOf(premade, "identity", premade.body) };
    if (premade.brotli !== undefined) forms.br = formOf(premade, "br", premade.brotli);
    formsOf.set(premade, forms);
  }
  return forms;
}

function formOf({ etag, contentType, fileName }: Premade, encoding: Encoding, bytes: Buffer): Form {
  const tag = encoding === "identity" ? etag : etag.replace(/"$/, `-${encoding}"`);
  const headers = {
    etag: tag,
    "content-type": contentType,
    ...(compressible.test(contentType) && { vary: "accept-encoding" }),
    ...(fileName !== undefined && { "content-disposition": `attachment; filename="${fileName}"` }),
    ...(encoding !== "identity" && { "content-encoding": encoding }),
  };
  return { bytes, etag: tag, headers };
}

/** The form of this encoding; one that is not there yet is compressed aside, once for all who wait for it. */
function formIn(premade: Premade, encoding: Encoding): Form | Promise<Form> {
  const forms = formsFor(premade);
  const known = forms[encoding];
  if (known !== undefined || encoding === "identity") return known ?? forms.identity;
  const making = compressAside(premade.body, encoding).then(
    (bytes) => {
      const form = formOf(premade, encoding, bytes);
      forms[encoding] = form;
      return form;
    },
    (error: unknown) => {
      delete forms[encoding];
      throw error;
    },
  );
  forms[encoding] = making;
  return making;
}

/**
 * Sends the form that the reader likes best, or "not modified". Throws `not-acceptable` for a reader who takes none. What is not smaller
 * compressed goes as it is to whoever takes that.
 */
export function sendPremade(
  request: FastifyRequest,
  reply: FastifyReply,
  premade: Premade,
  cacheControl: string,
): FastifyReply | Promise<FastifyReply> {
  const { identity } = formsFor(premade);
  if (!compressible.test(premade.contentType)) return sendForm(request, reply, identity, cacheControl);
  const accepted = acceptedEncodings(request.headers["accept-encoding"]);
  const [best] = accepted;
  if (best === undefined) {
    reply.header("vary", "accept-encoding");
    throw new ProtocolError("not-acceptable");
  }
  const send = (form: Form) => {
    const isWorthIt = form.bytes.length < premade.body.length || !accepted.includes("identity");
    return sendForm(request, reply, isWorthIt ? form : identity, cacheControl);
  };
  const form = formIn(premade, best);
  return form instanceof Promise ? form.then(send) : send(form);
}

function sendForm(request: FastifyRequest, reply: FastifyReply, form: Form, cacheControl: string): FastifyReply {
  reply.headers({ "cache-control": cacheControl });
  if (!namesTag(request.headers["if-none-match"], form.etag)) return reply.headers(form.headers).send(form.bytes);
  const { etag, vary } = form.headers;
  return reply
    .code(304)
    .headers({ etag, ...(vary && { vary }) })
    .send();
}

/** Makes the bytes of a value: JSON, its ETag and its brotli form. */
export function premake(
  value: unknown,
  contentType = "application/json; charset=utf-8",
): Premade & { readonly brotli: Buffer } {
  const body = Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
  return { body, brotli: brotliCompressSync(body, brotliOptions(body, 6)), contentType, etag: tagOf(body) };
}

/** The same for a file; it is compressed aside, so that others are answered meanwhile. */
export async function premakeAside(body: Buffer, contentType: string, fileName: string): Promise<Premade> {
  const brotli = await brotliCompressAside(body, brotliOptions(body, 6));
  return { body, brotli, contentType, fileName, etag: tagOf(body) };
}

const brotliCompressAside = promisify(brotliCompress);
const gzipAside = promisify(gzip);

/** For what stays as long as the process does: it may take its time once. */
function compressAside(body: Buffer, encoding: Encoding): Promise<Buffer> {
  return encoding === "br" ? brotliCompressAside(body, brotliOptions(body, 9)) : gzipAside(body, { level: 6 });
}

function brotliOptions(body: Buffer, quality: number): BrotliOptions {
  return { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } };
}

/** A strong tag for these bytes, with quotes. */
export function tagOf(body: Buffer): string {
  return `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
}
