import type { FastifyReply, FastifyRequest } from "fastify";
import type { Premade } from "./premade.ts";
import type { DoorAnswer, PremadeDoor } from "./premade-door.ts";
import { chooseForm, type Form, varies } from "./premade-forms.ts";
import { ProtocolError } from "./problem-details.ts";
import { namesTag } from "./tags.ts";

/**
 * The methods of a route that sends premade bytes. A reply to HEAD is made like one to GET, and the server leaves the body out: the
 * HEAD routes that Fastify adds by itself send `Content-Length: 0` with "not modified", which would mean something else (RFC 9110 8.6).
 */
export const premadeMethods = ["GET", "HEAD"];

/** The door that may send it from now on, and what it needs to know. */
export interface Repeatable extends DoorAnswer {
  readonly door: PremadeDoor;
}

/**
 * Sends the form that the reader prefers, or "not modified". Throws `not-acceptable` for a reader who accepts none. `repeatable`: only if
 * nothing but the address decides about the reply and its headers.
 */
export function sendPremade(
  request: FastifyRequest,
  reply: FastifyReply,
  premade: Premade,
  cacheControl: string,
  repeatable?: Repeatable,
): FastifyReply | Promise<FastifyReply> {
  const form = chooseForm(premade, request.headers["accept-encoding"]);
  if (form === null) {
    reply.headers(varies);
    throw new ProtocolError("not-acceptable");
  }
  const send = (chosen: Form) => {
    reply.header("cache-control", cacheControl);
    if (reply.statusCode === 200) repeatable?.door.learn(request, reply, repeatable);
    return sendForm(request, reply, chosen);
  };
  return form instanceof Promise ? form.then(send) : send(form);
}

function sendForm(request: FastifyRequest, reply: FastifyReply, form: Form): FastifyReply {
  // A condition counts only where the reply would be a success (RFC 9110 13.2.1).
  if (reply.statusCode >= 300 || !namesTag(request.headers["if-none-match"], form.etag))
    return reply.headers(form.headers).send(form.bytes);
  return reply.code(304).headers(form.notModified).send();
}
