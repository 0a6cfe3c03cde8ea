import type { IncomingMessage } from "node:http";
import { apiPrefix, type Contract } from "@avances/contracts";
import type { FastifyInstance } from "fastify";
import type { Deps } from "../deps.ts";
import type { BodyClock } from "./body-clock.ts";
import type { Result, SignedInCall } from "./handler.ts";
import { listedOnly } from "./listed-only.ts";
import { type Guard, send } from "./mount-contract.ts";
import { ProtocolError } from "./problem-details.ts";
import { readCall } from "./read-call.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** The body is bytes; its handler counts and reads them. */
    takesBytes?: true;
  }
}

/** The bytes of a request, which nobody has read or counted yet. */
export interface Arriving {
  /** How many the caller says there are; null = it does not say. */
  readonly bytes: number | null;
  /**
   * Begins to read. From now on the request may take as long as a slow line needs. Ends with an error when the connection breaks off.
   */
  begin(): AsyncIterable<Uint8Array>;
}

export type UploadHandler<C extends Contract> = (call: SignedInCall<C>, arriving: Arriving) => Promise<Result<C>>;
export type UploadMount = <C extends Contract>(contract: C, handler: UploadHandler<C>) => void;

/** Ten megabytes at 150 kbit/s. */
const uploadSeconds = 600;

/**
 * Binds contracts whose request is bytes. Bodies of that type are refused (415) everywhere else, before one is read. No rights are given by
 * the type: the guard runs first, and the handler decides whether it begins to read at all.
 */
export function createUploadMount(
  app: FastifyInstance,
  guard: Guard,
  { clock, checkReplies }: { readonly clock: BodyClock } & Pick<Deps["config"], "checkReplies">,
): UploadMount {
  app.addContentTypeParser("application/octet-stream", (request, payload, done) => {
    if (request.routeOptions.config.takesBytes !== true) return done(new ProtocolError("unsupported-media-type"));
    done(null, payload);
  });
  return <C extends Contract>(contract: C, handler: UploadHandler<C>) => {
    if (contract.upload === undefined) throw new Error(`${contract.operationId} takes no bytes`);
    const { type, mostBytes } = contract.upload;
    const copy = listedOnly(contract.response);
    const listed = (body: unknown) => copy(checkReplies ? contract.response.parse(body) : body);
    app.route({
      method: contract.method,
      url: `${apiPrefix}${contract.path}`,
      config: { policy: contract.action, takesBytes: true },
      onRequest: guard(contract),
      handler: async (request, reply) => {
        const { raw } = request;
        const call = readCall(contract, request, request.actor);
        // Another type was refused before, or parsed as JSON; without a type there is no body.
        const isBytes = request.headers["content-type"] === type;
        const length = request.headers["content-length"];
        const arriving: Arriving = {
          bytes: length === undefined ? null : Number(length),
          begin: () => {
            if (!isBytes) throw new ProtocolError("unsupported-media-type");
            clock.allow(raw, uploadSeconds);
            return readAtMost(raw, mostBytes);
          },
        };
        return send(contract, { request, reply }, await handler(call, arriving), listed);
      },
    });
  };
}

async function* readAtMost(raw: IncomingMessage, most: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  // What is left unread when it ends early is read away by Node, so that the sender sees the refusal.
  try {
    for await (const part of raw.iterator({ destroyOnReturn: false })) {
      bytes += (part as Buffer).length;
      if (bytes > most) throw new ProtocolError("too-large");
      yield part as Buffer;
    }
  } catch (error) {
    // The connection broke off: nobody reads this reply, and it is no fault of the portal.
    throw error instanceof ProtocolError ? error : new ProtocolError("invalid-input");
  }
}
