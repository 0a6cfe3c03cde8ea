import { allContracts, apiPrefix, type Contract, Problem } from "@avances/contracts";
import { rolesFor } from "@avances/domain/access";
import { z } from "zod";
import { actingAsHeader, comparesPerson } from "./acting-as.ts";
import { type ProblemCode, problemKinds } from "./problem-details.ts";

type Json = Readonly<Record<string, unknown>>;

/** The OpenAPI 3.1 document of every operation: made from the contracts, so it cannot say anything else than what the API does. */
export function openApiDocument(): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const contract of allContracts) {
    const path = `${apiPrefix}${contract.path.replace(/:([A-Za-z0-9]+)/g, "{$1}")}`;
    paths[path] = { ...paths[path], [contract.method.toLowerCase()]: operation(contract) };
  }
  return {
    openapi: "3.1.1",
    info: {
      title: "Avances",
      version: "1",
      description:
        "Reporting portal of the Regional Conference on Migration. Sessions are cookies; requests that change something carry " +
        "`X-Requested-With: rcm`, come from the portal's own origin and send JSON. A caller may say in `X-Acting-As` for which person " +
        "(the id of `GET /session`) it calls: when the session belongs to somebody else, nothing is done (`other-person`). `X-By-Itself: 1` says that nobody is at the page: such a request does not keep a session from going idle. Refusals are RFC 9457 problem documents.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    paths: { ...paths, ...healthPaths },
    components: {
      schemas: { Problem: schemaOf(Problem, "output") },
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: "__Host-at" } },
    },
  };
}

const healthPaths: Json = Object.fromEntries(
  (["/livez", "/readyz"] as const).map((path) => [
    path,
    {
      get: {
        operationId: path.slice(1),
        summary: path === "/livez" ? "The process answers" : "The instance can serve: database and migrations",
        "x-roles": ["public"],
        security: [],
        responses: { 200: { description: "Yes" }, ...(path === "/readyz" && { 503: { description: "Not now" } }) },
      },
    },
  ]),
);

function operation(contract: Contract): Json {
  const roles = rolesFor(contract.action);
  return {
    operationId: contract.operationId,
    summary: contract.summary,
    tags: [contract.path.split("/")[1]],
    "x-action": contract.action,
    "x-roles": roles,
    security: roles.includes("public") ? [] : [{ session: [] }],
    parameters: [...pathAndQuery(contract), ...headers(contract)],
    ...(contract.body && {
      requestBody: {
        required: !contract.body.safeParse(undefined).success,
        content: { "application/json": { schema: schemaOf(contract.body, "input") } },
      },
    }),
    responses: { [contract.status ?? 200]: success(contract), ...refusals(contract, roles.includes("public")) },
  };
}

function pathAndQuery(contract: Contract): Json[] {
  return (["params", "query"] as const).flatMap((place) =>
    Object.entries(contract[place]?.shape ?? {}).map(([name, schema]) => ({
      name,
      in: place === "params" ? "path" : "query",
      required: place === "params" || !(schema as z.ZodType).safeParse(undefined).success,
      schema: schemaOf(schema as z.ZodType, "input"),
    })),
  );
}

function headers(contract: Contract): Json[] {
  const header = (name: string, schema: Json, required = true) => ({ name, in: "header", required, schema });
  const isPreviewable = contract.body instanceof z.ZodObject && "preview" in contract.body.shape;
  const isKeyNeeded = contract.idempotent === true && !isPreviewable;
  return [
    ...(comparesPerson(contract) ? [header(actingAsHeader, { type: "string", format: "uuid" }, false)] : []),
    ...(contract.method === "GET" ? [] : [header("X-Requested-With", { type: "string", const: "rcm" })]),
    ...(contract.ifMatch ? [header("If-Match", { type: "string", pattern: '^"v\\d{1,9}"$' })] : []),
    ...(contract.idempotent
      ? [header("Idempotency-Key", { type: "string", pattern: "^[A-Za-z0-9_-]{8,64}$" }, isKeyNeeded)]
      : []),
  ];
}

function success(contract: Contract): Json {
  const status = contract.status ?? 200;
  if (status === 204 || status === 202) return { description: "Done" };
  const type = contract.contentType ?? "application/json";
  return {
    description: "Done",
    ...((contract.ifMatch || contract.premade) && { headers: { ETag: { schema: { type: "string" } } } }),
    content: { [type]: { schema: schemaOf(contract.response, "output") } },
  };
}

/** One response per status, with the codes it may carry. */
function refusals(contract: Contract, isPublic: boolean): Json {
  const always: ProblemCode[] = ["invalid-input", "too-many-attempts", "unexpected", "unavailable"];
  const resource: ProblemCode[] = contract.params ? ["not-found"] : [];
  const guarded: ProblemCode[] = isPublic ? [] : ["not-signed-in", "not-allowed"];
  const personal: ProblemCode[] = comparesPerson(contract) ? ["other-person"] : [];
  const writes: ProblemCode[] = contract.method === "GET" ? [] : ["request-refused"];
  const bodies: ProblemCode[] = contract.body ? ["unsupported-media-type", "too-large"] : [];
  const codes = [
    ...new Set([...always, ...resource, ...guarded, ...personal, ...writes, ...bodies, ...(contract.problems ?? [])]),
  ];
  const byStatus = Map.groupBy(codes, (code) => problemKinds[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, here]) => [
      status,
      {
        description: here.map((code) => `\`${code}\`: ${problemKinds[code].title}`).join("; "),
        ...([429, 503].includes(status) && { headers: { "Retry-After": { schema: { type: "integer" } } } }),
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    ]),
  );
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any", reused: "inline" });
  return rest;
}
