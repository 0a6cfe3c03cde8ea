import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { lockDataFolder } from "@avances/local-postgres";
import { type Child, freePort, root, startChild } from "./child.ts";
import { median } from "./load.ts";
import { startBare } from "./public-file.ts";
import { startCluster, startWholePortal } from "./region.ts";
import { times as factor, type Measured, ms, seconds } from "./report.ts";

/**
 * How long a start takes from either entry point when everything is installed, built and filled, compared with a bare process of Fastify
 * and pg that is ready when its first query is answered. The starts take turns, so that a slow minute of the machine hits each kind.
 * Nothing else has the data folder open.
 */
export async function measureStarting(dataDir: string, times: number): Promise<readonly Measured[]> {
  const took = { portal: [] as number[], command: [] as number[], bare: [] as number[], server: [] as number[] };
  for (let time = 0; time < times; time += 1) {
    took.portal.push(await readyAfter(() => startWholePortal(dataDir, 60_000)));
    took.command.push(await readyAfter(() => npmStart(root, dataDir, 120_000)));
    const cluster = await startCluster(dataDir);
    try {
      took.bare.push(await readyAfter(() => startBare("rows", { BARE_DATABASE_URL: cluster.bareUrl })));
      took.server.push(await readyAfter(() => cluster.startApi("region")));
    } finally {
      await cluster.stop();
    }
  }
  const bare = median(took.bare);
  const command = median(took.command);
  const row = (name: string, process: number): Measured => ({
    name: `${name} until it is ready, against a bare one of Fastify and pg`,
    target: `≤ ${dearerAtMost} ×`,
    measured: `${factor(process / bare)} (${ms(process)}, bare ${ms(bare)})`,
    reached: process / bare <= dearerAtMost,
  });
  return [
    row("Process of the server (`apps/api`)", median(took.server)),
    row("Process of `npm start` (`apps/local`), which starts the database too,", median(took.portal)),
    {
      name: "`npm start` until it is ready, installed and built",
      target: "≤ 6 s",
      measured: seconds(command),
      reached: command <= 6_000,
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
      // Still held.
    }
  }
  throw new Error(`${dataDir} is still in use`);
}

async function readyAfter(start: () => Promise<Child>): Promise<number> {
  const child = await start();
  await child.stop();
  return child.readyAfterMs;
}
