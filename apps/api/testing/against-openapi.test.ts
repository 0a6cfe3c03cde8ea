import { expect, test } from "vitest";
import { faultsAgainstOpenApi, type Seen } from "./against-openapi.ts";
import { startTestApi } from "./start-test-api.ts";

/** A correct call and reply; each test changes one thing. */
const sound: Seen = {
  method: "GET",
  url: "/api/v1/groups",
  sent: {},
  payload: "",
  status: 200,
  headers: {
    "content-type": "application/json; charset=utf-8",
    "content-length": "13",
    "cache-control": "no-store",
    vary: "accept-encoding",
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "ETag",
  },
  body: Buffer.from('{"groups":[]}'),
};
const without = (name: string) =>
  Object.fromEntries(Object.entries(sound.headers).filter(([each]) => each !== name)) as Seen["headers"];
const answered = (body: unknown): Partial<Seen> => ({ body: Buffer.from(JSON.stringify(body)) });
const asked = (url: string, more: Partial<Seen> = {}): Partial<Seen> => ({ url, ...more });
const notModified = { status: 304, body: Buffer.from(""), url: "/api/v1/public/matrix" };
const ofNotModified = { ...without("content-length"), etag: '"a"', vary: "accept-encoding" };
const { "content-type": _, ...withoutType } = ofNotModified as Record<string, string>;
const saving: Partial<Seen> = {
  method: "DELETE",
  url: "/api/v1/session",
  sent: { origin: "https://avances.example.org", "x-requested-with": "rcm" },
  status: 204,
  headers: { "cache-control": "no-store", "set-cookie": ["a=b"] },
  body: Buffer.from(""),
};

test.each<[string, Partial<Seen>]>([
  ["an answer as described", {}],
  ["one whose body is not known", { body: null }],
  ["an address that the document does not have", asked("/es/about", { headers: {} })],
  ["not modified", { ...notModified, headers: withoutType }],
  ["what is done", saving],
])("%s is no fault", (_name, change) => {
  expect(faultsAgainstOpenApi({ ...sound, ...change })).toEqual([]);
});

test.each<[string, Partial<Seen>, RegExp]>([
  ["a status", { status: 201 }, /201 is not described/],
  ["a field", answered({ groups: [], more: 1 }), /additional properties/],
  [
    "a field within",
    answered({ groups: [{ code: "x", name: { en: "a", es: "b", fr: "c" }, members: [] }] }),
    /additional/,
  ],
  ["a wrong type", answered({ groups: {} }), /must be array/],
  ["another media type", { headers: { ...sound.headers, "content-type": "text/plain" } }, /is sent as text\/plain/],
  [
    "a header that nobody told of",
    { headers: { ...sound.headers, "x-powered-by": "x" } },
    /x-powered-by is not described/,
  ],
  ["a header that is missing", { headers: without("cache-control") }, /has no Cache-Control/],
  ["a query that nobody told of", asked("/api/v1/groups?x=1"), /takes x, which is not described/],
  ["a query of another form", asked("/api/v1/catalogue?version=two"), /takes version = two/],
  ["a number that is none", asked("/api/v1/public/data.csv?year=twenty"), /takes year = twenty/],
  ["a blank of another form", asked("/api/v1/public/countries/Costa%20Rica"), /takes iso3 = Costa Rica/],
  ["a header that was left out", { ...saving, sent: { "x-requested-with": "rcm" } }, /was asked without Origin/],
  [
    "a header of another form",
    { ...saving, sent: { ...saving.sent, "x-requested-with": "x" } },
    /takes X-Requested-With = x/,
  ],
  [
    "a length of nothing",
    { ...saving, headers: { ...saving.headers, "content-length": "0" } },
    /has a length and no body/,
  ],
  ["a length of not modified", { ...notModified, headers: { ...withoutType, "content-length": "0" } }, /has a length/],
  ["a method that is not refused", { method: "PATCH", status: 404 }, /has to say which/],
  ["one that is refused in silence", { method: "PATCH", status: 405 }, /has to say which/],
])("%s is a fault", (_name, change, expected) => {
  expect(faultsAgainstOpenApi({ ...sound, ...change }).join("\n")).toMatch(expected);
});

test("the test client refuses an answer that is not as described", async () => {
  const api = await startTestApi();
  try {
    await expect(api.app.inject({ url: "/api/v1/groups" })).resolves.toMatchObject({ statusCode: 200 });
    await expect(api.app.inject({ url: "/livez?surprise=1" })).rejects.toThrow("takes surprise");
  } finally {
    await api.close();
  }
});
