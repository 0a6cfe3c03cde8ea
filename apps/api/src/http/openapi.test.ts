import { allContracts } from "@avances/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApi, type TestApi } from "../testing/start-test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

test("openapi.json has every operation once, with roles and refusals; the page for people names them all", async () => {
  const document = (await api.app.inject({ url: "/openapi.json" })).json();
  const operations = Object.values(
    document.paths as Record<string, Record<string, { operationId: string; "x-roles": string[]; responses: object }>>,
  ).flatMap((path) => Object.values(path));
  const ids = operations.map((each) => each.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining(allContracts.map((each) => each.operationId)));
  for (const operation of operations.filter((each) => !["livez", "readyz"].includes(each.operationId))) {
    expect(operation["x-roles"].length).toBeGreaterThan(0);
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(["400", "500", "503"]));
  }
  const page = await api.app.inject({ url: "/docs" });
  expect(page.headers["content-security-policy"]).toContain("style-src 'self'");
  for (const id of allContracts.map((each) => each.operationId)) expect(page.body).toContain(`id="${id}"`);
  expect(page.body).not.toMatch(/<script|style=|<style/);
});

test("every contract has its route", async () => {
  const missing = allContracts.filter((each) => !api.app.hasRoute({ method: each.method, url: `/api/v1${each.path}` }));
  expect(missing.map((each) => each.operationId)).toEqual([]);
});

test("the catalogue is bytes made once: a known tag is answered without them, brotli where it is understood", async () => {
  const plain = await api.app.inject({ url: "/api/v1/catalogue" });
  expect(plain.json().version).toBe(api.deps.catalogues.current.version);
  const again = await api.app.inject({
    url: "/api/v1/catalogue",
    headers: { "if-none-match": String(plain.headers.etag) },
  });
  expect([again.statusCode, again.body]).toEqual([304, ""]);
  const brotli = await api.app.inject({ url: "/api/v1/catalogue", headers: { "accept-encoding": "gzip, br" } });
  expect(brotli.headers["content-encoding"]).toBe("br");
  expect(brotli.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3);
  expect((await api.app.inject({ url: "/api/v1/catalogue?version=1999.1" })).statusCode).toBe(404);
});

test("alive and ready", async () => {
  expect((await api.app.inject({ url: "/livez" })).statusCode).toBe(200);
  expect((await api.app.inject({ url: "/readyz" })).json()).toEqual({ status: "ready" });
});
