import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { lockDataFolder } from "@avances/local-postgres";
import { type Child, freePort, root, startChild } from "./child.ts";
import { median } from "./load.ts";
import { startBare } from "./public-file.ts";
import { type Cluster, startWholePortal } from "./region.ts";
import { times as factor, type Measured, ms, seconds } from "./report.ts";

/** Milliseconds until the whole portal answers, where everything is already installed, built and filled. */
export interface PortalStarts {
  /** The process alone, which also starts the database. */
  readonly process: number;
  /** The command that people type. */
  readonly command: number;
}

/** Starts the portal in a folder that nobody else uses. */
export async function startPortals(dataDir: string, times: number): Promise<PortalStarts> {
  return {
    process: await medianOf(times, () => startWholePortal(dataDir, 60_000)),
    command: await medianOf(times, () => npmStart(root, dataDir, 120_000)),
  };
}

/** What a start takes, from either entry point, compared with a server of Fastify and pg that answers after its first query. */
export async function measureStarting(
  cluster: Cluster,
  portal: PortalStarts,
  times: number,
): Promise<readonly Measured[]> {
  const bare = await medianOf(times, () => startBare("rows", { BARE_DATABASE_URL: cluster.bareUrl }));
  const server = await medianOf(times, () => cluster.startApi("region"));
  const row = (name: string, took: number): Measured => ({
    name: `${name} until it is ready, against a bare one of Fastify and pg`,
    target: `≤ ${dearerAtMost} ×`,
    measured: `${factor(took / bare)} (${ms(took)}, bare ${ms(bare)})`,
    reached: took / bare <= dearerAtMost,
  });
  return [
    row("Process of the server (`apps/api`)", server),
    row("Process of `npm start` (`apps/local`), which starts the database too,", portal.process),
    {
      name: "`npm start` until it is ready, installed and built",
      target: "≤ 6 s",
      measured: seconds(portal.command),
      reached: portal.command <= 6_000,
    },
  ];
}

const dearerAtMost = 3;

/** `npm start` in a fresh clone of the last commit: packages from the cache, web application, database, demonstration region. */
export async function measureFirstStart(): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), "avances-clone-"));
  try {
    const clone = spawnSync("git", ["clone", "--quiet", root, folder], { encoding: "utf8" });
    if (clone.status !== 0) throw new Error(`git clone failed: ${clone.stderr}`);
    const portal = await npmStart(folder, join(folder, "data"), 900_000);
    await portal.stop();
    return [
      {
        name: "First `npm start` in a fresh clone, packages in the cache",
        target: "≤ 150 s",
        measured: seconds(portal.readyAfterMs),
        reached: portal.readyAfterMs <= 150_000,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function npmStart(folder: string, dataDir: string, withinMs: number): Promise<Child> {
  const port = await freePort();
  const npm = await startChild({
    command: "npm",
    args: ["start", "--prefix", folder],
    env: { AVANCES_DATA: dataDir, PORT: String(port) },
    port,
    readyPath: "/readyz",
    withinMs,
  });
  return {
    ...npm,
    stop: async () => {
      await npm.stop();
      await untilFree(dataDir);
    },
  };
}

/** npm ends before the program that it started. */
async function untilFree(dataDir: string): Promise<void> {
  for (const deadline = performance.now() + 60_000; performance.now() < deadline; await wait(100)) {
    try {
      return lockDataFolder(dataDir).release();
    } catch {
      // Still locked.
    }
  }
  throw new Error(`${dataDir} is still in use`);
}

async function medianOf(times: number, start: () => Promise<Child>): Promise<number> {
  const durations: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const portal = await start();
    durations.push(portal.readyAfterMs);
    await portal.stop();
  }
  return median(durations);
}
