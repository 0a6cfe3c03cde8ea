import { apiPrefix, type Contract, features, Problem } from "@avances/contracts";
import { type Role, rolesFor, scopeOf } from "@avances/domain/access";
import type { z } from "zod";
import { about, instanceTag } from "./about.ts";
import { catalogueSchemas } from "./catalogue-schemas.ts";
import { headersOf, requestHeaders, responseHeaders } from "./headers.ts";
import {
  everywhere,
  fileResponses,
  type Growing,
  problemExamples,
  problemResponses,
  responsesOf,
} from "./responses.ts";
import { collectSchemas, type Schemas } from "./schemas.ts";
import { openSecurity, securityOf, securitySchemes } from "./security-schemes.ts";
import type { OpenApiDocument, Operation, Parameter, Ref, Response } from "./shape.ts";

/**
 * The OpenAPI 3.1 document of every operation, made from the contracts that check calls and replies. What contracts do not hold
 * (headers, statuses) is described separately and compared with the replies in the tests. `publicUrl`: address of this portal.
 */
export function openApiDocument(publicUrl: string): OpenApiDocument {
  const growing: Growing = { schemas: collectSchemas(), responses: {} };
  growing.schemas.of(Problem, "output");
  const paths: Record<string, Record<string, Operation>> = {};
  for (const { name, contracts } of features)
    for (const contract of contracts) {
      const path = `${apiPrefix}${contract.path.replace(/:([A-Za-z0-9]+)/g, "{$1}")}`;
      paths[path] = { ...paths[path], [contract.method.toLowerCase()]: operation(contract, name, growing) };
    }
  const instance = ofTheInstance(growing);
  // Named although no operation lists them: replies when an address does not have the method.
  problemResponses(["method-not-allowed", "method-unknown"], growing);
  const { Catalogue, ...others } = growing.schemas.components;
  if (typeof Catalogue?.description !== "string") throw new Error("Nothing says what the catalogue is");
  return {
    openapi: "3.1.1",
    info: about,
    servers: [{ url: publicUrl, description: "This portal." }],
    tags: [...features.map(({ name, description }) => ({ name, description })), instanceTag],
    paths: { ...paths, ...instance },
    components: {
      schemas: sorted({ ...others, ...catalogueSchemas(Catalogue.description) }),
      responses: sorted(growing.responses),
      examples: problemExamples,
      parameters: requestHeaders,
      headers: responseHeaders,
      securitySchemes,
    },
  };
}

function sorted<T>(components: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(components).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The health checks, and this document. */
const ofTheInstance = (growing: Growing): OpenApiDocument["paths"] => ({
  "/livez": {
    get: {
      ...aboutInstance("livez", "The process answers"),
      responses: { 200: health("It does.", ["alive"]), ...problemResponses(everywhere, growing) },
    },
  },
  "/readyz": {
    get: {
      ...aboutInstance("readyz", "The instance can serve: database and migrations"),
      responses: {
        200: health("It can.", ["ready"], {}, pulse),
        503: health("Not now.", ["stopping", "unavailable", "wrong-schema"], {
          "Retry-After": { $ref: "#/components/headers/RetryAfter" },
        }),
        ...problemResponses(everywhere, growing),
      },
    },
  },
  "/openapi.json": {
    get: {
      ...aboutInstance("getOpenApiDocument", "This description"),
      parameters: [{ $ref: "#/components/parameters/IfNoneMatch" }],
      responses: fileResponses(
        "application/json",
        {
          type: "object",
          required: ["openapi", "paths"],
          additionalProperties: true,
          properties: { openapi: { type: "string" }, paths: { type: "object" } },
        },
        growing,
      ),
    },
  },
});

function aboutInstance(operationId: string, summary: string): Omit<Operation, "responses"> {
  return {
    operationId,
    summary,
    description: "For everybody.",
    tags: [instanceTag.name],
    "x-roles": ["public"],
    security: [],
  };
}

/** Whether what goes by itself is done, for whoever operates the instance. It serves without. */
const pulse = {
  scheduler: {
    type: "string",
    enum: ["working", "late", "never"],
    description:
      "`late`: planning or sending has not got through its work for more than two minutes. `never`: one of them has not said yet that it has.",
  },
  schedulerLastAt: {
    type: ["string", "null"],
    format: "date-time",
    description: "When whichever of the two is further behind last got through.",
  },
};

function health(
  description: string,
  states: readonly string[],
  headers: Readonly<Record<string, Ref>> = {},
  more: Readonly<Record<string, object>> = {},
): Response {
  const properties = { status: { type: "string", enum: states }, ...more };
  return {
    description,
    headers: { "Cache-Control": { $ref: "#/components/headers/CacheControl" }, ...headers },
    content: { "application/json": { schema: { type: "object", required: Object.keys(properties), properties } } },
  };
}

function operation(contract: Contract, tag: string, growing: Growing): Operation {
  const { schemas } = growing;
  const parameters = [...pathAndQuery(contract, schemas), ...headersOf(contract)];
  return {
    operationId: contract.operationId,
    summary: contract.summary,
    description: [contract.description, whoMay(contract)].filter(Boolean).join("\n\n"),
    tags: [tag],
    "x-action": contract.action,
    "x-roles": rolesFor(contract.action),
    security: contract.premade ? openSecurity : securityOf(contract),
    ...(parameters.length > 0 && { parameters }),
    ...requestBody(contract, schemas),
    responses: responsesOf(contract, growing),
  };
}

function requestBody({ body, upload }: Contract, schemas: Schemas): Pick<Operation, "requestBody"> {
  if (upload !== undefined) {
    const schema = { type: "string", format: "binary", maxLength: upload.mostBytes };
    return { requestBody: { required: true, content: { [upload.type]: { schema } } } };
  }
  if (body === undefined) return {};
  const content = { "application/json": { schema: schemas.of(body, "input") } };
  return { requestBody: { required: !body.safeParse(undefined).success, content } };
}

function pathAndQuery(contract: Contract, schemas: Schemas): Parameter[] {
  return (["params", "query"] as const).flatMap((place) =>
    Object.entries(contract[place]?.shape ?? {}).map(([name, schema]) => {
      const { description, ...written } = schemas.of(schema as z.ZodType, "input");
      return {
        name,
        in: place === "params" ? ("path" as const) : ("query" as const),
        required: place === "params" || !(schema as z.ZodType).safeParse(undefined).success,
        ...(typeof description === "string" && { description }),
        schema: written,
      };
    }),
  );
}

const scopes = { any: "", own: " (own country)", assigned: " (assigned indicators of the own country)" } as const;

/** Who may call the operation, from the access table. */
function whoMay({ action }: Pick<Contract, "action">): string {
  const roles = rolesFor(action);
  if (roles.includes("public")) return "For everybody.";
  const named = roles.map((role) => `${role.replaceAll("_", " ")}${scopes[scopeOf(role as Role, action) ?? "any"]}`);
  return `For: ${named.join(", ")}.`;
}
