import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { makeDatabase } from "./ensure-database.ts";
import type { NativeBinaries } from "./native-binaries.ts";
import { type ServerAccount, serverEnvironment } from "./server-account.ts";

/** What a running server records about itself in `postmaster.pid`. */
export interface Postmaster {
  pid: number;
  port: number;
  status: string;
}

/** The running server of this cluster, or undefined. */
export function findPostmaster(clusterDir: string): Postmaster | undefined {
  const { pid, port, status } = readPidFile(clusterDir) ?? {};
  if (!pid || !port || !servesThis(pid, clusterDir)) return undefined;
  return { pid, port, status: status ?? "" };
}

/**
 * Removes the pid file of a server that died: its number may by now belong to another program (usual in containers),
 * and PostgreSQL would then refuse to start. If a part of the old server is still alive, the new one notices it by its shared
 * memory and refuses. Call it only when no server is being started: a starting server has not yet written the whole file.
 */
export function removeDeadPidFile(clusterDir: string): void {
  const path = join(clusterDir, "postmaster.pid");
  const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  const { pid } = readPidFile(clusterDir) ?? {};
  // Without a number: a server whose starter was killed is just beginning, or the disk was full when it tried.
  const isDead = pid ? !servesThis(pid, clusterDir) : age > 3000;
  if (isDead) rmSync(path, { force: true });
}

function readPidFile(clusterDir: string): Partial<Postmaster> | undefined {
  try {
    const lines = readFileSync(join(clusterDir, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? "").trim() };
  } catch {
    return undefined;
  }
}

/** Is the process alive and does it serve this cluster? Without /proc, any living process counts. */
function servesThis(pid: number, clusterDir: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  if (process.platform !== "linux") return true;
  try {
    // Empty for a zombie: a dead process whose parent (killed too) has not been told yet.
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(clusterDir);
  } catch {
    return false;
  }
}

/** Starts the server in a session of its own, so that Ctrl-C reaches only this process, which then stops the server in good order. */
export function spawnPostmaster(options: {
  binaries: NativeBinaries;
  account: ServerAccount;
  clusterDir: string;
  logPath: string;
  port: number;
  durable: boolean;
}): ChildProcess {
  const { binaries, account, clusterDir, logPath, port, durable } = options;
  const settings = { ...serverSettings, ...(durable ? {} : fastButFragile), port: String(port) };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const isLogLarge = (statSync(logPath, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000;
  const logFile = openSync(logPath, isLogLarge ? "w" : "a", 0o600);
  try {
    const child = spawn(binaries.postgres, ["-D", clusterDir, ...flags], {
      ...account,
      cwd: "/",
      detached: true,
      windowsHide: true,
      stdio: ["ignore", logFile, logFile],
      env: serverEnvironment,
    });
    child.unref();
    return child;
  } finally {
    closeSync(logFile);
  }
}

/** For a small machine with two cores that the web server shares. */
const serverSettings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "60",
  shared_buffers: "64MB",
  work_mem: "8MB",
  maintenance_work_mem: "64MB",
  effective_cache_size: "512MB",
  max_wal_size: "512MB",
  min_wal_size: "80MB",
  max_parallel_workers_per_gather: "0",
  io_method: "sync",
  jit: "off",
  random_page_cost: "1.1",
  timezone: "UTC",
  log_timezone: "UTC",
  // Details would repeat what people typed.
  log_error_verbosity: "terse",
  log_line_prefix: "%m [%p] %q%u@%d ",
};

/** For tests only: a power cut may lose the whole cluster. */
const fastButFragile = {
  ...{ fsync: "off", synchronous_commit: "off", full_page_writes: "off" },
  // Several workers of a test run share one server, each with whole portals of its own.
  max_connections: "150",
};

/**
 * Stops the server: open transactions are rolled back. Returns when it has ended. A server that cannot write its last checkpoint (a full
 * disk) is stopped without it: the next start recovers what was committed.
 */
export async function stopPostmaster(
  binaries: NativeBinaries,
  account: ServerAccount,
  clusterDir: string,
): Promise<void> {
  const code = await endPostmaster(binaries, account, clusterDir, "fast");
  // It may have ended by itself in the meantime, which is what was wanted.
  if (code === 0 || !findPostmaster(clusterDir)) return;
  const second = await endPostmaster(binaries, account, clusterDir, "immediate");
  if (second !== 0 && findPostmaster(clusterDir))
    throw new Error(`PostgreSQL did not stop (pg_ctl ended with ${second})`);
}

function endPostmaster(
  binaries: NativeBinaries,
  account: ServerAccount,
  clusterDir: string,
  mode: "fast" | "immediate",
): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const args = ["stop", "-D", clusterDir, "-m", mode, "-w", "-t", "60", "-s"];
    const child = spawn(binaries.pgCtl, args, {
      ...account,
      cwd: "/",
      windowsHide: true,
      stdio: "ignore",
      detached: true,
    });
    child.on("error", reject);
    child.on("exit", resolve);
  });
}

/**
 * The port, once the server of this cluster accepts connections at `adminUrl` and has the database, if one is named; undefined when it ends or does not
 * answer. Throws when the database cannot be created.
 */
export async function waitUntilReady(
  clusterDir: string,
  { adminUrl, database }: { adminUrl: (port: number) => string; database: string | undefined },
  isAlive: () => boolean,
  timeoutMs: number,
): Promise<number | undefined> {
  const end = performance.now() + timeoutMs;
  while (performance.now() < end && isAlive()) {
    const postmaster = findPostmaster(clusterDir);
    if (postmaster?.status === "ready" && (await servesCluster(adminUrl(postmaster.port), database)))
      return postmaster.port;
    await wait(25);
  }
  return undefined;
}

/** Only this cluster knows the random password, so a server that accepts it is the right one. The same connection makes the database. */
async function servesCluster(url: string, database: string | undefined): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch {
    await client.end().catch(() => undefined);
    return false;
  }
  try {
    if (database !== undefined) await makeDatabase(client, database);
  } finally {
    await client.end().catch(() => undefined);
  }
  return true;
}

/** A TCP port on 127.0.0.1 that is free at this moment. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
