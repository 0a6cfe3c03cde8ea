import { allContracts, features } from "@avances/contracts";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";
import { exampleOf } from "./example.ts";
import { type Json, withRefs } from "./json.ts";
import { type OpenApiDocument, type Operation, resolved } from "./shape.ts";

let api: TestApi;
let document: OpenApiDocument;
let operations: readonly Operation[];
beforeAll(async () => {
  api = await startTestApi();
  document = (await api.app.inject({ url: "/openapi.json" })).json();
  operations = Object.values(document.paths).flatMap((path) => Object.values(path));
});
afterAll(() => api.close());

const ofContracts = () => operations.filter(({ tags }) => !tags.includes("instance"));

test("has every operation once, under its feature, with roles and what it may be refused with", () => {
  const ids = operations.map((each) => each.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining(allContracts.map((each) => each.operationId)));
  for (const operation of ofContracts()) {
    expect(operation["x-roles"].length).toBeGreaterThan(0);
    expect(Object.keys(operation.responses)).toEqual(
      expect.arrayContaining(["400", "414", "415", "429", "500", "503"]),
    );
    const feature = features.find(({ contracts }) =>
      contracts.some(({ operationId }) => operationId === operation.operationId),
    );
    expect(operation.tags).toEqual([feature?.name]);
  }
  expect(document.servers).toEqual([{ url: api.deps.config.publicUrl, description: expect.any(String) }]);
});

test("describes every tag, parameter, header and thing", () => {
  const { schemas, headers, parameters, securitySchemes } = document.components;
  const named = Object.entries({ ...schemas, ...headers, ...parameters, ...securitySchemes });
  const silent = [
    ...document.tags.filter(({ description }) => !description).map(({ name }) => name),
    ...operations.flatMap((operation) =>
      (operation.parameters ?? [])
        .map((each) => resolved(document, "parameters", each))
        .filter(({ description }) => !description)
        .map(({ name }) => `${operation.operationId} ${name}`),
    ),
    ...named.filter(([, { description }]) => !description).map(([name]) => name),
  ];
  expect(silent).toEqual([]);
});

test("a refusal of one code cannot have the details of another, nor lack its own", () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(document, "openapi");
  const problem = (code: string, details?: unknown) => ({
    ...{ type: "x", title: "x", status: 400, code, instance: "x" },
    ...(details !== undefined && { details }),
  });
  let judged = 0;
  for (const { details = {}, method, path, operationId } of allContracts) {
    const operation = document.paths[`/api/v1${path.replace(/:(\w+)/g, "{$1}")}`]?.[method.toLowerCase()];
    const refusals = Object.values(operation?.responses ?? {}).flatMap((each) => {
      const { schema } = resolved(document, "responses", each).content?.["application/problem+json"] ?? {};
      return schema ? [schema] : [];
    });
    for (const code of Object.keys(details)) {
      const schema = refusals.find((each) => variantOf(each, code) !== undefined);
      const right = exampleOf(variantOf(schema, code)?.details as Json, document);
      const valid = ajv.compile(inDocument(schema ?? {}));
      const others = [{ nonsense: true }, undefined].map((each) => valid(problem(code, each)));
      expect([operationId, code, valid(problem(code, right)), ...others]).toEqual([
        operationId,
        code,
        true,
        false,
        false,
      ]);
      expect(valid(problem("no-such-code", right))).toBe(false);
      judged += 1;
    }
  }
  expect(judged).toBeGreaterThan(10);
});

const inDocument = (schema: Json) => withRefs(schema, (ref) => `openapi${ref}`) as Json;

/** What the refusal with a status says about one of its codes; undefined if it does not have it. */
function variantOf(schema: Json | undefined, code: string): Readonly<Record<string, Json>> | undefined {
  const said = ((schema?.allOf ?? []) as readonly Json[])[1];
  const variants = (said?.oneOf ?? [said]) as readonly { readonly properties?: Readonly<Record<string, Json>> }[];
  return variants.find((each) => each?.properties?.code?.const === code)?.properties;
}

test("gives a name to every thing that stands in more than one place", () => {
  const seen = new Map<string, string[]>();
  const walk = (value: unknown, at: string) => {
    if (typeof value !== "object" || value === null) return;
    const { type, properties } = value as Json;
    // An object of two fields is a pair and needs no name.
    if (type === "object" && Object.keys((properties ?? {}) as object).length > 2) {
      const key = JSON.stringify(value);
      seen.set(key, [...(seen.get(key) ?? []), at]);
    }
    for (const [key, each] of Object.entries(value)) walk(each, `${at}/${key}`);
  };
  walk(document, "");
  expect([...seen.values()].filter((places) => places.length > 1)).toEqual([]);
});

test("shows a valid example of each schema", () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema(document, "openapi");
  const wrong = Object.keys(document.components.schemas).flatMap((name) => {
    const valid = ajv.compile({ $ref: `openapi#/components/schemas/${name}` });
    const example = exampleOf({ $ref: `#/components/schemas/${name}` }, document);
    return valid(example) ? [] : [`${name}: ${JSON.stringify(example)} ${ajv.errorsText(valid.errors)}`];
  });
  // The catalogue is its own example.
  expect(wrong.filter((each) => !each.startsWith("Catalogue"))).toEqual([]);
});

test("every contract has its route, which does more than tell the methods of the address", async () => {
  const missing = await Promise.all(
    allContracts.map(async ({ operationId, method, path }) => {
      const { headers } = await api.app.inject({ method: "OPTIONS", url: `/api/v1${path.replace(/:\w+/g, "x")}` });
      return String(headers.allow).split(", ").includes(method) ? [] : [operationId];
    }),
  );
  expect(missing.flat()).toEqual([]);
});

describe("the catalogue", () => {
  test("is typed by the schema that its files are checked with", async () => {
    const { Catalogue, CatalogueIndicator } = document.components.schemas;
    expect(Catalogue).toMatchObject({ additionalProperties: false, properties: { indicators: {} } });
    expect(CatalogueIndicator).toMatchObject({ properties: { code: {}, valueType: {} } });
    expect((await api.app.inject({ url: "/api/v1/catalogue" })).statusCode).toBe(200);
  });

  test("is made into bytes once; a version that does not exist is not found", async () => {
    const plain = await api.app.inject({ url: "/api/v1/catalogue" });
    expect(plain.json().version).toBe(api.deps.catalogues.current.version);
    const brotli = await api.app.inject({ url: "/api/v1/catalogue", headers: { "accept-encoding": "gzip, br" } });
    expect(brotli.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3);
    expect((await api.app.inject({ url: "/api/v1/catalogue?version=1999.1" })).statusCode).toBe(404);
  });
});

test("alive and ready", async () => {
  expect((await api.app.inject({ url: "/livez" })).json()).toEqual({ status: "alive" });
  const ready = { status: "ready", scheduler: "never", schedulerLastAt: null };
  expect((await api.app.inject({ url: "/readyz" })).json()).toEqual(ready);
});
