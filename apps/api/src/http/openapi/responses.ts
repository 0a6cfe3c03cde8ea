import { apiPrefix, type Contract, hasBody } from "@avances/contracts";
import { rolesFor } from "@avances/domain/access";
import type { z } from "zod";
import { comparesPerson } from "../acting-as.ts";
import { isCompressible } from "../is-compressible.ts";
import { isOpenData } from "../open-data.ts";
import { type ProblemCode, problemKinds } from "../problem-details.ts";
import { exampleOf } from "./example.ts";
import { headerRefs, type responseHeaders } from "./headers.ts";
import { componentRef, type Json } from "./json.ts";
import type { Schemas } from "./schemas.ts";
import type { Operation, Response } from "./shape.ts";

/** Components that are collected while the operations are described. */
export interface Growing {
  readonly schemas: Schemas;
  /** Refusals that several operations share. */
  readonly responses: Record<string, Response>;
}

type Responses = Operation["responses"];
type HeaderNames = Readonly<Record<string, keyof typeof responseHeaders>>;

const openData: HeaderNames = {
  "Access-Control-Allow-Origin": "AllowOrigin",
  "Access-Control-Expose-Headers": "ExposeHeaders",
};
const onceCompressed: HeaderNames = { Vary: "Vary", "Content-Encoding": "ContentEncoding" };
const oneOfSeveralForms: HeaderNames = { "Cache-Control": "CacheControl", ETag: "ETag", Vary: "Vary" };

/** Everything that an operation may answer: each status with its headers and its body. */
export function responsesOf(contract: Contract, growing: Growing): Responses {
  const isOpen = isOpenData(`${apiPrefix}${contract.path}`);
  return {
    [contract.status ?? 200]: success(contract, growing.schemas, isOpen),
    ...(contract.premade && { 304: notModified(isOpen) }),
    ...problemResponses(codesOf(contract), growing, { contract, isOpen }),
  };
}

function success(contract: Contract, schemas: Schemas, isOpen: boolean): Response {
  const headers = headerRefs({
    ...(contract.premade
      ? { ...oneOfSeveralForms, "Content-Encoding": "ContentEncoding" }
      : { "Cache-Control": "CacheControl", ...(isCompressible(contract) && onceCompressed) }),
    ...((contract.contentType || contract.fileTypes) &&
      !contract.stream && { "Content-Disposition": "ContentDisposition" }),
    ...(contract.stream && { "X-Accel-Buffering": "Buffering" }),
    ...(contract.ifMatch && { ETag: "Revision" }),
    ...(contract.setsCookies && { "Set-Cookie": "SetCookie" }),
    ...(isOpen && openData),
  });
  const { status = 200, contentType = "application/json", fileTypes = [contentType] } = contract;
  if (!hasBody(contract))
    return { description: status === 202 ? "Taken; what follows is done later." : "Done.", headers };
  return {
    description: status === 201 ? "Made." : contract.method === "GET" ? "As asked for." : "Done.",
    headers,
    content: Object.fromEntries(fileTypes.map((type) => [type, { schema: schemas.of(contract.response, "output") }])),
  };
}

/** A response with the bytes of a file or page of this server, which has no contract. */
export function fileResponses(contentType: string, schema: Json, growing: Growing): Responses {
  return {
    200: {
      description: "As asked for.",
      headers: headerRefs({ ...oneOfSeveralForms, "Content-Encoding": "ContentEncoding" }),
      content: { [contentType]: { schema } },
    },
    304: notModified(false),
    ...problemResponses([...everywhere, "not-acceptable"], growing),
  };
}

function notModified(isOpen: boolean): Response {
  return {
    description: "What the caller has is still right. Without a body.",
    headers: headerRefs({ ...oneOfSeveralForms, ...(isOpen && openData) }),
  };
}

/** Refusals that any request may get, whatever its address. */
export const everywhere: readonly ProblemCode[] = ["address-too-long", "unsupported-encoding", "unexpected"];

/** Every refusal of an operation. */
function codesOf(contract: Contract): readonly ProblemCode[] {
  const isPublic = rolesFor(contract.action).includes("public");
  const isReading = contract.method === "GET";
  const judgesPassword = contract.action === "session.create" || contract.action === "session.own";
  return [
    ...everywhere,
    "invalid-input",
    "too-many-attempts",
    "unavailable",
    ...when(contract.params !== undefined, "not-found"),
    ...when(!isPublic, "not-signed-in", "not-allowed"),
    ...when(comparesPerson(contract), "other-person"),
    ...when(!isReading, "request-refused", "unsupported-media-type", "too-large"),
    ...when((judgesPassword || contract.action === "ticket.use") && contract.body !== undefined, "busy"),
    ...when(contract.premade === true, "not-acceptable"),
    ...(contract.problems ?? []),
  ];
}

function when(is: boolean, ...codes: readonly ProblemCode[]): readonly ProblemCode[] {
  return is ? codes : [];
}

interface Refusing {
  readonly contract?: Contract;
  readonly isOpen?: boolean;
}

/** One response per status, with the codes it may carry; a response that several operations share is one component. */
export function problemResponses(
  codes: readonly ProblemCode[],
  { schemas, responses }: Growing,
  { contract, isOpen = false }: Refusing = {},
): Responses {
  const detailsOf = (contract?.details ?? {}) as Readonly<Partial<Record<ProblemCode, z.ZodType>>>;
  const byStatus = Map.groupBy(new Set(codes), (code) => problemKinds[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, here]): [number, Responses[string]] => {
      const refusals = here.map((code): Refusal => {
        const schema = detailsOf[code];
        if (schema === undefined) return { code };
        const details = schemas.of(schema, "output");
        return { code, details, example: exampleOf(details, { components: { schemas: schemas.components } }) };
      });
      const cookies: HeaderNames = status === 401 && contract?.refreshes ? { "Set-Cookie": "SetCookie" } : {};
      const response = problemResponse(status, refusals, { ...(isOpen && openData), ...cookies });
      const isOwn = refusals.some(({ details }) => details !== undefined) || Object.keys(cookies).length > 0;
      if (isOwn) return [status, response];
      const name = `${here.map(pascal).join("")}${isOpen ? "OfOpenData" : ""}`;
      responses[name] ??= response;
      return [status, { $ref: `#/components/responses/${name}` }];
    }),
  );
}

interface Refusal {
  readonly code: ProblemCode;
  /** The schema of `details` and an example; absent where none is described. */
  readonly details?: Json;
  readonly example?: unknown;
}

function problemResponse(status: number, refusals: readonly Refusal[], more: HeaderNames): Response {
  const headers = headerRefs({
    "Cache-Control": "CacheControl",
    ...((status === 429 || status === 503) && { "Retry-After": "RetryAfter" }),
    ...(status === 406 && { Vary: "Vary" }),
    ...(status === 405 && { Allow: "Allow" }),
    ...more,
  });
  const codes = refusals.map(({ code }) => code);
  const description = codes.map((code) => `\`${code}\`: ${problemKinds[code].title}.`).join(" ");
  const schema = { allOf: [{ $ref: componentRef("Problem") }, whatIsSaid(refusals)] };
  const examples = Object.fromEntries(
    refusals.map(({ code, details, example }) => [
      code,
      details ? problemExample(code, { details: example }) : { $ref: `#/components/examples/${code}` },
    ]),
  );
  return { description, headers, content: { "application/problem+json": { schema, examples } } };
}

/** The possible codes; if one of them has details, a variant per code, so that no code can carry another's. */
function whatIsSaid(refusals: readonly Refusal[]): Json {
  if (refusals.every(({ details }) => details === undefined))
    return { type: "object", properties: { code: { type: "string", enum: refusals.map(({ code }) => code) } } };
  const variants = refusals.map(({ code, details }) => ({
    type: "object",
    required: ["code", ...(details ? ["details"] : [])],
    properties: { code: { type: "string", const: code }, ...(details && { details }) },
  }));
  return variants.length === 1 ? (variants[0] as Json) : { oneOf: variants };
}

/** An example of every refusal whose `details` are not described. */
export const problemExamples: Readonly<Record<string, Json>> = Object.fromEntries(
  (Object.keys(problemKinds) as ProblemCode[]).map((code) => [code, problemExample(code)]),
);

function problemExample(code: ProblemCode, more: Json = {}): Json {
  const { status, title } = problemKinds[code];
  const instance = "01a22198-ba5a-7d6e-88d6-4502ba24e57c";
  return { summary: title, value: { type: `/problems/${code}`, title, status, code, instance, ...more } };
}

function pascal(code: string): string {
  return code.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
