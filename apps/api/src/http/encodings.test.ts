import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { LightMyRequestResponse } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";
import { acceptedEncodings } from "./encodings.ts";
import { namesTag } from "./tags.ts";

let api: TestApi;
const get = (url: string, headers: Record<string, string> = {}) => api.app.inject({ url, headers });
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

test.each([
  [undefined, "identity"],
  ["", "identity"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip", "gzip"],
  ["GZIP", "gzip"],
  ["br;q=0", "identity"],
  ["br;q=0, gzip;q=0.000", "identity"],
  ["br;q=0, *", "gzip"],
  ["br;q=0.2, gzip;q=0.9", "gzip"],
  ["identity, br;q=0.5", "identity"],
  ["*;q=0, gzip", "gzip"],
  ["nobr, x-br", "identity"],
  ["identity;q=0", undefined],
  ["*;q=0", undefined],
  ["gzip;q=-1", "identity"],
  ["br ; Q = -0.5, gzip", "gzip"],
])("Accept-Encoding %j takes first %s", (header, best) => {
  expect(acceptedEncodings(header)[0]).toBe(best);
  expect(acceptedEncodings(header)[0]).toBe(best);
});

test.each([
  ['"a"', true],
  ['W/"a"', true],
  ['"b", "a"', true],
  ['"b","a"', true],
  ['"x, y" , W/"a"', true],
  ["*", true],
  [' "a" ', true],
  ['"b"', false],
  ['"aa", "a-br"', false],
  ["a", false],
  ["", false],
  [undefined, false],
])("If-None-Match %j names the tag: %s", (header, names) => {
  expect(namesTag(header, '"a"')).toBe(names);
});

const decoded = ({ rawPayload, headers }: LightMyRequestResponse): string => {
  if (headers["content-encoding"] === "br") return brotliDecompressSync(rawPayload).toString();
  if (headers["content-encoding"] === "gzip") return gunzipSync(rawPayload).toString();
  return rawPayload.toString();
};

describe.each(["/api/v1/catalogue", "/api/v1/public/matrix", "/api/v1/public/data.csv", "/openapi.json", "/docs"])(
  "%s",
  (url) => {
    test("has the same content in each form; each form has its own tag, and only that tag gets 'not modified'", async () => {
      const forms = await Promise.all(
        ["identity", "gzip", "br"].map((form) => get(url, { "accept-encoding": `${form}, identity;q=0.1` })),
      );
      const [plain] = forms as [LightMyRequestResponse];
      const tags = forms.map(({ headers }) => String(headers.etag));
      const tagOfBytes = new Map(forms.map(({ headers, rawPayload }) => [rawPayload.toString("base64"), headers.etag]));
      expect(new Set(tags).size, "a strong tag names one sequence of bytes").toBe(tagOfBytes.size);
      for (const [place, reply] of forms.entries()) {
        expect(decoded(reply)).toBe(plain.body);
        expect(reply.headers.vary).toBe("accept-encoding");
        const headers = { "accept-encoding": `${["identity", "gzip", "br"][place]}, identity;q=0.1` };
        for (const tag of new Set(tags)) {
          const again = await get(url, { ...headers, "if-none-match": `"other", W/${tag}` });
          expect([tag, again.statusCode]).toEqual([tag, tag === reply.headers.etag ? 304 : 200]);
          if (again.statusCode !== 304) continue;
          expect(again.body).toBe("");
          expect(again.headers).toMatchObject({ etag: tag, vary: "accept-encoding" });
          expect(again.headers["cache-control"]).toBe(plain.headers["cache-control"]);
        }
        expect((await get(url, { ...headers, "if-none-match": "*" })).statusCode).toBe(304);
      }
    });

    test("refuses a reader who accepts no form; one who accepts no compressed form gets the plain one", async () => {
      const none = await get(url, { "accept-encoding": "identity;q=0" });
      expect([none.statusCode, none.json().code, none.headers.vary]).toEqual([
        406,
        "not-acceptable",
        "accept-encoding",
      ]);
      const plain = await get(url, { "accept-encoding": "br;q=0, gzip;q=0" });
      expect([plain.statusCode, plain.headers["content-encoding"]]).toEqual([200, undefined]);
    });

    test("HEAD tells the headers of GET and nothing else", async () => {
      for (const encoding of ["identity", "gzip", "br"]) {
        const headers = { "accept-encoding": encoding };
        const [head, whole] = [await api.app.inject({ method: "HEAD", url, headers }), await get(url, headers)];
        expect([head.statusCode, head.body]).toEqual([200, ""]);
        const timeless = ({ date: _, ...others }: Record<string, unknown>) => others;
        expect(timeless(head.headers)).toEqual(timeless(whole.headers));
        const known = { ...headers, "if-none-match": String(whole.headers.etag) };
        const [headOfSame, same] = [
          await api.app.inject({ method: "HEAD", url, headers: known }),
          await get(url, known),
        ];
        expect([headOfSame.statusCode, headOfSame.headers["content-length"]]).toEqual([304, undefined]);
        expect(timeless(headOfSame.headers)).toEqual(timeless(same.headers));
      }
    });
  },
);
