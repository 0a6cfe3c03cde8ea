import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApi, type TestApi } from "../testing/start-test-api.ts";

let api: TestApi;
let folder: string;
const page = `<!doctype html><title>Avances</title>${"<p>text</p>".repeat(50)}`;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "avances-web-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), page);
  writeFileSync(join(folder, "assets", "index-abc123.js"), "export {};");
  writeFileSync(join(folder, "assets", "index-abc123.js.map"), "{}");
  writeFileSync(join(folder, ".built-from"), "secret");
  api = await startTestApi({ config: { webRoot: folder } });
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

test.each(["/", "/es/countries/CRI", "/en/submissions/2027?x=1", "/../../etc/passwd", "/.built-from"])(
  "%s is a page of the app",
  async (url) => {
    const reply = await api.app.inject({ url });
    expect([reply.statusCode, reply.body, reply.headers["cache-control"]]).toEqual([200, page, "no-cache"]);
    expect(reply.headers["content-security-policy"]).toContain("script-src 'self'");
  },
);

test("a file with a hash in its name stays in browsers for ever; one that is gone is 404, as is a source map", async () => {
  const reply = await api.app.inject({ url: "/assets/index-abc123.js" });
  expect(reply.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect((await api.app.inject({ url: "/assets/index-old.js" })).statusCode).toBe(404);
  expect((await api.app.inject({ url: "/assets/index-abc123.js.map" })).statusCode).toBe(404);
});

test("brotli where it is understood; a known tag is answered without the page", async () => {
  const small = await api.app.inject({ url: "/", headers: { "accept-encoding": "br" } });
  expect(brotliDecompressSync(small.rawPayload).toString()).toBe(page);
  const again = await api.app.inject({ url: "/", headers: { "if-none-match": String(small.headers.etag) } });
  expect([again.statusCode, again.body]).toEqual([304, ""]);
});

test("what is not a page is no page: other methods and unknown operations", async () => {
  expect((await api.app.inject({ url: "/api/v1/nothing" })).json().code).toBe("not-found");
  expect((await api.app.inject({ url: "/api" })).json().code).toBe("not-found");
  expect(
    (
      await api.app.inject({
        method: "POST",
        url: "/",
        headers: { origin: "https://avances.example.org", "x-requested-with": "rcm" },
      })
    ).json().code,
  ).toBe("not-found");
});
