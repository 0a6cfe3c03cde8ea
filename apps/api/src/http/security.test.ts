import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { listCountries, listPeople } from "@avances/contracts";
import { DomainError } from "@avances/domain/domain-error";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "#testing/browser.ts";
import { startTestApi, type TestApi, type TestPerson } from "#testing/start-test-api.ts";

let api: TestApi;
let ts: TestPerson;
let touched = 0;
const secretText = "sensitive-value-42";
beforeAll(async () => {
  api = await startTestApi({
    extend: (app) => {
      app.post("/api/v1/test/touch", { config: { policy: "public" } }, async () => {
        touched += 1;
        return { done: true };
      });
      app.get("/api/v1/test/break", { config: { policy: "public" } }, async () => {
        throw new Error(`select * from app_user where email = '${secretText}'`);
      });
      app.get("/api/v1/test/away", { config: { policy: "public" } }, async () => {
        throw Object.assign(new Error(secretText), {
          cause: Object.assign(new Error("terminating connection"), { code: "57P01" }),
        });
      });
      app.get("/api/v1/test/wait", { config: { policy: "public" } }, async () => {
        throw new DomainError("too-many-attempts", { retryAfterSeconds: 7.2 });
      });
    },
  });
  ts = await api.person("secretariat");
});
afterAll(() => api.close());

describe("a request from a foreign page changes nothing", () => {
  const good = () => ({
    origin: api.deps.config.publicUrl,
    "x-requested-with": "rcm",
    "content-type": "application/json",
  });
  const cases: Record<string, [Record<string, string | undefined>, number]> = {
    "no origin at all": [{ origin: undefined }, 403],
    "another origin": [{ origin: "https://evil.example" }, 403],
    "origin null": [{ origin: "null" }, 403],
    "origin that begins like ours": [{ origin: "https://avances.example.org.evil.example" }, 403],
    "our origin over http": [{ origin: "http://avances.example.org" }, 403],
    "another origin with a friendly fetch site": [
      { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
      403,
    ],
    "fetch site cross-site": [{ origin: undefined, "sec-fetch-site": "cross-site" }, 403],
    "fetch site same-site": [{ origin: undefined, "sec-fetch-site": "same-site" }, 403],
    "no X-Requested-With": [{ "x-requested-with": undefined }, 403],
    "another X-Requested-With": [{ "x-requested-with": "XMLHttpRequest" }, 403],
    "text/plain": [{ "content-type": "text/plain" }, 415],
    "a form": [{ "content-type": "application/x-www-form-urlencoded" }, 415],
    multipart: [{ "content-type": "multipart/form-data; boundary=x" }, 415],
    "JSON after a blank": [{ "content-type": "text/plain; application/json" }, 415],
    "JSON in UTF-16": [{ "content-type": "application/json; charset=utf-16" }, 415],
    "JSON with a suffix": [{ "content-type": "application/jsonx" }, 415],
    "problem+json": [{ "content-type": "application/vnd.api+json" }, 415],
    "a compressed body": [{ "content-encoding": "gzip" }, 415],
  };
  test.each(Object.entries(cases))("%s", async (_name, [change, status]) => {
    const before = touched;
    const reply = await openBrowser(api).send("POST", "/api/v1/test/touch", "{}", { ...good(), ...change });
    expect(reply.statusCode).toBe(status);
    expect(reply.headers["content-type"]).toContain("application/problem+json");
    expect(touched).toBe(before);
  });

  test("whoever opened the portal under another address is told which is its own", async () => {
    const reply = await openBrowser(api).send("POST", "/api/v1/test/touch", "{}", { origin: "http://10.0.0.5:3000" });
    expect(reply.json()).toMatchObject({ code: "request-refused", details: { address: api.deps.config.publicUrl } });
  });

  test("a request of our own page passes, with either header that only browsers set", async () => {
    const before = touched;
    expect((await openBrowser(api).send("POST", "/api/v1/test/touch", "{}")).statusCode).toBe(200);
    expect(
      (
        await openBrowser(api).send("POST", "/api/v1/test/touch", "{}", {
          origin: undefined,
          "sec-fetch-site": "same-origin",
        })
      ).statusCode,
    ).toBe(200);
    expect(
      (
        await openBrowser(api).send("POST", "/api/v1/test/touch", "{}", {
          "content-type": "Application/JSON; charset=UTF-8",
        })
      ).statusCode,
    ).toBe(200);
    expect(touched).toBe(before + 3);
  });

  test("other origins get no CORS permission", async () => {
    const reply = await api.app.inject({
      method: "OPTIONS",
      url: "/api/v1/session",
      headers: { origin: "https://evil.example", "access-control-request-method": "POST" },
    });
    expect(Object.keys(reply.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });
});

describe("headers", () => {
  test.each([
    "/api/v1/session",
    "/api/v1/people",
    "/api/v1/nothing",
    "/nothing",
    "/livez",
    "/openapi.json",
    "/docs",
    "/api/v1/test/break",
    "/%zz",
  ])("of %s", async (url) => {
    const { headers } = await api.app.inject({ url });
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "strict-transport-security": "max-age=31536000; includeSubDomains",
    });
    expect(headers["content-security-policy"]).toMatch(/^default-src 'none';.*frame-ancestors 'none'/);
    expect(headers["content-security-policy"]).not.toContain("unsafe");
    expect(headers["permissions-policy"]).toContain("geolocation=()");
    expect(headers.server ?? headers["x-powered-by"]).toBeUndefined();
  });

  test("what a signed-in person reads is stored nowhere", async () => {
    expect((await api.call(listPeople, { as: ts })).headers["cache-control"]).toBe("no-store");
    expect((await api.call(listCountries, { as: ts })).headers["cache-control"]).toBe("no-store");
  });
});

describe("another spelling of an address never reaches a handler without rights", () => {
  test.each([
    "//api/v1/people",
    "/api//v1/people",
    "/api/v1/people/",
    "/api/v1/./people",
    "/api/v1/x/../people",
    "/api/v1/%70eople",
    "/api/v1/people;x=1",
    "/api/v1/people%2f",
    "/API/v1/people",
    "/api/v1/people%00",
    "/api/v1/people?x=1;y",
    "/api/v1/people#x",
    "http://avances.example.org/api/v1/people",
    "/api/v1/people%20",
    "/api/v1/people.",
    "/api/v1\\people",
  ])("%s", async (url) => {
    const { port } = await listening();
    expect(await rawGet(port, url)).toMatch(/^HTTP\/1\.1 (400|401|404|405) /);
  });

  let address: AddressInfo | undefined;
  async function listening(): Promise<AddressInfo> {
    if (!address) {
      await api.app.listen({ port: 0, host: "127.0.0.1" });
      address = api.app.server.address() as AddressInfo;
    }
    return address;
  }
  function rawGet(port: number, path: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, "127.0.0.1", () =>
        socket.write(`GET ${path} HTTP/1.1\r\nHost: avances.example.org\r\nConnection: close\r\n\r\n`),
      );
      let text = "";
      socket.on("data", (chunk) => {
        text += chunk.toString();
      });
      socket.on("end", () => resolve(text));
      socket.on("error", reject);
    });
  }
});

describe("refusals tell nothing but what helps", () => {
  test("an unexpected error is a bare 500 with the id under which the log knows it; the log has no text of it", async () => {
    const reply = await api.app.inject({ url: "/api/v1/test/break" });
    expect(reply.statusCode).toBe(500);
    expect(Object.keys(reply.json()).sort()).toEqual(["code", "instance", "status", "title", "type"]);
    expect(reply.body).not.toContain(secretText);
    const line = api.logLines.find((each) => each.includes("request failed") && each.includes(reply.json().instance));
    expect(line).toContain("security.test.ts");
    expect(api.logLines.join("\n")).not.toContain(secretText);
  });

  test("a database that is away is 503 with a time to come back", async () => {
    const reply = await api.app.inject({ url: "/api/v1/test/away" });
    expect([reply.statusCode, reply.headers["retry-after"], reply.json().code]).toEqual([503, "2", "unavailable"]);
  });

  test("too many: whole seconds", async () => {
    const reply = await api.app.inject({ url: "/api/v1/test/wait" });
    expect([reply.statusCode, reply.headers["retry-after"]]).toEqual([429, "8"]);
  });

  test.each([
    ["not JSON", "{", 400],
    ["a NUL in a text", '{"email":"a\\u0000b@example.org","password":"x"}', 400],
    ["half a surrogate pair", '{"email":"a\\ud800b@example.org","password":"x"}', 400],
    ["half a surrogate pair in an unknown property", '{"\\udfff":1}', 400],
    ["a key that reaches for the prototype", '{"__proto__":{"x":1},"email":"abc","password":"x"}', 400],
    ["twenty thousand brackets", `${"[".repeat(20_000)}${"]".repeat(20_000)}`, 400],
    ["twenty thousand brackets around a NUL", `${"[".repeat(20_000)}"\\u0000"${"]".repeat(20_000)}`, 400],
    ["bytes that are no UTF-8", Buffer.from([0x22, 0xff, 0xfe, 0x22]), 400],
    ["a number where an object is expected", "7", 400],
    ["null", "null", 400],
    ["an unknown property", '{"email":"abc","password":"x","isAdmin":true}', 400],
    ["more than a megabyte", JSON.stringify({ email: "x".repeat(1_100_000) }), 413],
  ])("%s", async (_name, body, status) => {
    const reply = await openBrowser(api).send("POST", "/api/v1/session", body);
    expect(reply.statusCode).toBe(status);
    expect(reply.headers["content-type"]).toContain("application/problem+json");
    expect(reply.body).not.toContain("FST_");
  });

  test.each([
    "/api/v1/people?x=%00",
    "/api/v1/people?x=%ED%A0%80",
    "/api/v1/people?secret=1",
    "/api/v1/submissions/%00",
    "/api/v1/submissions/not-an-id",
    "/api/v1/submissions?round=1999",
    "/api/v1/submissions?round=2027&round=2028",
    "/%E0%A4%A",
  ])("%s", async (url) => {
    const reply = await api.app.inject({ url, headers: { cookie: ts.cookie } });
    expect([400, 404]).toContain(reply.statusCode);
    expect(reply.headers["content-type"]).toContain("application/problem+json");
    expect(reply.body).not.toMatch(/FST_|sql|node_modules/i);
  });

  test("an address of more than 2,048 characters is refused", async () => {
    expect((await api.app.inject({ url: `/api/v1/session?x=${"y".repeat(2_100)}` })).statusCode).toBe(414);
  });

  test("all faults of a body are told at once, as pointers, without what was sent", async () => {
    const reply = await openBrowser(api).send("POST", "/api/v1/session", { email: 5, extra: secretText });
    expect(reply.json()).toMatchObject({ code: "invalid-input", status: 400 });
    const pointers = reply.json().errors.map((each: { pointer: string }) => each.pointer);
    expect(pointers).toEqual(expect.arrayContaining(["/email", "/password", "/extra"]));
    expect(reply.body).not.toContain(secretText);
  });
});

test("the log has no address, cookie, query or body in it", async () => {
  await openBrowser(api).send("POST", "/api/v1/session", {
    email: "canary@example.org",
    password: "canary-password-1",
  });
  await api.app.inject({
    url: "/api/v1/submissions?round=2027&country=CRI",
    headers: { cookie: ts.cookie, "user-agent": "canary-agent" },
  });
  const log = api.logLines.join("\n");
  expect(log).toContain('"route":"/api/v1/submissions"');
  expect(log).not.toMatch(/canary|country=CRI|__Host|127\.0\.0\.1/);
});
