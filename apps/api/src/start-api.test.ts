import { randomBytes } from "node:crypto";
import { beginDemonstration } from "@avances/db";
import { SettingsRefused } from "@avances/settings";
import { createTestDatabase, type TestDatabase } from "@avances/testing";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { fetchAsDescribed } from "#testing/as-described.ts";
import type { Log } from "./deps.ts";
import { startApi } from "./start-api.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const log: Log = { info: () => undefined, error: () => undefined };
const clock = { now: () => new Date("2027-02-10T15:00:00Z") };
const secret = () => randomBytes(32).toString("base64url");
const config = () => ({
  production: false,
  port: 0,
  databaseUrl: database.url,
  publicUrl: "http://127.0.0.1:3000",
  mailMode: "capture" as const,
  mailFrom: "avances@example.org",
  scheduler: false,
  webRoot: null,
  filesDir: "/nonexistent",
  publicRatePerMinute: 3,
  secrets: { jwtKey: secret(), ticketKey: secret(), deviceKey: secret(), passwordPepper: secret() },
});

test("listens, and limits what one address may ask", async () => {
  const api = await startApi({ config: config(), clock, log });
  const ask = () => fetchAsDescribed(`${api.url}/api/v1/countries`);
  expect((await ask()).status).toBe(200);
  expect((await ask()).status).toBe(200);
  expect((await ask()).status).toBe(200);
  const refused = await ask();
  expect([refused.status, Number(refused.headers.get("retry-after")) > 0]).toEqual([429, true]);
  expect((await fetchAsDescribed(`${api.url}/livez`)).status).toBe(200);
  await api.close();
});

test("stops without cutting off what it has begun", async () => {
  const api = await startApi({ config: { ...config(), publicRatePerMinute: 0 }, clock, log });
  const underWay = fetchAsDescribed(`${api.url}/api/v1/password-resets`, {
    method: "POST",
    headers: { origin: "http://127.0.0.1:3000", "x-requested-with": "rcm", "content-type": "application/json" },
    body: JSON.stringify({ email: "nobody@example.org" }),
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await api.close();
  expect((await underWay).status).toBe(202);
  await expect(fetchAsDescribed(`${api.url}/livez`)).rejects.toThrow();
});

test("refuses to serve as a login that row-level security does not hold", async () => {
  const owner = { ...config(), databaseUrl: database.ownerUrl };
  await expect(startApi({ config: owner, clock, log })).rejects.toThrow("superuser");
});

describe("what the database says of itself", () => {
  const aDatabase = async (kind: "demonstration" | "real") => {
    const own = await createTestDatabase();
    onTestFinished(() => own.drop());
    if (kind === "demonstration") await beginDemonstration(own.ownerUrl);
    return { ...config(), databaseUrl: own.url };
  };

  test.each(["demonstration", "real"] as const)("decides when nobody says what it is: %s", async (kind) => {
    const api = await startApi({ config: await aDatabase(kind), clock, log });
    const session = await (await fetchAsDescribed(`${api.url}/api/v1/session`)).json();
    const matrix = await (await fetchAsDescribed(`${api.url}/api/v1/public/matrix`)).json();
    await api.close();
    expect(session).toMatchObject({ demonstration: kind === "demonstration" });
    expect(matrix).toMatchObject({ edition: null });
    expect(api.deps.config.demonstration).toBe(kind === "demonstration");
  });

  test.each([
    ["a demonstration", "demonstration", { demo: "off" }, "DEMO: is off, and the database is a demonstration"],
    ["a demonstration in production", "demonstration", { production: true }, "in production name another one"],
    ["real work", "real", { demo: "on" }, "DEMO: is on, and the database is a place of real work"],
  ] as const)("ends a start that takes %s for something else, in words", async (_what, kind, said, words) => {
    const starting = startApi({ config: { ...(await aDatabase(kind)), ...said }, clock, log });
    await expect(starting).rejects.toThrow(SettingsRefused);
    await expect(starting).rejects.toThrow(words);
  });
});
