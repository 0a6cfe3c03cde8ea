import type { Contract } from "@avances/contracts";
import { rolesFor } from "@avances/domain/access";
import type { z } from "zod";
import { comparesPerson } from "../acting-as.ts";
import { type ProblemCode, problemKinds } from "../problem-details.ts";
import { headerRefs, type responseHeaders } from "./headers.ts";
import { componentRef, type Json } from "./json.ts";
import type { Schemas } from "./schemas.ts";

/** Components that come to be while the operations are described. */
export interface Components {
  readonly schemas: Schemas;
  /** Refusals that are the same in several operations. */
  readonly responses: Record<string, Json>;
}

type HeaderNames = Readonly<Record<string, keyof typeof responseHeaders>>;

const openData: HeaderNames = {
  "Access-Control-Allow-Origin": "AllowOrigin",
  "Access-Control-Expose-Headers": "ExposeHeaders",
};
const oneOfSeveralForms: HeaderNames = { "Cache-Control": "CacheControl", ETag: "ETag", Vary: "Vary" };

/** Everything that an operation may answer: each status with its headers and its body. */
export function responsesOf(contract: Contract, components: Components): Json {
  const origins = contract.path.startsWith("/public/") ? openData : {};
  return {
    [contract.status ?? 200]: success(contract, components.schemas, origins),
    ...(contract.premade && { 304: notModified(origins) }),
    ...problemResponses(codesOf(contract), components, { contract, headers: origins }),
  };
}

function success(contract: Contract, schemas: Schemas, origins: HeaderNames): Json {
  const headers = headerRefs({
    ...(contract.premade
      ? { ...oneOfSeveralForms, "Content-Encoding": "ContentEncoding" }
      : { "Cache-Control": "CacheControl" }),
    ...(contract.contentType && { "Content-Disposition": "ContentDisposition" }),
    ...(contract.ifMatch && { ETag: "Revision" }),
    ...(contract.setsCookies && { "Set-Cookie": "SetCookie" }),
    ...origins,
  });
  const { status = 200, contentType = "application/json" } = contract;
  if (status === 204 || status === 202)
    return { description: status === 204 ? "Done." : "Taken; what follows is done later.", headers };
  return {
    description: status === 201 ? "Made." : contract.method === "GET" ? "As asked for." : "Done.",
    headers,
    content: { [contentType]: { schema: schemas.of(contract.response, "output") } },
  };
}

/** The bytes of a file or page of this server, which is no contract's. */
export function fileResponses(contentType: string, schema: Json, components: Components): Json {
  return {
    200: {
      description: "As asked for.",
      headers: headerRefs({ ...oneOfSeveralForms, "Content-Encoding": "ContentEncoding" }),
      content: { [contentType]: { schema } },
    },
    304: notModified({}),
    ...problemResponses([...everywhere, "not-acceptable"], components),
  };
}

function notModified(origins: HeaderNames): Json {
  return {
    description: "What the caller has is still right. Without a body.",
    headers: headerRefs({ ...oneOfSeveralForms, ...origins }),
  };
}

/** Refusals that any request may meet, whatever its address is. */
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
  readonly contract: Contract;
  readonly headers: HeaderNames;
}

/** One response per status, with the codes it may carry; what is the same in several operations is one component. */
export function problemResponses(
  codes: readonly ProblemCode[],
  { schemas, responses }: Components,
  { contract, headers }: Partial<Refusing> = {},
): Json {
  const byStatus = Map.groupBy(new Set(codes), (code) => problemKinds[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, here]) => {
      const details = here.flatMap((code) => {
        const schema = (contract?.details as Readonly<Record<string, z.ZodType>> | undefined)?.[code];
        return schema === undefined ? [] : [schemas.of(schema, "output")];
      });
      const cookies: HeaderNames = status === 401 && contract?.refreshes ? { "Set-Cookie": "SetCookie" } : {};
      const isOwn = details.length > 0 || Object.keys(cookies).length > 0;
      const own = () => problemResponse(status, here, { ...headers, ...cookies }, details);
      return [status, isOwn ? own() : shared(responses, status, here, headers)];
    }),
  );
}

function shared(
  responses: Components["responses"],
  status: number,
  codes: readonly ProblemCode[],
  headers: HeaderNames = {},
): Json {
  const ofOpenData = headers === openData ? "OfOpenData" : "";
  const name = `${codes.map(pascal).join("")}${ofOpenData}`;
  responses[name] ??= problemResponse(status, codes, headers, []);
  return { $ref: `#/components/responses/${name}` };
}

function problemResponse(
  status: number,
  codes: readonly ProblemCode[],
  more: HeaderNames,
  details: readonly Json[],
): Json {
  const headers = headerRefs({
    "Cache-Control": "CacheControl",
    ...((status === 429 || status === 503) && { "Retry-After": "RetryAfter" }),
    ...(status === 406 && { Vary: "Vary" }),
    ...(status === 405 && { Allow: "Allow" }),
    ...more,
  });
  const description = codes.map((code) => `\`${code}\`: ${problemKinds[code].title}.`).join(" ");
  // Where other refusals of the status carry other things, theirs are told by the code alone.
  const all = details.length === codes.length ? details : [...details, { type: "object" }];
  const properties = {
    code: { type: "string", enum: codes },
    ...(details.length > 0 && { details: all.length === 1 ? all[0] : { anyOf: all } }),
  };
  const schema = { allOf: [{ $ref: componentRef("Problem") }, { type: "object", properties }] };
  const examples = Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]));
  return { description, headers, content: { "application/problem+json": { schema, examples } } };
}

/** Every refusal as it looks. */
export const problemExamples: Json = Object.fromEntries(
  Object.entries(problemKinds).map(([code, { status, title }]) => {
    const instance = "01a22198-ba5a-7d6e-88d6-4502ba24e57c";
    return [code, { summary: title, value: { type: `/problems/${code}`, title, status, code, instance } }];
  }),
);

function pascal(code: string): string {
  return code.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
