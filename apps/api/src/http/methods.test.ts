import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { allContracts, apiPrefix } from "@avances/contracts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await api.app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => api.close());

const addressOf = (path: string) =>
  apiPrefix +
  path.replace(/:(\w+)/g, (_, name: string) => (name.endsWith("Id") ? "00000000-0000-4000-8000-000000000000" : "x"));
const paths = [...Map.groupBy(allContracts, ({ path }) => path)].map(
  ([path, here]) => [path, here.map(({ method }) => method)] as const,
);
const methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "TRACE"] as const;
const elsewhere = { "content-type": "text/plain", origin: "https://elsewhere.example" };

describe.each([...paths, ["health", ["GET"]] as const])("%s", (path, mounted) => {
  const url = path === "health" ? "/livez" : addressOf(path);
  const allowed = [...mounted, "OPTIONS", ...(mounted.includes("GET" as never) ? ["HEAD"] : [])].sort().join(", ");

  test(`has ${mounted.join(" and ")}; every other method is told so, whoever sends it and with what`, async () => {
    const { cookie } = await api.person("secretariat");
    for (const method of methods.filter((each) => !allowed.split(", ").includes(each))) {
      for (const [headers, payload] of [
        [{}, undefined],
        [elsewhere, "x"],
        [{ cookie }, undefined],
        [{ cookie, "x-requested-with": "rcm", origin: api.deps.config.publicUrl }, "{}"],
        [{ cookie, ...elsewhere }, "x"],
      ] as const) {
        const reply = await api.app.inject({ method, url, headers, ...(payload && { payload }) });
        expect([method, reply.statusCode, reply.headers.allow]).toEqual([method, 405, allowed]);
        if (method !== "HEAD") expect(reply.json().code).toBe("method-not-allowed");
      }
    }
    const options = await api.app.inject({ method: "OPTIONS", url });
    expect([options.statusCode, options.headers.allow, options.body]).toEqual([204, allowed, ""]);
  });
});

test("a method that no address has is told so, wherever it is tried", async () => {
  for (const url of [...paths.map(([path]) => addressOf(path)), "/livez", "/openapi.json", "/nothing", "/"])
    for (const method of ["PROPFIND", "LOCK"] as const) {
      const reply = await api.app.inject({ method, url, headers: elsewhere, payload: "x" });
      expect([url, reply.statusCode, reply.json().code]).toEqual([url, 501, "method-unknown"]);
    }
});

test("an address that leads nowhere is 404 with every method", async () => {
  for (const method of methods) {
    const reply = await api.app.inject({ method, url: "/api/v1/nothing" });
    expect([method, reply.statusCode, reply.headers.allow]).toEqual([method, 404, undefined]);
  }
});

test.each(["/api/v1/public/matrix", "/livez?", "/nothing", "/api/v1/me?x=1"])(
  "the whole address as the target of a request is that address: %s",
  async (path) => {
    const { app } = api;
    const { address, port } = app.server.address() as AddressInfo;
    const reply = async (target: string) => {
      const socket = connect(port, address);
      socket.write(`GET ${target} HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n`);
      const [head = "", ...body] = (await text(socket)).split("\r\n\r\n");
      const varying = /^(date|x-request-id|set-cookie):.*\r?\n?/gim;
      return [head.replace(varying, ""), body.join("").replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id")];
    };
    for (const whole of [`http://a.example:80${path}`, `HTTPS://a.example${path}`])
      expect(await reply(whole)).toEqual(await reply(path));
  },
);

describe("pages of other origins", () => {
  const origin = "https://ministry.example";
  const permissions = (headers: object) =>
    Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith("access-control")));

  test("may read what is published, tags and refusals included, and never with cookies", async () => {
    for (const [url, status] of [
      ["/api/v1/public/matrix", 200],
      ["/api/v1/public/data.csv", 200],
      ["/api/v1/public/indicators/TIP-PRO-99", 404],
      ["/api/v1/public/indicators/nonsense", 400],
      ["/api/v1/public/nothing", 404],
      ["/api/v1/catalogue?version=1999.1", 404],
      ["/api/v1/catalogue?version=2026.1", 200],
      ["/api/v1/countries", 200],
      ["/api/v1/groups", 200],
      ["/api/v1/groups?surprise=1", 400],
    ] as const) {
      const reply = await api.app.inject({ url, headers: { origin } });
      expect([url, reply.statusCode]).toEqual([url, status]);
      expect(permissions(reply.headers)).toEqual({
        "access-control-allow-origin": "*",
        "access-control-expose-headers": "Content-Disposition, ETag, Retry-After",
      });
      expect(reply.headers["cross-origin-resource-policy"]).toBe("cross-origin");
    }
  });

  test("learn from the preflight what they may send there", async () => {
    const reply = await api.app.inject({
      method: "OPTIONS",
      url: "/api/v1/public/index",
      headers: { origin, "access-control-request-method": "GET", "access-control-request-headers": "if-none-match" },
    });
    expect(reply.statusCode).toBe(204);
    expect(permissions(reply.headers)).toMatchObject({
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "GET, HEAD",
      "access-control-allow-headers": "*",
    });
  });

  test("may read nothing else", async () => {
    const reference = ["catalogue", "countries", "groups"].map((name) => `/api/v1/${name}`);
    const others = allContracts
      .map(({ path }) => addressOf(path))
      .filter((url) => !url.includes("/public/") && !reference.includes(url));
    for (const url of [
      ...others,
      "/api/v1/rounds",
      "/api/v1/groups/x",
      "/api/v1/catalogues",
      "/openapi.json",
      "/docs",
      "/readyz",
      "/api/v1/publicity",
      "/api/v1/nothing",
    ])
      for (const method of ["GET", "OPTIONS", "POST"] as const) {
        const reply = await api.app.inject({
          method,
          url,
          headers: { origin, "access-control-request-method": "GET" },
        });
        expect([method, url, permissions(reply.headers)]).toEqual([method, url, {}]);
        expect(reply.headers["cross-origin-resource-policy"]).toBe("same-origin");
      }
  });
});
