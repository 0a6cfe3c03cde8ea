import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";

/**
 * How long the body of a request may take to arrive. Node's own limit is one for all requests and is looked at twice a minute; an upload
 * over a slow line needs minutes, and nobody else may hold a connection for so long.
 */
export interface BodyClock {
  /** From now on this request may take so many seconds in all. Only for a sender who is known and has announced what comes. */
  allow(request: IncomingMessage, seconds: number): void;
  /** Begins; once, when the app is ready. It sees every request, also those that are answered before the router. */
  open(): void;
}

interface Running {
  readonly response: ServerResponse;
  readonly timer: NodeJS.Timeout;
}

/** `seconds`: for every request that is not allowed more. */
export function bodyClock(app: FastifyInstance, seconds: number): BodyClock {
  const running = new WeakMap<IncomingMessage, Running>();

  const begin = (request: IncomingMessage, response: ServerResponse, within: number) => {
    // It keeps no process alive.
    const timer = setTimeout(cut, within * 1_000, request, response).unref();
    running.set(request, { response, timer });
  };
  const stop = (request: IncomingMessage) => {
    clearTimeout(running.get(request)?.timer);
    running.delete(request);
  };

  return {
    allow(request, within) {
      const found = running.get(request);
      if (found === undefined) return;
      stop(request);
      begin(request, found.response, within);
    },
    open() {
      app.server.prependListener("request", (request: IncomingMessage, response: ServerResponse) => {
        if (!hasBody(request)) return;
        begin(request, response, seconds);
        // It has arrived whole, or the connection has ended. A reply that was sent before is no end: the rest is still read.
        request.once("close", () => stop(request));
      });
    },
  };
}

function hasBody({ headers }: IncomingMessage): boolean {
  const length = headers["content-length"];
  return headers["transfer-encoding"] !== undefined || (length !== undefined && length !== "0");
}

const lastWordMs = 1_000;

/** The same reply as Node's own limit gives, unless there was one already; then nothing more is read. */
function cut(request: IncomingMessage, response: ServerResponse): void {
  if (request.complete) return;
  const { socket } = request;
  if (response.headersSent || !socket.writable) return void socket.destroy();
  socket.end("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  // A connection that is ended while bytes are still coming loses what was just said.
  setTimeout(() => socket.destroy(), lastWordMs).unref();
}
