import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { quickFolder } from "../testing/quick-folder.ts";
import { type LocalPostgres, LocalPostgresError, loadSecrets, lockDataFolder, startLocalPostgres } from "./index.ts";

let home: string;
let dataDir: string;
const running = new Set<LocalPostgres>();

beforeEach(() => {
  home = mkdtempSync(join(quickFolder(), "avances posñgrés "));
  chmodSync(home, 0o755);
  dataDir = join(home, "data");
});

afterEach(async () => {
  for (const server of running) await server.stop();
  running.clear();
  rmSync(home, { recursive: true, force: true });
});

async function start(): Promise<LocalPostgres> {
  const server = await startLocalPostgres({ dataDir, log: () => undefined });
  running.add(server);
  return server;
}

async function query(server: LocalPostgres, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: server.adminUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Starts the child program, waits for its first commit and kills it without warning. */
async function commitInChildAndKill(): Promise<void> {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL("../testing/killed-child.ts", import.meta.url)), dataDir],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  await once(child, "exit");
}

test("the data outlive a stop and a start, in a folder with spaces and accents", async () => {
  const first = await start();
  await query(first, "create table kept as select 42 as answer");
  await first.stop();
  await expect(query(first, "select 1")).rejects.toThrow();

  const second = await start();
  expect(second.adopted).toBe(false);
  expect(await query(second, "select answer from kept")).toEqual([{ answer: 42 }]);
});

test("the server writes through to the disk and listens only on this machine, with a password", async () => {
  const server = await start();
  const [settings] = await query(
    server,
    "select current_setting('fsync') as fsync, current_setting('listen_addresses') as listens, current_setting('server_encoding') as encoding",
  );
  expect(settings).toEqual({ fsync: "on", listens: "127.0.0.1", encoding: "UTF8" });
  const stranger = new Client({ connectionString: server.adminUrl.replace(/:[^:@]+@/, ":wrong@") });
  stranger.on("error", () => undefined);
  await expect(stranger.connect()).rejects.toThrow(/password authentication failed/);
});

test("a server left by a killed process is taken over, with what was committed", async () => {
  await commitInChildAndKill();
  lockDataFolder(dataDir).release();
  const server = await start();
  expect(server.adopted).toBe(true);
  expect(await query(server, "select count(*)::int as rows from kept")).toEqual([{ rows: 1 }]);
});

test("after everything was killed the server recovers, with what was committed", async () => {
  await commitInChildAndKill();
  const pidFile = join(dataDir, "postgres", "postmaster.pid");
  process.kill(Number(readFileSync(pidFile, "utf8").split("\n")[0]), "SIGKILL");
  const server = await start();
  expect(server.adopted).toBe(false);
  expect(await query(server, "select count(*)::int as rows from kept")).toEqual([{ rows: 1 }]);
});

test("a left pid file whose number now belongs to another program does not hinder", async () => {
  const first = await start();
  const pidFile = join(dataDir, "postgres", "postmaster.pid");
  const lines = readFileSync(pidFile, "utf8").split("\n");
  await first.stop();
  writeFileSync(pidFile, [String(process.pid), ...lines.slice(1)].join("\n"));
  expect((await start()).adopted).toBe(false);
});

test("data of a newer PostgreSQL are refused in one sentence", async () => {
  await (await start()).stop();
  writeFileSync(join(dataDir, "postgres", "PG_VERSION"), "99\n");
  await expect(start()).rejects.toThrow(/PostgreSQL 99 .* PostgreSQL 18: update the program/);
});

test("lost secrets are not made anew beside a database whose passwords need them", async () => {
  loadSecrets(dataDir);
  await (await start()).stop();
  const kept = loadSecrets(dataDir);
  expect(loadSecrets(dataDir)).toEqual(kept);
  rmSync(join(dataDir, "secrets.json"));
  expect(() => loadSecrets(dataDir)).toThrow(/secrets\.json is missing .* restore it from a backup/);
});

test("a lost password file is refused in one sentence", async () => {
  await (await start()).stop();
  rmSync(join(dataDir, "database.json"));
  await expect(start()).rejects.toThrow(LocalPostgresError);
});

test.skipIf(process.getuid?.() !== 0)(
  "as root, with the data folder in a closed home, the database lies outside",
  async () => {
    chmodSync(home, 0o700);
    const server = await start();
    const [place] = await query(server, "select current_setting('data_directory') as folder");
    const folder = String(place?.folder);
    try {
      expect(folder).toMatch(/^\/var\/lib\/avances\//);
      await query(server, "create table kept as select 42 as answer");
      await server.stop();
      expect(await query(await start(), "select answer from kept")).toEqual([{ answer: 42 }]);
    } finally {
      for (const each of running) await each.stop();
      rmSync(dirname(folder), { recursive: true });
    }
  },
);

test.skipIf(process.getuid?.() !== 0)("as root, a closed but empty data folder is opened for the server", async () => {
  mkdirSync(dataDir, { mode: 0o700 });
  lockDataFolder(dataDir);
  const server = await start();
  const [place] = await query(server, "select current_setting('data_directory') as folder");
  expect(place?.folder).toBe(join(dataDir, "postgres"));
});

test.skipIf(process.getuid?.() === 0)("a folder of somebody else is refused in one sentence", async () => {
  mkdirSync(dataDir);
  chmodSync(dataDir, 0o500);
  await expect(start()).rejects.toThrow(/may not write in/);
  expect(existsSync(join(dataDir, "postgres"))).toBe(false);
});
