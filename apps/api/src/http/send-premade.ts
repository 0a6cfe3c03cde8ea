import type { FastifyReply, FastifyRequest } from "fastify";
import { acceptedEncodings } from "./encodings.ts";
import type { Premade } from "./premade.ts";
import { type Form, formIn, formsFor, hasForms } from "./premade-forms.ts";
import { ProtocolError } from "./problem-details.ts";
import { namesTag } from "./tags.ts";

/**
 * The methods of a route that sends premade bytes. A reply to HEAD is made like one to GET, and the server leaves the body out: the
 * HEAD routes that Fastify adds by itself send `Content-Length: 0` with "not modified", which would mean something else (RFC 9110 8.6).
 */
export const premadeMethods = ["GET", "HEAD"];

/**
 * Sends the form that the reader prefers, or "not modified". Throws `not-acceptable` for a reader who accepts none. If compression does
 * not make it smaller, the plain form is sent to readers who accept it.
 */
export function sendPremade(
  request: FastifyRequest,
  reply: FastifyReply,
  premade: Premade,
  cacheControl: string,
): FastifyReply | Promise<FastifyReply> {
  const { identity } = formsFor(premade);
  if (!hasForms(premade)) return sendForm(request, reply, identity, cacheControl);
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
  // A condition counts only where the reply would be a success (RFC 9110 13.2.1).
  if (reply.statusCode >= 300 || !namesTag(request.headers["if-none-match"], form.etag))
    return reply.headers(form.headers).send(form.bytes);
  const { etag, vary } = form.headers;
  return reply
    .code(304)
    .headers({ etag, ...(vary && { vary }) })
    .send();
}
