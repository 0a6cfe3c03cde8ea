import { PassThrough } from "node:stream";
import { apiPrefix, type Contract, type ReplyOf } from "@avances/contracts";
import type { FastifyInstance } from "fastify";
import type { Deps } from "../deps.ts";
import { accessTokenSeconds } from "./access-token.ts";
import type { SignedInCall } from "./handler.ts";
import { listedOnly } from "./listed-only.ts";
import type { Guard } from "./mount-contract.ts";
import { readCall } from "./read-call.ts";

/** The way to one reader. */
export interface EventSink<C extends Contract> {
  tell(event: ReplyOf<C>): void;
  /** Ends the stream; nothing is told after it. */
  end(): void;
}

/** One reader's stream, from the side that has something to tell. */
export interface Following<C extends Contract> {
  /** The way is open: tell the present state, and go on. */
  begin(sink: EventSink<C>): void;
  /** Asked at each heartbeat: may this reader still listen? */
  mayGoOn(): Promise<boolean>;
  /** The reader has gone. */
  stop(): void;
}

/** Refuses before the stream begins, in the usual way. */
export type StreamHandler<C extends Contract> = (call: SignedInCall<C>) => Promise<Following<C>>;
export type StreamMount = <C extends Contract>(contract: C, handler: StreamHandler<C>) => void;

/** Proxies end a connection on which nothing is said for half a minute or more. */
const beatMs = 20_000;
/** A reader who does not take what is told is let go, and reads everything anew when back. */
const mostWaitingBytes = 64 * 1024;

/**
 * Binds contracts whose response is a stream of server-sent events. It lasts at most as long as an access token, so that rights and the person
 * of the browser are checked again; before the server stops, streams are ended, so that it waits for nobody.
 */
export function createStreamMount(
  app: FastifyInstance,
  guard: Guard,
  { checkReplies, streamSeconds = accessTokenSeconds }: Pick<Deps["config"], "checkReplies" | "streamSeconds">,
): StreamMount {
  const open = new Set<() => void>();
  app.addHook("preClose", (done) => {
    for (const end of open) end();
    done();
  });
  return <C extends Contract>(contract: C, handler: StreamHandler<C>) => {
    const listed = listedOnly(contract.response);
    app.route({
      method: contract.method,
      url: `${apiPrefix}${contract.path}`,
      config: { policy: contract.action },
      onRequest: guard(contract),
      handler: async (request, reply) => {
        const following = await handler(readCall(contract, request, request.actor));
        reply.headers({
          // No proxy may keep it, compress it, or wait until there is more of it.
          "cache-control": "no-store, no-transform",
          "x-accel-buffering": "no",
        });
        reply.type("text/event-stream; charset=utf-8");
        if (request.method === "HEAD") {
          following.stop();
          return reply.send();
        }
        return reply.send(streamOf(following));
      },
    });

    function streamOf(following: Following<C>): PassThrough {
      const body = new PassThrough();
      const write = (text: string) => {
        if (body.writableEnded || body.destroyed) return;
        if (body.writableLength > mostWaitingBytes) body.destroy();
        else body.write(text);
      };
      const end = () => body.end();
      const beat = setInterval(async () => {
        if (await following.mayGoOn().catch(() => false)) write(": still here\n\n");
        else end();
      }, beatMs);
      const life = setTimeout(end, streamSeconds * 1_000);
      open.add(end);
      body.once("close", () => {
        open.delete(end);
        clearInterval(beat);
        clearTimeout(life);
        following.stop();
      });
      following.begin({
        tell: (event) => {
          const checked = checkReplies ? contract.response.parse(event) : event;
          write(`data: ${JSON.stringify(listed(checked))}\n\n`);
        },
        end,
      });
      return body;
    }
  };
}
