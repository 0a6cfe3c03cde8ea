import { createHash } from "node:crypto";
import type { BodyOf, Contract, ParamsOf, QueryOf } from "@avances/contracts";
import type { Actor } from "@avances/domain/access";
import type { PersonalDetail } from "@avances/domain/text";
import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import { askFirst, objectOf } from "./ask-first.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { Idempotency, SignedInCall } from "./handler.ts";
import { isReadable } from "./plain-input.ts";
import { type FieldError, fieldErrors, InvalidInput, ProtocolError } from "./problem-details.ts";

/** Reads and checks everything a contract takes from a request. Throws with all faults of parameters, query and body at once. */
export function readCall<C extends Contract>(
  contract: C,
  request: FastifyRequest,
  actor: Actor | null,
): SignedInCall<C> {
  const faults: FieldError[] = [];
  const params = read(contract.params, request.params, "/params", faults) as ParamsOf<C>;
  const query = read(contract.query, request.query, "/query", faults) as QueryOf<C>;
  const body = readBody(contract, request.body, faults) as BodyOf<C>;
  if (faults.length > 0) throw new InvalidInput(faults);
  const standing = askFirst(contract, body);
  const revision = contract.ifMatch ? readRevision(request.headers["if-match"]) : 0;
  return {
    // Handlers of public operations do not read it.
    actor: actor as Actor,
    params,
    query,
    body,
    revision,
    // The key covers the revision: an act decided on another state is another act and must not get the first one's reply.
    idempotency: contract.idempotent ? readIdempotency(contract, request, { params, body, revision }, standing) : null,
  };
}

function read(schema: z.ZodType | undefined, input: unknown, base: string, faults: FieldError[]): unknown {
  const given = (input ?? {}) as Readonly<Record<string, unknown>>;
  for (const [name, value] of Object.entries(given)) {
    const texts = [name, ...(Array.isArray(value) ? value : [value])];
    if (!texts.every((text) => typeof text !== "string" || isReadable(text))) {
      throw new InvalidInput([{ pointer: base, message: "unreadable_characters" }]);
    }
  }
  if (schema === undefined) {
    for (const name of Object.keys(given).slice(0, 10))
      faults.push({ pointer: `${base}/${name.slice(0, 60)}`, message: "unknown_property" });
    return undefined;
  }
  return parse(schema, given, base, faults);
}

/** An operation without a body takes none, or an empty object. */
function readBody(contract: Contract, body: unknown, faults: FieldError[]): unknown {
  // Bytes are read by whoever counts them (`mount-upload.ts`).
  if (contract.upload !== undefined) return undefined;
  if (contract.body !== undefined) return parse(contract.body, body ?? undefined, "", faults);
  const isObject = typeof body === "object" && body !== null && !Array.isArray(body);
  const isEmpty = body === undefined || body === null || (isObject && Object.keys(body).length === 0);
  if (!isEmpty) faults.push({ pointer: "", message: "no_body_expected" });
  return undefined;
}

function parse(schema: z.ZodType, input: unknown, base: string, faults: FieldError[]): unknown {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  faults.push(...fieldErrors(result.error, base));
  return undefined;
}

export const revisionPattern = /^"v(\d{1,9})"$/;
export const keyPattern = /^[A-Za-z0-9_-]{8,64}$/;

/** A strong tag `"v17"`; `*`, weak tags and lists are refused, because they would overwrite what nobody has seen. */
function readRevision(header: string | undefined): number {
  const digits = header?.match(revisionPattern)?.[1];
  if (digits === undefined) throw new ProtocolError("revision-required");
  return Number(digits);
}

function readIdempotency(
  contract: Contract,
  request: FastifyRequest,
  content: { params: unknown; body: unknown; revision: number },
  standing: readonly PersonalDetail[],
): Idempotency | null {
  const key = request.headers["idempotency-key"];
  if (key === undefined && (contract.idempotent === "optional" || isPreview(content.body))) return null;
  if (typeof key !== "string" || !keyPattern.test(key)) throw new ProtocolError("idempotency-key-required");
  const bodyHash = createHash("sha256").update(canonicalJson(content)).digest("base64url");
  const overruled =
    standing.length === 0 ? null : { kinds: standing, object: objectOf(contract.operationId, content.params) };
  return { operation: contract.operationId, key, bodyHash, overruled };
}

function isPreview(body: unknown): boolean {
  return typeof body === "object" && body !== null && "preview" in body && body.preview === true;
}
