import { apiPrefix, type Contract, hasBody } from "@avances/contracts";
import { type Action, type Actor, can, rolesFor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler } from "fastify";
import type { Deps } from "../deps.ts";
import type { AccessTokens } from "./access-token.ts";
import { actingAs, comparesPerson, refuseOtherPerson } from "./acting-as.ts";
import { authenticate } from "./authentication.ts";
import { acceptedEncodings, type Encoding } from "./encodings.ts";
import {
  FileReply,
  type Handler,
  type Mount,
  type Result,
  type SignedInCall,
  StoredFileReply,
  type WithHeaders,
} from "./handler.ts";
import { isCompressible } from "./is-compressible.ts";
import { listedOnly } from "./listed-only.ts";
import { compressOnce } from "./premade.ts";
import { varies } from "./premade-forms.ts";
import { addressKey, createRateLimit, type RateLimit } from "./rate-limit.ts";
import { readCall } from "./read-call.ts";
import { sendStoredFile } from "./send-stored-file.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Row of the access table that decides who may call the route, or `public` for pages and files. A route without one stops the start. */
    policy?: Action | "public";
  }
  interface FastifyRequest {
    /** Null until the route's guard has run, and afterwards if nobody is signed in. */
    actor: Actor | null;
  }
}

/** The bare request and reply, for the few operations that read or set cookies. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export type ExchangeHandler<C extends Contract> = (call: SignedInCall<C>, exchange: Exchange) => ReturnType<Handler<C>>;
export type ExchangeMount = <C extends Contract>(contract: C, handler: ExchangeHandler<C>) => void;

/** Checks before an operation: session, rate, the person the page shows, right. Runs before the body is read. */
export type Guard = (
  contract: Pick<Contract, "action" | "actsForPerson" | "premade" | "bySection">,
) => onRequestHookHandler;

/**
 * A session that a section link opened is for one report and a few operations; whatever does not say that it knows such sessions refuses
 * them. What everybody may call without signing in stays open.
 */
function holdToSection(
  { action, bySection }: Pick<Contract, "action" | "bySection">,
  request: FastifyRequest,
  submissionId: string,
): void {
  if (rolesFor(action).includes("public")) return;
  if (bySection !== true) throw new DomainError("not-allowed");
  const { submissionId: wanted } = request.params as { readonly submissionId?: string };
  if (wanted !== undefined && wanted !== submissionId) throw new DomainError("not-found");
}

/** Refuses the start if a route does not say who may call it (default deny). */
export function requirePolicies(app: FastifyInstance): void {
  app.addHook("onRoute", (route) => {
    if (route.config?.policy === undefined)
      throw new Error(`Route ${String(route.method)} ${route.url} has no config.policy`);
  });
}

/** Makes the guards of this instance; its rate limits are shared by all operations. `readers`: that of people who are not signed in. */
export function createGuard(deps: Deps, tokens: () => AccessTokens, readers: RateLimit): Guard {
  const { sessionRatePerMinute, writeRatePerMinute } = deps.config;
  const bySession = createRateLimit(sessionRatePerMinute);
  const writes = createRateLimit(writeRatePerMinute);

  const admit = (
    contract: Pick<Contract, "action" | "actsForPerson" | "bySection">,
    request: FastifyRequest,
    actor: Actor | null,
  ) => {
    request.actor = actor;
    if (actor === null) readers.take(addressKey(request.ip));
    else {
      bySession.take(actor.sessionId);
      if (request.method !== "GET" && request.method !== "HEAD") writes.take(actor.sessionId);
    }
    if (actor !== null && comparesPerson(contract)) refuseOtherPerson(actingAs(request), actor.userId);
    const verdict = can(actor, contract.action);
    if (!verdict.allowed) throw new DomainError(actor === null ? "not-signed-in" : verdict.reason);
    if (actor?.section !== undefined) holdToSection(contract, request, actor.section.submissionId);
  };
  return (contract) =>
    contract.premade
      ? // Premade bytes are the same for everybody: no session is looked up for them, and nothing is awaited.
        (request, _reply, done) => {
          admit(contract, request, null);
          done();
        }
      : async (request) => admit(contract, request, await authenticate(deps, tokens(), request));
}

/**
 * Binds contracts to use cases as Fastify routes: guard → read and check the call → handler → drop what the response schema does not
 * list. Rights over one resource are checked by the use case: `can(actor, action, { country })`.
 */
export function createMount(
  app: FastifyInstance,
  guard: Guard,
  { checkReplies }: Pick<Deps["config"], "checkReplies">,
): ExchangeMount & Mount {
  return <C extends Contract>(contract: C, handler: ExchangeHandler<C>) => {
    const copy = listedOnly(contract.response);
    const listed = (body: unknown) => copy(checkReplies ? contract.response.parse(body) : body);
    app.route({
      method: contract.method,
      url: `${apiPrefix}${contract.path}`,
      config: { policy: contract.action },
      onRequest: guard(contract),
      handler: async (request, reply) => {
        const result = await handler(readCall(contract, request, request.actor), { request, reply });
        return send(contract, { request, reply }, result, listed);
      },
    });
  };
}

/** Sends what a use case answered, as its contract says. `listed` drops what the response schema does not list. */
export async function send<C extends Contract>(
  contract: C,
  { request, reply }: Exchange,
  result: Result<C>,
  listed: (body: unknown) => unknown,
): Promise<FastifyReply> {
  if (result instanceof StoredFileReply) return sendStoredFile(reply, result);
  if (result instanceof FileReply) return sendFile(contract, reply, result);
  const { body, headers } = isWithHeaders<C>(result) ? result : { body: result, headers: {} };
  if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
  reply.code(contract.status ?? 200).headers(headers);
  if (!hasBody(contract)) return reply.send();
  reply.type("application/json; charset=utf-8");
  // One answer with its revision: short, and its tag is not of one of several forms.
  if (!isCompressible(contract)) return reply.send(JSON.stringify(listed(body)));
  reply.headers(varies);
  const { text, inForm } = writtenOut(body, listed);
  if (text.length < worthCompressing) return reply.send(text);
  const [encoding = "identity"] = acceptedEncodings(request.headers["accept-encoding"]);
  if (encoding === "identity") return reply.send(text);
  return reply.header("content-encoding", encoding).send(await inForm(encoding));
}

type Compressed = Exclude<Encoding, "identity">;

interface WrittenOut {
  readonly text: string | Buffer;
  readonly inForm: (encoding: Compressed) => Promise<Buffer>;
}

const written = new WeakMap<object, WrittenOut>();

/** A body as JSON and compressed. That of one that is frozen is kept as long as whoever made it keeps that (decision 54). */
function writtenOut(body: unknown, listed: (body: unknown) => unknown): WrittenOut {
  const isKept = typeof body === "object" && body !== null && Object.isFrozen(body);
  const earlier = isKept ? written.get(body) : undefined;
  if (earlier !== undefined) return earlier;
  const text = JSON.stringify(listed(body));
  if (!isKept) return { text, inForm: (encoding) => compressOnce(Buffer.from(text), encoding) };
  const bytes = Buffer.from(text);
  const forms = new Map<Compressed, Promise<Buffer>>();
  const inForm = (encoding: Compressed) => {
    const form = forms.get(encoding) ?? compressOnce(bytes, encoding);
    forms.set(encoding, form);
    return form;
  };
  written.set(body, { text: bytes, inForm });
  return { text: bytes, inForm };
}

/** Characters. A report of 60 answers is 27 kB, or 3 compressed: half a second on a line of 400 kbit/s. */
const worthCompressing = 4_096;

function sendFile({ contentType }: Contract, reply: FastifyReply, { bytes, fileName }: FileReply): FastifyReply {
  if (contentType === undefined)
    throw new Error("A file is sent for an operation whose contract names no content type");
  reply.header("cache-control", "no-store").header("content-disposition", `attachment; filename="${fileName}"`);
  return reply.type(contentType.startsWith("text/") ? `${contentType}; charset=utf-8` : contentType).send(bytes);
}

function isWithHeaders<C extends Contract>(result: unknown): result is WithHeaders<C> {
  if (typeof result !== "object" || result === null) return false;
  const names = Object.keys(result);
  return names.length === 2 && names.includes("body") && names.includes("headers");
}
