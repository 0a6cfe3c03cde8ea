import { listCountries } from "@avances/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
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
