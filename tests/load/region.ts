import { existsSync, mkdtempSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeWideEdition } from "@avances/api/testing/published/wide-edition";
import { memoryEnvironment, nodeFlags } from "@avances/local/memory";
import { programFile } from "@avances/local/program";
import {
  ensureDatabase,
  loadSecrets,
  lockDataFolder,
  removeDataFolder,
  startLocalPostgres,
} from "@avances/local-postgres";
import { query } from "@avances/testing/query";
import { bareTables } from "./bare-tables.ts";
import { type Child, freePort, root, startChild } from "./child.ts";

const firstStartWithinMs = 600_000;
/** As in `npm start`. */
const environment = { ...memoryEnvironment, NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "node") };

export interface RegionFolder {
  readonly dataDir: string;
  /** From the start of the process to the first answer, demonstration region included; null when the region was there already. */
  readonly madeInMs: number | null;
  remove(): void;
}

/** A data folder with the demonstration region. `keep`: one that the next run finds again. */
export async function prepareRegion(keep: boolean): Promise<RegionFolder> {
  const prefix = `avances-bench-${process.getuid?.() ?? ""}`;
  const dataDir = keep ? join(tmpdir(), prefix) : mkdtempSync(join(tmpdir(), `${prefix}-`));
  const isFilled = existsSync(join(dataDir, "database.json"));
  const portal = await startWholePortal(dataDir, firstStartWithinMs).catch(async (error: unknown) => {
    // A kept region may have another schema.
    if (!isFilled) throw error;
    removeDataFolder(realpathSync(dataDir));
    return null;
  });
  await portal?.stop();
  if (portal === null) return prepareRegion(keep);
  return {
    dataDir,
    madeInMs: isFilled ? null : portal.readyAfterMs,
    remove: () => keep || removeDataFolder(realpathSync(dataDir)),
  };
}

/** What `npm start` runs: database, API, web app and scheduler. */
export async function startWholePortal(dataDir: string, withinMs: number): Promise<Child> {
  const port = await freePort();
  return startChild({
    args: [...nodeFlags, await programFile()],
    env: {
      AVANCES_DATA: dataDir,
      PORT: String(port),
      DEMO: "on",
      ...environment,
    },
    port,
    readyPath: "/readyz",
    withinMs,
  });
}

export interface Cluster {
  readonly version: string;
  /** Tables of the bare servers, on the same PostgreSQL. */
  readonly bareUrl: string;
  /**
   * The whole API (with scheduler, without limits on requests) over the region, over twenty times as much of it, or over a copy. `loopFile`:
   * the file to which it writes, at SIGUSR2, for how long its event loop stood still.
   */
  startApi(database: "region" | "wide" | `bench_${string}`, loopFile?: string): Promise<Child>;
  /** A copy of the region under a name, filled once as the superuser; returns the superuser's address. An existing one is made again. */
  copy(name: `bench_${string}`, fill: (ownerUrl: string) => Promise<void>): Promise<string>;
  /** Where the programs reach a copy, with their own weak login. */
  appUrl(name: `bench_${string}`): string;
  stop(): Promise<void>;
}

/** Starts the PostgreSQL of a data folder whose portal is not running. */
export async function startCluster(dataDir: string): Promise<Cluster> {
  const lock = lockDataFolder(dataDir);
  const server = await startLocalPostgres({ dataDir, log: () => undefined });
  const secrets = loadSecrets(dataDir);
  const appUrl = (name: string) =>
    urlOf(server.adminUrl, name, { user: "avances", password: secrets.appDatabasePassword });
  const bareUrl = await ensureDatabase(server.adminUrl, "bench_bare");
  await query(bareUrl, bareTables);
  if (!(await hasDatabase(server.adminUrl, "bench_wide"))) {
    await query(server.adminUrl, "create database bench_wide template avances");
    await writeWideEdition(appUrl("bench_wide"));
  }
  return {
    version:
      (await query<{ version: string }>(bareUrl, "select current_setting('server_version') as version"))[0]?.version ??
      "",
    bareUrl,
    appUrl,
    copy: async (name, fill) => {
      await query(server.adminUrl, `drop database if exists ${name}`);
      await query(server.adminUrl, `create database ${name} template avances`);
      const url = new URL(server.adminUrl);
      url.pathname = `/${name}`;
      await fill(url.href);
      return url.href;
    },
    startApi: async (database, loopFile) => {
      const port = await freePort();
      const watching = loopFile === undefined ? [] : ["--import", join(root, "tests", "load", "watch-loop.ts")];
      return startChild({
        args: [...nodeFlags, ...watching, await programFile("api")],
        env: {
          ...environment,
          ...(loopFile !== undefined && { BENCH_LOOP_FILE: loopFile }),
          NODE_ENV: "development",
          HOST: "127.0.0.1",
          PORT: String(port),
          PUBLIC_URL: `http://127.0.0.1:${port}`,
          DATABASE_URL: appUrl({ region: "avances", wide: "bench_wide" }[database as string] ?? database),
          PUBLIC_RATE_PER_MINUTE: "0",
          SESSION_RATE_PER_MINUTE: "0",
          WRITE_RATE_PER_MINUTE: "0",
          DEMO: "on",
          MAIL_MODE: "capture",
          SCHEDULER: "on",
          JWT_KEY: secrets.jwtKey,
          TICKET_KEY: secrets.ticketKey,
          DEVICE_KEY: secrets.deviceKey,
          PASSWORD_PEPPER: secrets.passwordPepper,
        },
        port,
        readyPath: "/readyz",
        withinMs: 60_000,
      });
    },
    stop: async () => {
      await server.stop();
      lock.release();
    },
  };
}

async function hasDatabase(url: string, name: string): Promise<boolean> {
  return (await query(url, "select 1 from pg_database where datname = $1", [name])).length > 0;
}

function urlOf(url: string, database: string, login: { user: string; password: string }): string {
  const changed = new URL(url);
  changed.username = login.user;
  changed.password = login.password;
  changed.pathname = `/${database}`;
  return changed.href;
}
