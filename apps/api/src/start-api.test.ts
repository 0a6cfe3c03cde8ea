import { randomBytes } from "node:crypto";
import { createTestDatabase, type TestDatabase } from "@avances/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
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
  demonstration: false,
  mailMode: "capture" as const,
  mailFrom: "avances@example.org",
  scheduler: false,
  webRoot: null,
  publicRatePerMinute: 3,
  secrets: { jwtKey: secret(), ticketKey: secret(), deviceKey: secret(), passwordPepper: secret() },
});

test("listens, and limits what one address may ask", async () => {
  const api = await startApi({ config: config(), clock, log });
  const ask = () => fetch(`${api.url}/api/v1/countries`);
  expect((await ask()).status).toBe(200);
  expect((await ask()).status).toBe(200);
  expect((await ask()).status).toBe(200);
  const refused = await ask();
  expect([refused.status, Number(refused.headers.get("retry-after")) > 0]).toEqual([429, true]);
  expect((await fetch(`${api.url}/livez`)).status).toBe(200);
  await api.close();
});

test("stops without cutting off what it has begun", async () => {
  const api = await startApi({ config: { ...config(), publicRatePerMinute: 0 }, clock, log });
  const underWay = fetch(`${api.url}/api/v1/password-resets`, {
    method: "POST",
    headers: { origin: "http://127.0.0.1:3000", "x-requested-with": "rcm", "content-type": "application/json" },
    body: JSON.stringify({ email: "nobody@example.org" }),
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await api.close();
  expect((await underWay).status).toBe(202);
  await expect(fetch(`${api.url}/livez`)).rejects.toThrow();
});

test("refuses to serve as a login that row-level security does not hold", async () => {
  const owner = { ...config(), databaseUrl: database.ownerUrl };
  await expect(startApi({ config: owner, clock, log })).rejects.toThrow("superuser");
});
