import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

let api: TestApi;
let folder: string;
const picture = Buffer.from("not really a picture, and long enough to be worth compressing ".repeat(20));
const script = `export const words = "${"said once more, ".repeat(100)}";`;
/** Compressed otherwise than the API would do it itself. */
const beside = brotliCompressSync(script, { params: { [constants.BROTLI_PARAM_QUALITY]: 0 } });
const page = `<!doctype html><html lang="en"><head><title>Avances</title></head><div id="root"></div><noscript>${"<p>text</p>".repeat(50)}</noscript></html>`;
const pageIn = (language: string) =>
  page.replace('<html lang="en"', `<html lang="${language}" data-portal="https://avances.example.org"`);
/** Draws one page. All others fail, so the browser must draw them. */
const draw = `export async function drawPage(address, facts) {
  if (address !== "/es/countries/MEX") throw new Error("not drawn");
  const list = await (await fetch("/api/v1/public/indicators")).json();
  return {
    head: "<title>México $&amp;</title>",
    body: \`<p>\${list.indicators.length} $& \${JSON.stringify(facts)}</p>\`,
    reads: "/public/indicators=",
  };
}`;
const pages = [
  { path: "/", audience: "public", figures: true, search: [] },
  { path: "/$lang", audience: "public", figures: true, search: [] },
  { path: "/$lang/indicators", audience: "public", figures: true, search: [] },
  { path: "/$lang/indicators/$code", audience: "public", figures: true, search: [] },
  { path: "/$lang/countries/$iso3", audience: "public", figures: true, search: [] },
  { path: "/$lang/sign-in", audience: "account", figures: true, search: [] },
  { path: "/$lang/reports/$submissionId/receipt", audience: "signed-in", figures: true, search: [] },
];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "avances-web-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), page);
  writeFileSync(join(folder, ".pages.json"), JSON.stringify(pages));
  writeFileSync(join(folder, "assets", "index-abc123.js"), script);
  writeFileSync(join(folder, "assets", "index-abc123.js.br"), beside);
  writeFileSync(join(folder, "assets", "index-abc123.js.map"), "{}");
  writeFileSync(join(folder, "assets", "style-abc123.css"), "p { margin: 0 }");
  writeFileSync(join(folder, "assets", "font-abc123.woff2"), "no font");
  writeFileSync(join(folder, "assets", "mark-abc123.svg"), "<svg/>");
  writeFileSync(join(folder, "mark.png"), picture);
  writeFileSync(join(folder, "worker.js"), "/* keeps pages */");
  writeFileSync(join(folder, ".withdrawn.js"), "/* keeps nothing */");
  writeFileSync(join(folder, ".built-from"), "secret");
  mkdirSync(join(folder, ".server"));
  writeFileSync(join(folder, ".server", "draw-page.js"), draw);
  api = await startTestApi({ config: { webRoot: folder } });
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

test.each([
  "/",
  "/en",
  "/en/",
  "/es/countries/CRI",
  "/es/Indicators/TIP-PRO-01/",
  "/es/countries/CRI?instrument=SOM&x=1",
])("%s is a page of the app, in the language of its address", async (url) => {
  for (const method of ["GET", "HEAD"] as const) {
    const reply = await api.app.inject({ url, method });
    expect([reply.statusCode, reply.headers["cache-control"]]).toEqual([200, "no-cache"]);
    expect(reply.headers["content-security-policy"]).toContain("script-src 'self'");
    expect(reply.headers["x-robots-tag"]).toBeUndefined();
    expect(reply.body).toBe(method === "HEAD" ? "" : pageIn(url.startsWith("/es") ? "es" : "en"));
  }
});

test("a page that could be drawn is there before any script runs, with what it was drawn from", async () => {
  const { statusCode, headers, body } = await api.app.inject({ url: "/es/countries/MEX?x=1" });
  expect([statusCode, headers["cache-control"], headers["content-type"]]).toEqual([
    200,
    "no-cache",
    "text/html; charset=utf-8",
  ]);
  const today = api.clock.now().toISOString().slice(0, 10);
  const facts = { portal: "https://avances.example.org", demonstration: false, today };
  const count = api.deps.catalogues.current.indicators.filter(({ sensitivity }) => sensitivity === "public").length;
  expect(body).toContain(`<html lang="es" data-portal="https://avances.example.org" data-today="${today}">`);
  expect(body).toContain("<head><title>México $&amp;</title></head>");
  expect(body).toContain(
    `<div id="root" data-reads="/public/indicators="><p>${count} $& ${JSON.stringify(facts)}</p></div>`,
  );
  expect(body).not.toContain("noscript");
});

test.each([
  "/xx",
  "/en/nothing",
  "/es/indicators/TIP-LEG-99",
  "/es/indicators/TIP-LEG-01%2F",
  "/en/countries/cri",
  "/en/countries/FRA",
  "/en//indicators",
  "/en/reports",
  "/en/submissions/2027?x=1",
  "/favicon.ico",
  "/index.html",
  "/../../etc/passwd",
  "/.built-from",
  "/.withdrawn.js",
  "/.pages.json",
  "/.server/draw-page.js",
])("%s is no page: 404 with the page that says so, never kept and never listed", async (url) => {
  const { etag } = (await api.app.inject({ url: url.startsWith("/es") ? "/es" : "/en" })).headers;
  for (const method of ["GET", "HEAD"] as const) {
    const reply = await api.app.inject({ url, method, headers: { "if-none-match": String(etag) } });
    expect([reply.statusCode, reply.headers["cache-control"], reply.headers["x-robots-tag"]]).toEqual([
      404,
      "no-store",
      "noindex",
    ]);
    expect(reply.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(reply.body).toBe(method === "HEAD" ? "" : pageIn(url.startsWith("/es") ? "es" : "en"));
  }
});

test("a page that needs an account is one whatever stands in its address, and is not listed", async () => {
  for (const url of [
    "/es/sign-in",
    "/en/reports/018f0000-0000-7000-8000-000000000000/receipt",
    "/en/reports/x/receipt",
  ]) {
    const { statusCode, headers } = await api.app.inject({ url });
    expect([url, statusCode, headers["x-robots-tag"]]).toEqual([url, 200, "noindex"]);
  }
});

test("a file with a hash in its name stays in browsers for ever; one that is gone is 404, as is a source map", async () => {
  const reply = await api.app.inject({ url: "/assets/index-abc123.js" });
  expect(reply.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect((await api.app.inject({ url: "/assets/index-old.js" })).statusCode).toBe(404);
  expect((await api.app.inject({ url: "/assets/index-abc123.js.map" })).statusCode).toBe(404);
});

test("what a page loads and is no page itself is sent without the headers of documents; everything else has them", async () => {
  const ofDocuments = [
    "content-security-policy",
    "cross-origin-opener-policy",
    "permissions-policy",
    "referrer-policy",
    "x-frame-options",
  ];
  const named = async (url: string) => Object.keys((await api.app.inject({ url })).headers);
  for (const url of ["/assets/index-abc123.js", "/assets/style-abc123.css", "/assets/font-abc123.woff2"]) {
    const names = await named(url);
    expect([url, names.filter((name) => ofDocuments.includes(name))]).toEqual([url, []]);
    expect(names).toEqual(
      expect.arrayContaining([
        "x-content-type-options",
        "cross-origin-resource-policy",
        "strict-transport-security",
        "cache-control",
        "etag",
        "content-type",
        "content-length",
      ]),
    );
  }
  for (const url of ["/es", "/worker.js", "/mark.png", "/assets/mark-abc123.svg", "/assets/index-old.js"])
    expect([url, await named(url)]).toEqual([url, expect.arrayContaining(ofDocuments)]);
});

test("the form that the reader likes best; the tag of a form is answered without it, and of another one is not", async () => {
  const small = await api.app.inject({ url: "/", headers: { "accept-encoding": "gzip, br" } });
  expect(brotliDecompressSync(small.rawPayload).toString()).toBe(pageIn("en"));
  const older = await api.app.inject({ url: "/", headers: { "accept-encoding": "gzip, br;q=0" } });
  expect(gunzipSync(older.rawPayload).toString()).toBe(pageIn("en"));
  const known = { "if-none-match": `"x", ${small.headers.etag}` };
  const again = await api.app.inject({ url: "/", headers: { ...known, "accept-encoding": "br" } });
  expect([again.statusCode, again.body]).toEqual([304, ""]);
  expect((await api.app.inject({ url: "/", headers: { ...known, "accept-encoding": "gzip" } })).statusCode).toBe(200);
  expect((await api.app.inject({ url: "/", headers: known })).body).toBe(pageIn("en"));
});

test("the brotli form that the build made is sent as it is, and is no file of its own", async () => {
  const url = "/assets/index-abc123.js";
  const small = await api.app.inject({ url, headers: { "accept-encoding": "br" } });
  expect([small.headers["content-encoding"], small.rawPayload]).toEqual(["br", beside]);
  expect((await api.app.inject({ url })).body).toBe(script);
  expect((await api.app.inject({ url: `${url}.br` })).statusCode).toBe(404);
});

test("browsers ask for the service worker each time, and it may fetch from this portal and nothing else; its pages may have it", async () => {
  const worker = await api.app.inject({ url: "/worker.js" });
  expect([worker.statusCode, worker.headers["cache-control"], worker.body]).toEqual([
    200,
    "no-cache",
    "/* keeps pages */",
  ]);
  expect(worker.headers["content-security-policy"]).toBe(
    "default-src 'none'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  expect(worker.headers["content-type"]).toBe("text/javascript; charset=utf-8");
  expect((await api.app.inject({ url: "/es/home" })).headers["content-security-policy"]).toContain("worker-src 'self'");
});

test("a portal without it sends at the same address the one that removes what the worker kept, which is another file to a browser", async () => {
  const without = await startTestApi({ config: { webRoot: folder, offlinePages: false } });
  const before = (await api.app.inject({ url: "/worker.js" })).headers.etag;
  const worker = await without.app.inject({ url: "/worker.js", headers: { "if-none-match": String(before) } });
  await without.close();
  expect([worker.statusCode, worker.headers["cache-control"], worker.body]).toEqual([
    200,
    "no-cache",
    "/* keeps nothing */",
  ]);
  expect(worker.headers["content-security-policy"]).toContain("connect-src 'self'");
});

test("a file that is compressed already is sent as it is", async () => {
  const reply = await api.app.inject({ url: "/mark.png", headers: { "accept-encoding": "gzip, br" } });
  expect([reply.statusCode, reply.headers["content-encoding"], reply.headers.vary]).toEqual([
    200,
    undefined,
    undefined,
  ]);
  expect(reply.rawPayload).toEqual(picture);
});

test("unknown operations get no page, and a page accepts no other method", async () => {
  expect((await api.app.inject({ url: "/api/v1/nothing" })).json().code).toBe("not-found");
  expect((await api.app.inject({ url: "/api" })).json().code).toBe("not-found");
  const reply = await api.app.inject({ method: "POST", url: "/", headers: { origin: "https://elsewhere.example" } });
  expect([reply.statusCode, reply.headers.allow, reply.json().code]).toEqual([405, "GET, HEAD", "method-not-allowed"]);
});
