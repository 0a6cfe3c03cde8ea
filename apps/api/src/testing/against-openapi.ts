import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import { openApiDocument } from "../http/openapi/document.ts";

type Json = Readonly<Record<string, unknown>>;
type Asked = Exclude<InjectOptions, string>;

interface Described {
  readonly parameters?: readonly Json[];
  readonly requestBody?: Json;
  readonly responses: Readonly<Record<string, Json>>;
}

/** Headers of every answer, of which the document speaks once. */
const ofEveryAnswer = new Set([
  "connection",
  "content-length",
  "content-security-policy",
  "content-type",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "date",
  "permissions-policy",
  "referrer-policy",
  "strict-transport-security",
  "transfer-encoding",
  "x-content-type-options",
  "x-frame-options",
]);

const publicUrl = "https://avances.example.org";
const id = "openapi";
let checker: ReturnType<typeof makeChecker> | undefined;

/** From now on an answer that is not as the interface's own document says fails whoever asked for it. */
export function holdAgainstOpenApi(app: FastifyInstance): void {
  const inject = app.inject.bind(app);
  const checked = async (asked: InjectOptions | string): Promise<LightMyRequestResponse> => {
    const reply = await inject(asked);
    const faults = faultsAgainstOpenApi(typeof asked === "string" ? { url: asked } : asked, reply);
    if (faults.length > 0)
      throw new Error(`Not as /openapi.json says:\n${faults.join("\n")}\n${reply.body.slice(0, 500)}`);
    return reply;
  };
  app.inject = checked as typeof app.inject;
}

/**
 * Everything in which an answer, or a call that was answered well, is not as the document of the interface says; empty = nothing. Addresses
 * that the document does not have (pages, routes of a test, what does not exist) are not judged.
 */
function faultsAgainstOpenApi(asked: Asked, reply: LightMyRequestResponse): readonly string[] {
  checker ??= makeChecker();
  return checker(asked, reply);
}

function makeChecker() {
  const document = openApiDocument(publicUrl) as unknown as { paths: Record<string, Record<string, Described>> };
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  // A field that nobody described is a fault here, though callers are told to expect new ones.
  ajv.addSchema(closed(document) as object, id);
  const compiled = new Map<string, ValidateFunction>();
  const validatorAt = (pointer: string): ValidateFunction => {
    const known = compiled.get(pointer) ?? ajv.compile({ $ref: `${id}#${pointer}` });
    compiled.set(pointer, known);
    return known;
  };
  const templates = Object.keys(document.paths).map((path) => ({
    path,
    pattern: new RegExp(`^${path.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+")}$`),
  }));
  // An address that is written out goes before one with a blank.
  const pathOf = (url: string) =>
    templates
      .filter(({ pattern }) => pattern.test(url))
      .sort((one, other) => one.path.split("{").length - other.path.split("{").length)[0]?.path;

  const resolve = (at: string, part: Json): readonly [string, Json] => {
    if (typeof part.$ref !== "string") return [at, part];
    const pointer = part.$ref.slice(1);
    const found = pointer
      .split("/")
      .slice(1)
      .reduce<unknown>((whole, key) => (whole as Json)[key.replaceAll("~1", "/").replaceAll("~0", "~")], document);
    return [encodeURI(pointer), found as Json];
  };

  return (asked: Asked, reply: LightMyRequestResponse): readonly string[] => {
    const [url = ""] = String(asked.url ?? asked.path).split("?");
    const path = pathOf(url);
    if (path === undefined) return [];
    const method = (asked.method ?? "GET").toLowerCase();
    const described = document.paths[path]?.[method === "head" ? "get" : method];
    const faults: string[] = [];
    const fault = (text: string) => faults.push(`${method} ${path} ${reply.statusCode}: ${text}`);
    if (described === undefined) {
      const isTold = method === "options" ? reply.statusCode === 204 : reply.statusCode === 405;
      if (!isTold || reply.headers.allow === undefined) fault("an address without this method has to say which it has");
      return faults;
    }
    const here = `/paths/${encodeURIComponent(path).replaceAll("%2F", "~1")}/${method === "head" ? "get" : method}`;
    const response = described.responses[reply.statusCode];
    if (response === undefined) return [`${method} ${path}: ${reply.statusCode} is not described`];
    const [at, { headers = {}, content }] = resolve(`${here}/responses/${reply.statusCode}`, response) as [
      string,
      { headers?: Record<string, Json>; content?: Record<string, Json> },
    ];
    checkHeaders(headers, reply, fault);
    if (method !== "head") checkBody(at, content, reply, fault);
    if (reply.statusCode < 300) checkCall(here, described, asked, fault);
    return faults;
  };

  function checkHeaders(headers: Record<string, Json>, reply: LightMyRequestResponse, fault: (text: string) => void) {
    const named = new Map(Object.entries(headers).map(([name, header]) => [name.toLowerCase(), resolve("", header)]));
    for (const [name, [at, { required }]] of named) {
      const value = reply.headers[name];
      if (value === undefined) {
        if (required === true) fault(`has no ${name}`);
        continue;
      }
      const { type } = resolve(at, { $ref: `#${at}/schema` })[1];
      for (const each of [value].flat()) {
        const valid = validatorAt(`${at}/schema`);
        if (!valid(type === "integer" ? Number(each) : each))
          fault(`${name}: ${each}: ${ajv.errorsText(valid.errors)}`);
      }
    }
    for (const name of Object.keys(reply.headers))
      if (!named.has(name) && !ofEveryAnswer.has(name)) fault(`${name} is not described`);
  }

  function checkBody(
    at: string,
    content: Record<string, Json> | undefined,
    reply: LightMyRequestResponse,
    fault: (text: string) => void,
  ) {
    const [type = ""] = String(reply.headers["content-type"] ?? "").split(";");
    if (content === undefined) {
      if (reply.rawPayload.length > 0) fault("has a body where none is described");
      return;
    }
    if (content[type] === undefined) return fault(`is sent as ${type || "nothing"}`);
    if (!type.endsWith("json") || reply.headers["content-encoding"] !== undefined) return;
    const valid = validatorAt(`${at}/content/${type.replaceAll("/", "~1")}/schema`);
    if (!valid(reply.json())) fault(ajv.errorsText(valid.errors, { separator: "\n", dataVar: "" }));
  }

  /** What was answered well must be what a caller is told to send. */
  function checkCall(here: string, described: Described, asked: Asked, fault: (text: string) => void) {
    const sent = new Map(Object.entries(asked.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
    for (const parameter of described.parameters ?? []) {
      const [, { name, in: place, required }] = resolve("", parameter);
      const key = String(name).toLowerCase();
      const isOriginTold = key === "origin" && sent.get("sec-fetch-site") === "same-origin";
      if (place === "header" && required === true && !sent.has(key) && !isOriginTold)
        fault(`was asked without ${name}`);
    }
    const payload = asked.payload ?? asked.body;
    if (described.requestBody === undefined || typeof payload !== "string" || payload === "") return;
    const valid = validatorAt(`${here}/requestBody/content/application~1json/schema`);
    if (!valid(JSON.parse(payload))) fault(`takes what it forbids: ${ajv.errorsText(valid.errors)}`);
  }
}

/** A copy in which things with fields have no others than those that are described. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== "object" || value === null) return value;
  const copy: Record<string, unknown> = Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, closed(each)]),
  );
  const isThing = copy.type === "object" && typeof copy.properties === "object";
  const isPartOfAll = isThing && typeof (copy.properties as Json).code === "object" && copy.required === undefined;
  return isThing && !isPartOfAll && copy.additionalProperties === undefined
    ? { ...copy, additionalProperties: false }
    : copy;
}
