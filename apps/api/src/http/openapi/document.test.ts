import { allContracts, features } from "@avances/contracts";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApi, type TestApi } from "../../testing/start-test-api.ts";
import { exampleOf } from "./example.ts";
import type { Json } from "./json.ts";

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly description?: string;
  readonly "x-roles": readonly string[];
  readonly parameters?: readonly Json[];
  readonly responses: Readonly<Record<string, Json>>;
}
interface Document {
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}

let api: TestApi;
let document: Document;
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

test("describes every tag, operation, parameter, header, response and thing", () => {
  const resolved = (part: Json): Json => {
    const [, , kind, name] = String(part.$ref ?? "").split("/");
    return kind && name ? (document.components[kind]?.[name] as Json) : part;
  };
  const silent = [
    ...document.tags.filter(({ description }) => !description).map(({ name }) => name),
    ...operations.flatMap(({ operationId, description, parameters = [], responses }) => [
      ...(description ? [] : [operationId]),
      ...[...parameters, ...Object.values(responses)]
        .map(resolved)
        .filter((part) => !part.description)
        .map((part) => `${operationId} ${part.name}`),
    ]),
    ...["schemas", "headers", "responses", "securitySchemes"].flatMap((kind) =>
      Object.entries(document.components[kind] ?? {})
        .filter(([, part]) => !part.description)
        .map(([name]) => `${kind} ${name}`),
    ),
  ];
  expect(silent).toEqual([]);
});

test("gives a name to every thing that stands in more than one place", () => {
  const seen = new Map<string, string[]>();
  const walk = (value: unknown, at: string) => {
    if (typeof value !== "object" || value === null) return;
    const { type, properties } = value as Json;
    // Two fields are a pair rather than a thing.
    if (type === "object" && Object.keys((properties ?? {}) as object).length > 2) {
      const key = JSON.stringify(value);
      seen.set(key, [...(seen.get(key) ?? []), at]);
    }
    for (const [key, each] of Object.entries(value)) walk(each, `${at}/${key}`);
  };
  walk(document, "");
  expect([...seen.values()].filter((places) => places.length > 1)).toEqual([]);
});

test("shows of each thing an example that is one", () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema(document, "openapi");
  const wrong = Object.keys(document.components.schemas ?? {}).flatMap((name) => {
    const valid = ajv.compile({ $ref: `openapi#/components/schemas/${name}` });
    const example = exampleOf({ $ref: `#/components/schemas/${name}` }, document);
    return valid(example) ? [] : [`${name}: ${JSON.stringify(example)} ${ajv.errorsText(valid.errors)}`];
  });
  // The catalogue is its own example.
  expect(wrong.filter((each) => !each.startsWith("Catalogue"))).toEqual([]);
});

test("every contract has its route", () => {
  const missing = allContracts.filter((each) => !api.app.hasRoute({ method: each.method, url: `/api/v1${each.path}` }));
  expect(missing.map((each) => each.operationId)).toEqual([]);
});

describe("the catalogue", () => {
  test("is typed by the schema that its files are checked with", async () => {
    const { Catalogue, CatalogueIndicator } = document.components.schemas ?? {};
    expect(Catalogue).toMatchObject({ additionalProperties: false, properties: { indicators: {} } });
    expect(CatalogueIndicator).toMatchObject({ properties: { code: {}, valueType: {} } });
    expect((await api.app.inject({ url: "/api/v1/catalogue" })).statusCode).toBe(200);
  });

  test("is bytes made once; of a version that does not exist there are none", async () => {
    const plain = await api.app.inject({ url: "/api/v1/catalogue" });
    expect(plain.json().version).toBe(api.deps.catalogues.current.version);
    const brotli = await api.app.inject({ url: "/api/v1/catalogue", headers: { "accept-encoding": "gzip, br" } });
    expect(brotli.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3);
    expect((await api.app.inject({ url: "/api/v1/catalogue?version=1999.1" })).statusCode).toBe(404);
  });
});

test("alive and ready", async () => {
  expect((await api.app.inject({ url: "/livez" })).json()).toEqual({ status: "alive" });
  expect((await api.app.inject({ url: "/readyz" })).json()).toEqual({ status: "ready" });
});
