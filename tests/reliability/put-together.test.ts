import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, sep } from "node:path";
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

test("what it leaves outside is installed in the image; what is not installed there is in it", async () => {
  const folder = dirname(await programFile("api"));
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  const outside = texts.flatMap((text) =>
    [...text.matchAll(/(?:\bfrom ?|\bimport ?\(?)"([^"]*\/node_modules\/[^"]+)"/g)].map(([, address = ""]) =>
      packageAt(address),
    ),
  );
  const installed = installedWith("@avances/api");
  expect([...new Set(outside)].filter((name) => !installed.has(name))).toEqual([]);
  expect(outside).toEqual(expect.arrayContaining(["fastify", "pg", "fflate"]));
  expect(installed).not.toContain("docx");
  expect(installed).not.toContain("@resvg/resvg-wasm");
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(["paper-worker.js", "painter.wasm"]));
  // The parts of a Word document are named by addresses.
  expect(texts.some((text) => text.includes("schemas.openxmlformats.org/wordprocessingml"))).toBe(true);
});

/** The name of the package whose file has this address. */
function packageAt(address: string): string {
  const [first = "", second = ""] = (address.split("/node_modules/").at(-1) ?? "").split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
}

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Every package that is installed where this one of the workspace runs. */
function installedWith(name: string): Set<string> {
  const files = execFileSync("git", ["ls-files", "*/package.json"], { encoding: "utf8" }).split("\n").filter(Boolean);
  const manifests = files.map((file) => JSON.parse(readFileSync(file, "utf8")) as Manifest);
  const known = new Set<string>([name]);
  for (const next of known)
    for (const one of Object.keys(manifests.find((manifest) => manifest.name === next)?.dependencies ?? {}))
      known.add(one);
  return known;
}

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
