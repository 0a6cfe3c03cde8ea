import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import type { Deps } from "../deps.ts";
import type { Premade } from "./premade.ts";
import { chooseForm, type Form } from "./premade-forms.ts";
import { addressKey, type RateLimit } from "./rate-limit.ts";
import { logRequest } from "./request-log.ts";
import { namesTag } from "./tags.ts";
import { sendWhole, type WholeMessage, wholeMessage } from "./whole-message.ts";

/** How the door finds out what an address sends. */
export interface DoorAnswer {
  /** What is sent now. Asked for each request; the ordinary way answers as long as it is a promise, and when it throws. */
  readonly now: () => Premade | Promise<Premade>;
  /** Does the route take from the readers' limit on requests? */
  readonly isCounted: boolean;
}

/** Answers addresses whose replies are bytes in memory before Fastify sees the request (decision 28). */
export interface PremadeDoor {
  /**
   * From now on the door answers this address as the reply under way does: with 200 or "not modified", the headers that the reply has so
   * far, and those of the form that a reader prefers. Call it for a success, after the last header that is not the form's, and only where
   * the address alone decides what is sent.
   */
  learn(request: FastifyRequest, reply: FastifyReply, answer: DoorAnswer): void;
  /** Puts the door before the routes; once, when the app is ready. */
  open(): void;
}

interface Address extends DoorAnswer {
  /** The route's template, for the log; null for a page or a file. */
  readonly route: string | null;
  readonly headers: readonly string[];
  /** The headers of each form, written once. */
  readonly written: WeakMap<Form, Written>;
}

/** Headers as names and values in turn: Node sends such a list as it stands. */
interface Written {
  readonly whole: string[];
  readonly notModified: string[];
  /** The bytes of a small form as a text of as many characters, which Node sends in one piece with its head. */
  readonly text: string | null;
  /** Head and body of the last reply that may be sent again as it is. */
  message: WholeMessage | null;
}

/** Public addresses are a few hundred for each language; a reader of other addresses teaches the door none. */
const mostAddresses = 2_000;
const mostSenders = 10_000;
/** Whoever sends a longer list of proxies is never known, so that nobody fills the memory. */
const longestSender = 200;
/** Up to 16 KiB, head included, Node sends a text without asking for memory. */
const longestText = 14_000;

/** `readers`: the limit from which counted routes take. */
export function premadeDoor(
  app: FastifyInstance,
  { log, newId }: Pick<Deps, "log" | "newId">,
  readers: RateLimit,
): PremadeDoor {
  const addresses = new LRUCache<string, Address>({ max: mostAddresses });
  /** The key under which a sender is counted: Fastify knows it, because it knows the proxies. */
  const senders = new LRUCache<string, string>({ max: mostSenders });
  let isShut = false;
  // While the server stops, Fastify also tells readers to close their connections.
  app.addHook("preClose", (done) => {
    isShut = true;
    done();
  });

  /** False = nothing was done, and the ordinary way is to answer: it also knows every refusal. */
  function answer(request: IncomingMessage, response: ServerResponse): boolean {
    const startedAt = performance.now();
    const { method, headers } = request;
    if (isShut || (method !== "GET" && method !== "HEAD") || headers["content-encoding"] !== undefined) return false;
    const address = addresses.get(request.url ?? "");
    const form = address && formNow(address, headers["accept-encoding"]);
    if (!form) return false;
    const sender = senders.get(senderOf(request));
    if (sender === undefined || (address.isCounted && !readers.tryTake(sender))) return false;

    const requestId = newId();
    const status = namesTag(headers["if-none-match"], form.etag) ? 304 : 200;
    response.on("finish", () => {
      const ms = performance.now() - startedAt;
      logRequest(log, { requestId, method, route: address.route, status, ms, actor: null });
    });
    const written = writtenOf(address, form);
    if (status === 304) response.writeHead(304, written.notModified).end();
    else if (written.text === null) response.writeHead(200, written.whole).end(form.bytes);
    else if (method === "HEAD") response.writeHead(200, written.whole).end();
    else if (written.message === null || !sendWhole(response, written.message)) {
      response.writeHead(200, written.whole).end(written.text, "latin1");
      written.message = wholeMessage(response, written.text) ?? written.message;
    }
    return true;
  }

  return {
    learn(request, reply, answer) {
      const sender = senderOf(request.raw);
      if (sender.length <= longestSender) senders.set(sender, addressKey(request.ip));
      if (addresses.has(request.url)) return;
      const route = request.routeOptions.url ?? null;
      addresses.set(request.url, { ...answer, route, headers: flat(reply.getHeaders()), written: new WeakMap() });
    },
    open() {
      // Fastify's `serverFactory` would do it too, but then Fastify listens on one address only where a host name has several.
      const [ordinary] = app.server.listeners("request") as [
        (request: IncomingMessage, response: ServerResponse) => void,
      ];
      app.server.removeListener("request", ordinary);
      app.server.on("request", (request: IncomingMessage, response: ServerResponse) => {
        if (!answer(request, response)) ordinary(request, response);
      });
    },
  };
}

/** The form to send now, or null if that is not in memory, or is a refusal or a fault. */
function formNow({ now }: Address, acceptEncoding: string | undefined): Form | null {
  try {
    const premade = now();
    const form = premade instanceof Promise ? null : chooseForm(premade, acceptEncoding);
    return form instanceof Promise ? null : form;
  } catch {
    // The ordinary way meets the same fault, answers and logs it.
    return null;
  }
}

function writtenOf(address: Address, form: Form): Written {
  const known = address.written.get(form);
  if (known !== undefined) return known;
  const { headers } = address;
  const { length } = form.bytes;
  const written = {
    whole: [...headers, ...flat(form.headers), "content-length", String(length)],
    notModified: [...headers, ...flat(form.notModified)],
    text: length <= longestText ? form.bytes.toString("latin1") : null,
    message: null,
  };
  address.written.set(form, written);
  return written;
}

function flat(headers: Readonly<Record<string, number | string | string[] | undefined>>): string[] {
  return Object.entries(headers).flatMap(([name, value]) => [value].flat().flatMap((each) => [name, String(each)]));
}

/** Everything by which a request tells from where it comes. */
function senderOf({ socket, headers }: IncomingMessage): string {
  return `${socket.remoteAddress} ${headers["x-forwarded-for"]} ${headers.forwarded}`;
}
