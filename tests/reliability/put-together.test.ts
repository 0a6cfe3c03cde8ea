import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { join, sep } from "node:path";
import { memoryEnvironment, nodeFlags } from "@avances/local/memory";
import { programFile } from "@avances/local/program";
import { quickFolder } from "@avances/local-postgres/testing/quick-folder";
import { createTestDatabase } from "@avances/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Child, freePort, startChild } from "../load/child.ts";
import { type Person, signIn } from "../load/person.ts";

/** The program that `npm start` puts together: whatever stands beside a source is found from there too. */
const dataDir = mkdtempSync(join(quickFolder(), "avances-put-together-"));
let file: string;
let portal: Child;
let secretariat: Person;

beforeAll(async () => {
  file = await programFile();
  const port = await freePort();
  const env = { AVANCES_DATA: dataDir, PORT: String(port), DEMO: "on", ...memoryEnvironment };
  portal = await startChild({ args: [...nodeFlags, file], env, port, readyPath: "/readyz", withinMs: 240_000 });
  secretariat = await signIn(portal, "ts");
}, 300_000);
afterAll(async () => {
  await portal?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const get = async (path: string) => {
  const response = await fetch(`${portal.url}${path}`, { headers: secretariat.headers });
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
};

test("it is made of few files, and made once while no source changes", async () => {
  expect(file).toContain(`${sep}dist${sep}`);
  expect(await programFile()).toBe(file);
});

test("pages are drawn by the worker, from the demonstration region", async () => {
  const { status, bytes } = await get("/es/");
  expect(status).toBe(200);
  expect(bytes.toString()).toContain("<main");
});

test.each([
  ["the page of the interface", "/docs", "<html"],
  ["its styles, beside their source", "/docs/docs.css", "{"],
  ["the schema of the catalogue, in another package", "/openapi.json", '"CatalogueOperator"'],
])("%s", async (_, path, words) => {
  const { status, bytes } = await get(path);
  expect(status).toBe(200);
  expect(bytes.toString()).toContain(words);
});

test.each([
  ["a PDF, with its fonts", "pdf", "%PDF"],
  ["a workbook", "xlsx", "PK"],
])("%s, by code that is read when it is first asked for", async (_, kind, start) => {
  const { rounds } = await secretariat.get<{ rounds: readonly { year: number }[] }>("/rounds");
  const { status, bytes } = await get(`/api/v1/rounds/${rounds[0]?.year}/status.${kind}?language=es`);
  expect(status).toBe(200);
  expect(bytes.subarray(0, start.length).toString()).toBe(start);
});

test("the program of the server alone, as the image runs it, answers and finds what stands beside its sources", async () => {
  const server = await programFile("api");
  expect(server).toContain(`${sep}apps${sep}api${sep}dist${sep}`);
  const database = await createTestDatabase();
  const port = await freePort();
  const secrets = ["JWT_KEY", "TICKET_KEY", "DEVICE_KEY", "PASSWORD_PEPPER"];
  const api = await startChild({
    args: [...nodeFlags, server],
    env: {
      ...{ HOST: "127.0.0.1", PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, NODE_ENV: "development" },
      ...{ DATABASE_URL: database.url, MAIL_MODE: "capture", SCHEDULER: "on", DEMO: "off" },
      ...Object.fromEntries(secrets.map((name) => [name, randomBytes(32).toString("base64url")])),
    },
    port,
    readyPath: "/readyz",
    withinMs: 240_000,
  });
  try {
    for (const [path, words] of [
      ["/es/", "<main"],
      ["/docs/docs.css", "{"],
      ["/openapi.json", '"CatalogueOperator"'],
    ] as const)
      expect(await (await fetch(`${api.url}${path}`)).text(), path).toContain(words);
  } finally {
    await api.stop();
    await database.drop();
  }
}, 300_000);
