import { acceptSubmission, getDataCsv, getIndexCsv, getMatrix, publishSubmission } from "@avances/contracts";
import { currentEdition } from "@avances/db/queries/release-queries";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { found } from "#features/shared/allow.ts";
import { agree, aRound, fill, submit } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";
import { publishedFiles } from "./files/published-files.ts";
import { releaseCache } from "./release-cache.ts";
import { catchUpEdition } from "./renew-edition.ts";

/** The API learns of an edition by a notification of the database; how soon depends on the machine. */
const patience = { timeout: 30_000 };
let api: TestApi;
let ids: Readonly<Record<string, string>>;
const get = (path: string, headers = {}) => api.app.inject({ url: `/api/v1/public/${path}`, headers });
const edition = async () => (await api.call(getMatrix, {})).body.edition?.id;

async function publish(country: string) {
  const params = { submissionId: ids[country] as string };
  const before = (await edition()) ?? 0;
  await fill(api, `focal_point:${country}`, params.submissionId);
  await submit(api, `focal_point:${country}`, params.submissionId);
  expect((await api.call(acceptSubmission, { as: "secretariat", params, body: {} })).status).toBe(200);
  await agree(api, `focal_point:${country}`, params.submissionId);
  expect((await api.call(publishSubmission, { as: "secretariat", params, body: {} })).status).toBe(200);
  await vi.waitFor(async () => expect(await edition()).toBe(before + 1), patience);
}

beforeAll(async () => {
  api = await startTestApi();
  ids = await aRound(api, 2027, ["CRI", "GTM"]);
});
afterAll(() => api.close());

describe("the files", () => {
  test("before anything is published have their head and no line, and no edition in their name", async () => {
    for (const file of ["data", "index"]) {
      const reply = await get(`${file}.csv`);
      expect(reply.statusCode).toBe(200);
      expect(reply.body.trimEnd().split("\r\n")).toHaveLength(1);
      expect(reply.headers["content-disposition"]).toBe(`attachment; filename="avances-${file}.csv"`);
    }
    expect((await get("data.csv?year=2027")).statusCode).toBe(404);
  });

  test("are saved under a name that says what they hold and of which edition", async () => {
    await publish("CRI");
    const names = async (path: string) => (await get(path)).headers["content-disposition"];
    expect(await names("data.csv")).toBe('attachment; filename="avances-data-edition-1.csv"');
    expect(await names("data.csv?indicator=TIP-PRO-01&country=CRI&year=2027&excel=es")).toBe(
      'attachment; filename="avances-data-TIP-PRO-01-CRI-2027-edition-1-excel-es.csv"',
    );
    expect(await names("index.csv?country=GTM")).toBe('attachment; filename="avances-index-GTM-edition-1.csv"');
  });

  test("begin with a byte order mark, are told to be text in UTF-8, and are sent compressed to who understands it", async () => {
    for (const path of ["data.csv", "data.csv?country=CRI", "data.csv?excel=es", "index.csv", "index.csv?excel=en"]) {
      const reply = await get(path);
      expect([...reply.rawPayload.subarray(0, 3)], path).toEqual([0xef, 0xbb, 0xbf]);
      expect(reply.headers["content-type"]).toBe("text/csv; charset=utf-8");
      const again = await get(path, { "if-none-match": reply.headers.etag });
      expect(again.statusCode).toBe(304);
      const brotli = await get(path, { "accept-encoding": "br" });
      expect(brotli.headers["content-encoding"]).toBe("br");
      expect(brotli.headers["content-disposition"]).toBe(reply.headers["content-disposition"]);
    }
  });

  test.each([
    ["data.csv", getDataCsv],
    ["index.csv", getIndexCsv],
  ] as const)("%s has the columns that the description of the interface lists", async (path, { description }) => {
    const headOf = async (query: string, delimiter: string) =>
      (await get(path + query)).body
        .replace(/^\ufeff/, "")
        .split("\r\n")[0]
        ?.split(delimiter) ?? [];
    const listed = /Columns: ([a-z_, ]+);/.exec(description)?.[1]?.split(", ");
    expect(await headOf("", ",")).toEqual(listed);
    const more = (await headOf("?excel=es", ";")).filter((name) => !listed?.includes(name));
    expect(more.length).toBeGreaterThan(0);
    expect(more.filter((name) => !name.endsWith("_es"))).toEqual([]);
  });

  test("refuse what is not there, and forms that do not exist", async () => {
    for (const path of ["data.csv?country=ZZZ", "index.csv?country=ZZZ", "data.csv?year=2026", "index.csv?year=2026"])
      expect((await get(path)).statusCode, path).toBe(404);
    for (const path of [
      "data.csv?excel=fr",
      "index.csv?excel=",
      "index.csv?indicator=TIP-PRO-01",
      "data.csv?sort=value",
    ])
      expect((await get(path)).statusCode, path).toBe(400);
  });

  test("asked for by many at once, are all of one edition, also while the next is published", async () => {
    const before = await api.call(getDataCsv);
    const readers = Array.from({ length: 8 }, () => get("data.csv"));
    await publish("GTM");
    for (const { body } of await Promise.all(readers)) {
      const editions = new Set(
        body
          .trimEnd()
          .split("\r\n")
          .slice(1)
          .map((line) => line.split(",").at(-2)),
      );
      expect(editions.size).toBe(1);
    }
    expect((await api.call(getDataCsv)).text).not.toBe(before.text);
    expect((await api.call(getIndexCsv)).text).toContain(",2,");
  });
});

test("requests for files that do not exist push nothing out of the memory", async () => {
  const files = publishedFiles();
  const cache = releaseCache(api.deps);
  const release = cache.current();
  const kept = await files.get(release, "data", { country: "CRI" });
  const unknown = Array.from({ length: 80 }, (_, year) => files.get(release, "data", { year: 1900 + year }));
  for (const one of await Promise.allSettled(unknown)) expect(one.status).toBe("rejected");
  expect(await files.get(release, "data", { country: "CRI" })).toBe(kept);
  await cache.close();
});

test("the file of a country or of a year is made once an edition, whatever else is asked for meanwhile", async () => {
  const files = publishedFiles();
  const { catalogues, reference } = api.deps;
  const cache = releaseCache(api.deps);
  const release = cache.current();
  const lasting = [
    {},
    { country: "CRI" },
    { year: 2027 },
    { excel: "es" },
    { country: "CRI", excel: "es" },
    { year: 2027, excel: "en" },
  ] as const;
  const ask = (query: object) =>
    Promise.all((["data", "index"] as const).map((file) => files.get(release, file, query)));
  const first = await Promise.all(lasting.map(ask));
  // More other files than are kept, for every country and indicator.
  for (const { code } of catalogues.current.indicators)
    for (const country of ["CRI", "GTM"])
      await files.get(release, "data", { country, indicator: code }).catch(() => null);
  for (const { alpha3 } of reference.countries) await ask({ country: alpha3, year: 2027 });
  const again = await Promise.all(lasting.map(ask));
  for (const [place, made] of first.flat().entries()) expect(again.flat()[place]).toBe(made);
  await cache.close();
});

test("another text of the catalogue or name of a country makes the public file anew, once", async () => {
  const newest = async () => found(await api.db.asPublic(currentEdition)).id;
  const { catalogues, reference } = api.deps;
  const [first, ...others] = reference.countries;
  const renamed = { ...found(first), name: { en: "Another name", es: "Otro nombre" } };
  const [indicator, ...indicators] = catalogues.current.indicators;
  const reworded = { ...found(indicator), name: { en: "Other words", es: "Otras palabras" } };
  const current = { ...catalogues.current, indicators: [reworded, ...indicators] };
  const changes = [
    { reference: { ...reference, countries: [renamed, ...others] } },
    { catalogues: { ...catalogues, current } },
    {},
  ];
  for (const change of changes) {
    const before = await newest();
    await catchUpEdition({ ...api.deps, ...change });
    await catchUpEdition({ ...api.deps, ...change });
    expect(await newest()).toBe(before + 1);
  }
  const before = await newest();
  await catchUpEdition({ ...api.deps, reference: { ...reference, countries: [...others, found(first)] } });
  expect(await newest()).toBe(before);
});
