import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { openApiDocument } from "#http/openapi/document.ts";
import type { Json } from "#http/openapi/json.ts";
import { nameOf, type Operation, type Parameter, type Response, resolved } from "#http/openapi/shape.ts";

/** A call and its reply, however they travelled. Header names are in small letters. */
export interface Seen {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly sent: Readonly<Record<string, string>>;
  /** The request body as text; empty = none. */
  readonly payload: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  /** The reply's body, decompressed; null when it cannot be had. */
  readonly body: Buffer | null;
}

/** Headers of every reply, which the document describes only once. */
const ofEveryAnswer = new Set([
  "connection",
  "content-length",
  "content-security-policy",
  "content-type",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "date",
  "keep-alive",
  "permissions-policy",
  "referrer-policy",
  "strict-transport-security",
  "transfer-encoding",
  "x-content-type-options",
  "x-frame-options",
]);
/** The methods for which an address must be described; there are others. */
const methods = new Set(["get", "head", "post", "put", "patch", "delete", "options", "trace", "query"]);

const publicUrl = "https://avances.example.org";
const id = "openapi";
let checker: ReturnType<typeof makeChecker> | undefined;

/**
 * Every way in which a reply, or a successful call, differs from the API description; empty = none. Addresses
 * that the document does not have (pages, routes of a test, unknown ones) are not judged.
 */
export function faultsAgainstOpenApi(seen: Seen): readonly string[] {
  checker ??= makeChecker();
  return checker(seen);
}

function makeChecker() {
  const document = openApiDocument(publicUrl);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  // Here a field that is not described is a fault, although callers are told to expect new ones.
  ajv.addSchema(closed(document) as object, id);
  const compiled = new Map<string, ValidateFunction>();
  /** What is wrong with a value by the schema at this place of the document; null = nothing. */
  const wrongWith = (value: unknown, pointer: string): string | null => {
    const valid = compiled.get(pointer) ?? ajv.compile({ $ref: `${id}#${pointer}` });
    compiled.set(pointer, valid);
    return valid(value) ? null : ajv.errorsText(valid.errors, { separator: "\n", dataVar: "" });
  };
  // A literal address takes precedence over one with parameters.
  const templates = Object.keys(document.paths)
    .map((path) => {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name));
      const pattern = new RegExp(`^${path.replaceAll(".", "\\.").replace(/\{\w+\}/g, "([^/]+)")}$`);
      return { path, names, pattern };
    })
    .sort((one, other) => one.names.length - other.names.length);

  return (seen: Seen): readonly string[] => {
    const [address = "", search = ""] = seen.url.split("?");
    const template = templates.find(({ pattern }) => pattern.test(address));
    if (template === undefined) return [];
    const { path, names, pattern } = template;
    const method = seen.method.toLowerCase();
    const faults: string[] = [];
    const fault = (text: string) => faults.push(`${method} ${path} ${seen.status}: ${text}`);
    const key = method === "head" ? "get" : method;
    const operation = document.paths[path]?.[key];
    checkLength(seen, fault);
    if (operation === undefined) {
      checkRefusedMethod(seen, method, fault);
      return faults;
    }
    const here = `/paths/${encoded(path)}/${key}`;
    const response = operation.responses[seen.status];
    if (response === undefined) return [`${method} ${path}: ${seen.status} is not described`];
    const at = "$ref" in response ? response.$ref.slice(1) : `${here}/responses/${seen.status}`;
    const { headers = {}, content } = resolved(document, "responses", response);
    checkHeaders(headers, at, seen, fault);
    if (method !== "head") checkBody(at, content, seen, fault);
    if (seen.status < 400) {
      const blanks = (pattern.exec(address) ?? []).slice(1).map(decodeURIComponent);
      const inPath = new Map(names.map((name, place) => [name, blanks[place] ?? ""]));
      checkParameters(here, operation, { path: inPath, query: new URLSearchParams(search), sent: seen.sent }, fault);
      checkPayload(here, operation, seen.payload, fault);
    }
    return faults;
  };

  function checkHeaders(described: NonNullable<Response["headers"]>, at: string, seen: Seen, fault: Fault) {
    const named = new Map(Object.entries(described).map(([name, header]) => [name.toLowerCase(), { name, header }]));
    for (const [small, { name, header }] of named) {
      const value = seen.headers[small];
      const { required, schema } = resolved(document, "headers", header);
      if (value === undefined) {
        if (required) fault(`has no ${name}`);
        continue;
      }
      const pointer = "$ref" in header ? header.$ref.slice(1) : `${at}/headers/${name}`;
      for (const each of [value].flat()) {
        const wrong = wrongWith(inType(schema, each), `${pointer}/schema`);
        if (wrong !== null) fault(`${name}: ${each}: ${wrong}`);
      }
    }
    for (const name of Object.keys(seen.headers))
      if (!named.has(name) && !ofEveryAnswer.has(name)) fault(`${name} is not described`);
  }

  function checkBody(at: string, content: Response["content"], { headers, body }: Seen, fault: Fault) {
    if (body === null) return;
    const [type = ""] = String(headers["content-type"] ?? "").split(";");
    if (content === undefined) {
      if (body.length > 0) fault("has a body where none is described");
      return;
    }
    if (content[type] === undefined) return fault(`is sent as ${type || "nothing"}`);
    if (!type.endsWith("json")) return;
    const wrong = wrongWith(JSON.parse(body.toString()), `${at}/content/${encoded(type)}/schema`);
    if (wrong !== null) fault(wrong);
  }

  /** A call that succeeded must be one that the document allows. */
  function checkParameters(here: string, operation: Operation, { path, query, sent }: Given, fault: Fault) {
    const described = (operation.parameters ?? []).map((each, place) => ({
      pointer: "$ref" in each ? each.$ref.slice(1) : `${here}/parameters/${place}`,
      parameter: resolved(document, "parameters", each),
    }));
    const given = ({ name, in: place }: Parameter) => {
      if (place === "header") return sent[name.toLowerCase()];
      return (place === "path" ? path : query).get(name) ?? undefined;
    };
    for (const { pointer, parameter } of described) {
      const { name, required, schema } = parameter;
      const value = given(parameter);
      const isOriginTold = name === "Origin" && sent["sec-fetch-site"] === "same-origin";
      if (value === undefined) {
        if (required && !isOriginTold) fault(`was asked without ${name}`);
        continue;
      }
      const wrong = wrongWith(inType(schema, value), `${pointer}/schema`);
      if (wrong !== null) fault(`takes ${name} = ${value}: ${wrong}`);
    }
    const names = new Set(described.map(({ parameter }) => parameter).map(({ in: place, name }) => `${place} ${name}`));
    for (const name of query.keys()) if (!names.has(`query ${name}`)) fault(`takes ${name}, which is not described`);
  }

  function checkPayload(here: string, { requestBody }: Operation, payload: string, fault: Fault) {
    // Bytes have no schema to be held against.
    if (requestBody?.content["application/json"] === undefined || payload === "") return;
    const wrong = wrongWith(JSON.parse(payload), `${here}/requestBody/content/application~1json/schema`);
    if (wrong !== null) fault(`takes what it forbids: ${wrong}`);
  }

  /** A text of an address or header, converted to the type that the schema gives. */
  function inType(schema: Json, text: string): unknown {
    const behind = typeof schema.$ref === "string" ? document.components.schemas[nameOf(schema.$ref)] : schema;
    return behind?.type === "integer" || behind?.type === "number" ? Number(text) : text;
  }
}

type Fault = (text: string) => void;

interface Given {
  readonly path: ReadonlyMap<string, string>;
  readonly query: URLSearchParams;
  readonly sent: Readonly<Record<string, string>>;
}

/** RFC 9110 8.6: a status without a body has no length either. */
function checkLength({ status, headers }: Seen, fault: Fault): void {
  if ((status === 204 || status === 304) && headers["content-length"] !== undefined) fault("has a length and no body");
}

/** An address without the method must list those it has; for a method that no address has, nothing more is checked. */
function checkRefusedMethod({ status, headers }: Seen, method: string, fault: Fault): void {
  const expected = !methods.has(method) ? 501 : method === "options" ? 204 : 405;
  if (status !== expected || (expected !== 501 && headers.allow === undefined))
    fault("an address without this method has to say which it has");
}

function encoded(key: string): string {
  return encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"));
}

/**
 * A copy in which objects may have only the described fields. Where several schemas apply at once (`allOf`), the parts cannot
 * forbid more fields; a part with a name of its own does.
 */
function closed(value: unknown, isPart = false): unknown {
  if (Array.isArray(value)) return value.map((each) => closed(each, isPart));
  if (typeof value !== "object" || value === null) return value;
  const copy: Record<string, unknown> = Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      closed(each, key === "allOf" || (isPart && (key === "anyOf" || key === "oneOf"))),
    ]),
  );
  const isThing = copy.type === "object" && typeof copy.properties === "object";
  return isThing && !isPart && copy.additionalProperties === undefined
    ? { ...copy, additionalProperties: false }
    : copy;
}
