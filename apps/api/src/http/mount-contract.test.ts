import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { apiPrefix, listCountries } from "@avances/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aRound, fill } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

test("countries are there for everybody", async () => {
  const reply = await api.call(listCountries);
  expect(reply.body.countries.map((each) => each.alpha3)).toContain("CRI");
});

test("a route that does not say who may enter stops the start", async () => {
  await expect(startTestApi({ extend: (app) => app.get("/bare", async () => "open") })).rejects.toThrow(
    "config.policy",
  );
});

test("a long reply is compressed as its reader asks; a short one, and one with a tag of its bytes, stay as they are", async () => {
  const { CRI } = await aRound(api, 2027, ["CRI"]);
  const person = await api.person("focal_point:CRI");
  await fill(api, "focal_point:CRI", CRI as string);
  const ask = async (path: string, encoding?: string) => {
    const { rawPayload, headers } = await api.app.inject({
      url: `${apiPrefix}${path}`,
      headers: { cookie: person.cookie, ...(encoding !== undefined && { "accept-encoding": encoding }) },
    });
    return {
      bytes: rawPayload,
      encoding: headers["content-encoding"],
      vary: headers.vary,
      length: headers["content-length"],
    };
  };
  const report = `/submissions/${CRI}`;
  const plain = await ask(report);
  expect(plain).toMatchObject({ encoding: undefined, vary: "accept-encoding" });
  const brotli = await ask(report, "gzip, deflate, br, zstd");
  expect(brotli).toMatchObject({ encoding: "br", length: String(brotli.bytes.length) });
  expect(brotli.bytes.length).toBeLessThan(plain.bytes.length / 3);
  expect(brotliDecompressSync(brotli.bytes)).toEqual(plain.bytes);
  const gzip = await ask(report, "gzip, br;q=0");
  expect(gzip.encoding).toBe("gzip");
  expect(gunzipSync(gzip.bytes)).toEqual(plain.bytes);
  expect((await ask(report, "identity")).encoding).toBeUndefined();
  expect(await ask("/session", "br")).toMatchObject({ encoding: undefined, vary: "accept-encoding" });
});
