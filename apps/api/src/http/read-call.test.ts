import { saveAnswer } from "@avances/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ config: { publicUrl: "http://127.0.0.1:3000" } });
});
afterAll(() => api.close());

const save = (headers: Record<string, string>) =>
  api.call(saveAnswer, {
    as: "focal_point:CRI",
    params: { submissionId: "00000000-0000-4000-8000-000000000000", indicatorCode: "TIP-LEG-01" },
    body: { state: "not_available", value: null, reason: "", comment: "", evidence: [] },
    headers,
  });

test.each([["*"], ['W/"v1"'], ['"1"'], ["v1"], ['"v1", "v2"'], ['"v-1"'], ['"v01e3"'], ['"v99999999999"']])(
  "If-Match: %s says too little to overwrite anything",
  async (tag) => {
    expect((await save({ "if-match": tag })).problem).toMatchObject({ status: 428, code: "revision-required" });
  },
);

test("without If-Match nothing is overwritten; with a strong tag the use case is asked", async () => {
  expect((await save({})).status).toBe(428);
  expect((await save({ "if-match": '"v1"' })).status).toBe(404);
});

test("on a desk every name of this machine is the same origin; another port is not", async () => {
  const out = (origin: string) =>
    api.app.inject({ method: "DELETE", url: "/api/v1/session", headers: { origin, "x-requested-with": "rcm" } });
  for (const origin of ["http://127.0.0.1:3000", "http://localhost:3000", "http://[::1]:3000"])
    expect((await out(origin)).statusCode).toBe(204);
  for (const origin of ["http://127.0.0.1:3001", "https://localhost:3000", "http://localhost.example:3000"])
    expect((await out(origin)).statusCode).toBe(403);
});

test("over plain http, on a desk, cookies have names and attributes that browsers take there", async () => {
  const person = await api.person("secretariat");
  expect(person.cookie).toMatch(/^avances-at=/);
});
