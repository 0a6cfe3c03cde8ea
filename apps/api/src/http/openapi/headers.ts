import type { Contract } from "@avances/contracts";
import { z } from "zod";
import { actingAsHeader, comparesPerson } from "../acting-as.ts";
import { byItselfHeader } from "../by-itself.ts";
import { openDataHeaders } from "../open-data.ts";
import { keyPattern, revisionPattern } from "../read-call.ts";
import type { Header, Parameter, Ref } from "./shape.ts";

const text = { type: "string" } as const;

/** Headers that a caller sends. */
export const requestHeaders = {
  Origin: {
    name: "Origin",
    in: "header",
    required: true,
    description:
      "The address of the portal, as in `servers`. Browsers send it by themselves; `Sec-Fetch-Site: same-origin`, which browsers send by themselves and no page can forge, does as well.",
    schema: { type: "string", format: "uri", examples: ["https://avances.example.org"] },
  },
  RequestedWith: {
    name: "X-Requested-With",
    in: "header",
    required: true,
    description: "Always `rcm`. Pages of other sites cannot send it.",
    schema: { type: "string", const: "rcm" },
  },
  ActingAs: {
    name: actingAsHeader,
    in: "header",
    required: false,
    description:
      "Id of the person for whom the call is made (`GET /session`). When the session belongs to somebody else, nothing is done (`other-person`).",
    schema: { type: "string", format: "uuid" },
  },
  ByItself: {
    name: byItselfHeader,
    in: "header",
    required: false,
    description:
      "`1` = nobody is at the page: the call does not keep a session from going idle. Anything else is ignored.",
    schema: { ...text, examples: ["1"] },
  },
  IfMatch: {
    name: "If-Match",
    in: "header",
    required: true,
    description:
      'The revision that was seen, as `"v<revision>"`, the form in which `ETag` tells it. `*`, lists and weak tags are refused: they would overwrite what nobody has seen.',
    schema: { type: "string", pattern: revisionPattern.source, examples: ['"v17"'] },
  },
  IdempotencyKey: {
    name: "Idempotency-Key",
    in: "header",
    required: true,
    description:
      "Chosen by the caller for this act. The same key with the same content acts once and gets the first response again: repeat the call with it if a connection was lost.",
    schema: { type: "string", pattern: keyPattern.source, examples: ["01a22198-ba5a-7d6e-88d6-4502ba24e57c"] },
  },
  OptionalIdempotencyKey: {
    name: "Idempotency-Key",
    in: "header",
    required: false,
    description: "As elsewhere, but optional here: without it a repeated call acts again.",
    schema: { type: "string", pattern: keyPattern.source },
  },
  PreviewIdempotencyKey: {
    name: "Idempotency-Key",
    in: "header",
    required: false,
    description: "As elsewhere. Needed unless `preview` is true: a preview does nothing that could be done twice.",
    schema: { type: "string", pattern: keyPattern.source },
  },
  IfNoneMatch: {
    name: "If-None-Match",
    in: "header",
    required: false,
    description: "The `ETag`s that the caller has: if one is still right, the response is 304 without a body.",
    schema: { ...text, examples: ['"Y2F0YWxvZ3VlLWV0YWctMQ-7"'] },
  },
} as const satisfies Record<string, Parameter>;

/** Headers of responses. Those of every response (see the general description) are not repeated. */
export const responseHeaders = {
  CacheControl: header("Who may keep the answer, and for how long.", ["no-store"]),
  ETag: header("Strong tag of these bytes. Each compressed form has its own.", ['"Y2F0YWxvZ3VlLWV0YWctMQ-7-br"']),
  Revision: {
    ...header("The revision of what was changed, for the `If-Match` of the next change.", ['"v18"']),
    schema: { type: "string", pattern: revisionPattern.source, examples: ['"v18"'] },
  },
  Vary: header("The answer has several forms: plain, gzip and br.", ["accept-encoding"]),
  ContentEncoding: {
    ...header("How the body is compressed; absent when it is not.", ["br"]),
    required: false,
    schema: { type: "string", enum: ["br", "gzip"] },
  },
  Buffering: header("Proxies pass each event on at once.", ["no"]),
  ContentDisposition: header("Under which name to save the file: what it holds and of which edition.", [
    'attachment; filename="avances-data-CRI-2027-edition-36.csv"',
  ]),
  RetryAfter: {
    required: true,
    description: "Seconds to wait before the next try.",
    schema: { type: "integer", minimum: 1, examples: [2] },
  },
  SetCookie: header("Cookies of the session: keep them, or drop those that are emptied. Sent several times.", [
    "__Host-at=…; Max-Age=600; Path=/; HttpOnly; Secure; SameSite=Strict",
  ]),
  Allow: header("The methods that the address has.", ["GET, HEAD, OPTIONS"]),
  AllowOrigin: header("Pages of any origin may read the answer, without cookies.", ["*"]),
  ExposeHeaders: header("Which headers those pages may read.", [openDataHeaders["access-control-expose-headers"]]),
} as const satisfies Record<string, Header>;

function header(description: string, examples: readonly string[]): Header {
  return { required: true, description, schema: { ...text, examples } };
}

/** The headers that an operation reads. */
export function headersOf(contract: Contract): readonly Ref[] {
  const isPreviewable = contract.body instanceof z.ZodObject && "preview" in contract.body.shape;
  const key = isPreviewable ? "PreviewIdempotencyKey" : "IdempotencyKey";
  const names: readonly (keyof typeof requestHeaders | false | undefined)[] = [
    contract.method !== "GET" && "Origin",
    contract.method !== "GET" && "RequestedWith",
    comparesPerson(contract) && "ActingAs",
    !contract.premade && "ByItself",
    contract.ifMatch && "IfMatch",
    contract.idempotent && (contract.idempotent === "optional" ? "OptionalIdempotencyKey" : key),
    contract.premade && "IfNoneMatch",
  ];
  return names.filter((name) => name !== false && name !== undefined).map(parameterRef);
}

const parameterRef = (name: keyof typeof requestHeaders) => ({ $ref: `#/components/parameters/${name}` });

/** The headers of a response: `ETag` → the reference to its component. */
export function headerRefs(
  names: Readonly<Record<string, keyof typeof responseHeaders>>,
): Readonly<Record<string, Ref>> {
  return Object.fromEntries(
    Object.entries(names).map(([name, component]) => [name, { $ref: `#/components/headers/${component}` }]),
  );
}
