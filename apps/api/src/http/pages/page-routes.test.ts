import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { acceptSubmission, publishSubmission } from "@avances/contracts";
import { reference } from "@avances/domain/testing/catalogue";
import { afterAll, beforeAll, expect, test } from "vitest";
import { agree, aRound, fill, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

const site = "https://avances.example.org";
const pages = [
  { path: "/", audience: "public", figures: true, search: [] },
  { path: "/$lang", audience: "public", figures: true, search: [] },
  { path: "/$lang/indicators/$code", audience: "public", figures: true, search: [] },
  { path: "/$lang/countries/$iso3", audience: "public", figures: true, search: [] },
  { path: "/$lang/about", audience: "public", figures: false, search: [] },
  { path: "/$lang/sign-in", audience: "account", figures: true, search: [] },
  { path: "/$lang/home", audience: "signed-in", figures: true, search: [] },
  { path: "/$lang/reports/$submissionId", audience: "signed-in", figures: true, search: [] },
  { path: "/$lang/reports/$submissionId/receipt", audience: "signed-in", figures: true, search: [] },
];
let api: TestApi;
let folder: string;
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "avances-pages-"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><html>");
  writeFileSync(join(folder, ".pages.json"), JSON.stringify(pages));
  mkdirSync(join(folder, ".server"));
  writeFileSync(join(folder, ".server", "draw-page.js"), "");
  api = await startTestApi({ config: { webRoot: folder } });
  ids = await aRound(api, 2027, ["CRI", "GTM"]);
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

async function publish(country: string): Promise<void> {
  const params = { submissionId: ids[country] as string };
  await fill(api, `focal_point:${country}`, params.submissionId);
  await submit(api, `focal_point:${country}`, params.submissionId);
  await api.call(acceptSubmission, { as: "secretariat", params });
  await agree(api, `focal_point:${country}`, params.submissionId);
  expect((await api.call(publishSubmission, { as: "secretariat", params })).status).toBe(200);
}

const sitemap = async () => (await api.app.inject({ url: "/sitemap.xml" })).body;
/** When the page at each address last changed, "" where nothing says so. */
const changes = (xml: string) =>
  new Map(
    [...xml.matchAll(/<url><loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?/g)].map(([, at = "", on = ""]) => [
      at.replace(site, ""),
      on,
    ]),
  );

test("robots.txt closes what needs an account and opens what public pages read, and names the list of pages", async () => {
  const reply = await api.app.inject({ url: "/robots.txt" });
  expect([reply.statusCode, reply.headers["content-type"]]).toEqual([200, "text/plain; charset=utf-8"]);
  const lines = reply.body.split("\n");
  expect(lines[0]).toBe("User-agent: *");
  expect(lines.at(-2)).toBe(`Sitemap: ${site}/sitemap.xml`);
  const may = (address: string) => {
    const fitting = lines.flatMap((line) => {
      const [, kind, path = ""] = /^(Allow|Disallow): (\S+)$/.exec(line) ?? [];
      const fits = path.endsWith("$") ? address === path.slice(0, -1) : address.startsWith(path);
      return kind !== undefined && fits ? [{ kind, length: path.length }] : [];
    });
    return (fitting.sort((one, other) => other.length - one.length)[0]?.kind ?? "Allow") === "Allow";
  };
  const open = ["/", "/en", "/es/indicators/TIP-PRO-01", "/es/sign-in", "/api/v1/public/matrix", "/api/v1/session"];
  for (const address of [...open, "/api/v1/public/indicators/TIP-PRO-01", "/api/v1/rounds", "/assets/index-abc.js"])
    expect([address, may(address)]).toEqual([address, true]);
  const closed = ["/en/home", "/es/reports/018f", "/en/reports/018f/receipt", "/api/v1/people", "/api/v1/submissions"];
  for (const address of [...closed, "/api/v1/rounds/2027/status", "/api/v1/session/password"])
    expect([address, may(address)]).toEqual([address, false]);
});

test("sitemap.xml lists each public page in each language with the others, and nothing that needs an account", async () => {
  const reply = await api.app.inject({ url: "/sitemap.xml" });
  expect([reply.statusCode, reply.headers["content-type"]]).toEqual([200, "application/xml; charset=utf-8"]);
  const { indicators } = api.deps.catalogues.current;
  const listed = [...changes(reply.body).keys()];
  expect(new Set(listed).size).toBe(listed.length);
  const paths = ["", "/about", ...reference.countries.map(({ alpha3 }) => `/countries/${alpha3}`)];
  const expected = ["en", "es"].flatMap((lang) => [
    ...paths.map((path) => `/${lang}${path}`),
    ...indicators
      .filter(({ sensitivity }) => sensitivity === "public")
      .map(({ code }) => `/${lang}/indicators/${code}`),
  ]);
  expect(listed.toSorted()).toEqual(expected.toSorted());
  const entry = reply.body.split("\n").find((line) => line.includes(`<loc>${site}/en/countries/CRI</loc>`));
  expect([...(entry ?? "").matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(([, lang, at]) => [lang, at])).toEqual([
    ["en", `${site}/en/countries/CRI`],
    ["es", `${site}/es/countries/CRI`],
    ["x-default", `${site}/es/countries/CRI`],
  ]);
});

test("a page changed when the edition did that changed its content; the sitemap is made once for each edition", async () => {
  expect([...changes(await sitemap()).values()].filter((on) => on !== "")).toEqual([]);
  await publish("CRI");
  const first = api.clock.now().toISOString();
  await expect.poll(async () => changes(await sitemap()).get("/es")).toBe(first);
  const tag = String((await api.app.inject({ url: "/sitemap.xml" })).headers.etag);
  const again = await api.app.inject({ url: "/sitemap.xml", headers: { "if-none-match": tag } });
  expect([again.statusCode, again.body]).toEqual([304, ""]);

  api.clock.advance(86_400_000);
  await publish("GTM");
  const second = api.clock.now().toISOString();
  await expect.poll(async () => changes(await sitemap()).get("/es")).toBe(second);
  const on = changes(await sitemap());
  for (const path of ["/en/indicators/TIP-PRO-01", "/en/countries/GTM", "/es/countries/GTM"])
    expect([path, on.get(path)]).toEqual([path, second]);
  expect(on.get("/en/about")).toBe("");
  const newer = await api.app.inject({ url: "/sitemap.xml", headers: { "if-none-match": tag } });
  expect(newer.statusCode).toBe(200);
});

test("HEAD tells of both files without sending them; no other method does anything", async () => {
  for (const url of ["/robots.txt", "/sitemap.xml"]) {
    const head = await api.app.inject({ method: "HEAD", url });
    expect([head.statusCode, head.body, Number(head.headers["content-length"]) > 100]).toEqual([200, "", true]);
    expect((await api.app.inject({ method: "POST", url })).statusCode).toBe(405);
  }
});
