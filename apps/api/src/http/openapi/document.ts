import { apiPrefix, type Contract, features, Problem } from "@avances/contracts";
import { type Role, rolesFor, scopeOf } from "@avances/domain/access";
import type { z } from "zod";
import { about, instanceTag } from "./about.ts";
import { catalogueSchemas } from "./catalogue-schemas.ts";
import { headersOf, requestHeaders, responseHeaders } from "./headers.ts";
import type { Json } from "./json.ts";
import {
  type Components,
  everywhere,
  fileResponses,
  problemExamples,
  problemResponses,
  responsesOf,
} from "./responses.ts";
import { collectSchemas, type Schemas } from "./schemas.ts";
import { openSecurity, securityOf, securitySchemes } from "./security-schemes.ts";

/** The OpenAPI 3.1 document of every operation: made from the contracts, so it cannot say anything else than what the API does. `publicUrl`: address of this portal. */
export function openApiDocument(publicUrl: string): Json {
  const components: Components = { schemas: collectSchemas(), responses: {} };
  components.schemas.of(Problem, "output");
  const paths: Record<string, Record<string, Json>> = {};
  for (const { name, contracts } of features)
    for (const contract of contracts) {
      const path = `${apiPrefix}${contract.path.replace(/:([A-Za-z0-9]+)/g, "{$1}")}`;
      paths[path] = { ...paths[path], [contract.method.toLowerCase()]: operation(contract, name, components) };
    }
  const instance = ofTheInstance(components);
  // What no operation has, for a method that an address does not have.
  problemResponses(["method-not-allowed"], components);
  const { Catalogue, ...others } = components.schemas.components;
  return {
    openapi: "3.1.1",
    info: about,
    servers: [{ url: publicUrl, description: "This portal." }],
    tags: [...features.map(({ name, description }) => ({ name, description })), instanceTag],
    paths: { ...paths, ...instance },
    components: {
      schemas: sorted({ ...others, ...catalogueSchemas(String(Catalogue?.description)) }),
      responses: sorted(components.responses),
      examples: problemExamples,
      parameters: requestHeaders,
      headers: responseHeaders,
      securitySchemes,
    },
  };
}

function sorted(components: Readonly<Record<string, Json>>): Json {
  return Object.fromEntries(Object.entries(components).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Whether the instance serves, and this document. */
const ofTheInstance = (components: Components): Json => ({
  "/livez": {
    get: {
      ...aboutInstance("livez", "The process answers"),
      responses: { 200: health("It does.", ["alive"]), ...problemResponses(everywhere, components) },
    },
  },
  "/readyz": {
    get: {
      ...aboutInstance("readyz", "The instance can serve: database and migrations"),
      responses: {
        200: health("It can.", ["ready"]),
        503: health("Not now.", ["stopping", "unavailable", "wrong-schema"], {
          "Retry-After": { $ref: "#/components/headers/RetryAfter" },
        }),
        ...problemResponses(everywhere, components),
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
        components,
      ),
    },
  },
});

function aboutInstance(operationId: string, summary: string): Json {
  return {
    operationId,
    summary,
    description: "For everybody.",
    tags: [instanceTag.name],
    "x-roles": ["public"],
    security: [],
  };
}

function health(description: string, states: readonly string[], headers: Json = {}): Json {
  const properties = { status: { type: "string", enum: states } };
  return {
    description,
    headers: { "Cache-Control": { $ref: "#/components/headers/CacheControl" }, ...headers },
    content: { "application/json": { schema: { type: "object", required: ["status"], properties } } },
  };
}

function operation(contract: Contract, tag: string, components: Components): Json {
  const { schemas } = components;
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
    ...(contract.body && {
      requestBody: {
        required: !contract.body.safeParse(undefined).success,
        content: { "application/json": { schema: schemas.of(contract.body, "input") } },
      },
    }),
    responses: responsesOf(contract, components),
  };
}

function pathAndQuery(contract: Contract, schemas: Schemas): Json[] {
  return (["params", "query"] as const).flatMap((place) =>
    Object.entries(contract[place]?.shape ?? {}).map(([name, schema]) => {
      const { description, ...written } = schemas.of(schema as z.ZodType, "input");
      return {
        name,
        in: place === "params" ? "path" : "query",
        required: place === "params" || !(schema as z.ZodType).safeParse(undefined).success,
        description,
        schema: written,
      };
    }),
  );
}

const scopes = { any: "", own: " (own country)", assigned: " (assigned indicators of the own country)" } as const;

/** Who may call it, from the access table. */
function whoMay({ action }: Pick<Contract, "action">): string {
  const roles = rolesFor(action);
  if (roles.includes("public")) return "For everybody.";
  const named = roles.map((role) => `${role.replaceAll("_", " ")}${scopes[scopeOf(role as Role, action) ?? "any"]}`);
  return `For: ${named.join(", ")}.`;
}
