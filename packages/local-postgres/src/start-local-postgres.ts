import { randomBytes } from "node:crypto";
import { chmodSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import {
  adminUrlOf,
  type ClusterRecord,
  checkClusterVersion,
  createCluster,
  findClusterOf,
  readClusterRecord,
} from "./cluster.ts";
import { explainFailure, LocalPostgresError } from "./local-postgres-error.ts";
import { findNativeBinaries, type NativeBinaries, reachableFolder } from "./native-binaries.ts";
import {
  findFreePort,
  findPostmaster,
  removeDeadPidFile,
  spawnPostmaster,
  stopPostmaster,
  waitUntilReady,
} from "./postmaster.ts";
import { canEnter, chooseServerAccount, openFolder, type ServerAccount } from "./server-account.ts";

export interface LocalPostgres {
  /** For the superuser, database `postgres`. */
  adminUrl: string;
  port: number;
  /** Process number of the postmaster, the parent of all server processes. */
  pid: number;
  /** True when it took over a server that a killed process had left running. */
  adopted: boolean;
  /** Stops the server; open transactions are rolled back. */
  stop(): Promise<void>;
}

interface StartOptions {
  dataDir: string;
  /** A database that the server is to have; made if it is not there. */
  database?: string;
  /** If absent, a free port is chosen. */
  port?: number;
  log: (message: string) => void;
  /** Called while the server is starting: the moment for work that keeps this process busy meanwhile. */
  onStarting?: () => void;
  /** False (tests only) trades crash safety for speed. */
  durable?: boolean;
}

/**
 * Runs a PostgreSQL server on the data of the data folder, on 127.0.0.1 with a random password; creates the cluster at the
 * first start and takes over a server that is still running. The caller holds the lock of the folder (`lockDataFolder`).
 * Throws `LocalPostgresError`: one sentence that says what to do.
 */
export async function startLocalPostgres(options: StartOptions): Promise<LocalPostgres> {
  try {
    openFolder(options.dataDir);
    const dataDir = realpathSync(options.dataDir);
    return await startIn({ ...options, dataDir });
  } catch (error) {
    throw explainFailure("start the database", error, options.dataDir);
  }
}

async function startIn(options: StartOptions): Promise<LocalPostgres> {
  const { dataDir, log, durable = true } = options;
  const known = readClusterRecord(dataDir);
  const account = chooseServerAccount(known?.clusterDir ?? join(dataDir, "postgres"));
  const binaries = findNativeBinaries(account);
  if (known) checkClusterVersion(known.clusterDir, binaries);
  else log("Making the database (once)");
  const record = known ?? createCluster(dataDir, choosePlace(dataDir, account, log), binaries, account, durable);
  const server = { ...options, durable, record, binaries, account, logPath: join(dataDir, "postgres.log") };

  const { port, adopted } = await adoptOrStart(server);
  let stopping: Promise<void> | undefined;
  return {
    adminUrl: adminUrlOf(record, port),
    port,
    pid: findPostmaster(record.clusterDir)?.pid ?? Number.NaN,
    adopted,
    stop: () => {
      stopping ??= stopPostmaster(binaries, account, record.clusterDir);
      return stopping;
    },
  };
}

interface Server extends StartOptions {
  durable: boolean;
  record: ClusterRecord;
  binaries: NativeBinaries;
  account: ServerAccount;
  logPath: string;
}

/** The port of a server of this cluster that was left running; undefined when there is none. */
async function adopt({ record, log, database }: Server): Promise<number | undefined> {
  const found = findPostmaster(record.clusterDir);
  if (!found) return undefined;
  log(`Taking over the database server that still runs (process ${found.pid})`);
  const isAlive = () => findPostmaster(record.clusterDir)?.pid === found.pid;
  const adminUrl = (at: number) => adminUrlOf(record, at);
  const port = await waitUntilReady(record.clusterDir, { adminUrl, database }, isAlive, 60_000);
  if (port === undefined && isAlive()) {
    throw new LocalPostgresError(
      `A database server (process ${found.pid}) holds ${record.clusterDir} but does not answer: end that process and start again.`,
    );
  }
  return port;
}

/** Faults that pass by themselves: a killed server that has not quite ended, or a port taken since it was chosen. */
const passingFault =
  /lock file .* (already exists|is empty)|shared memory block .* still in use|Address already in use|could not create any TCP\/IP sockets/;

async function adoptOrStart(server: Server): Promise<{ port: number; adopted: boolean }> {
  for (let attempt = 1; ; attempt += 1) {
    const adoptedPort = await adopt(server);
    if (adoptedPort !== undefined) return { port: adoptedPort, adopted: true };
    removeDeadPidFile(server.record.clusterDir);
    const logStart = statSync(server.logPath, { throwIfNoEntry: false })?.size ?? 0;
    const port = server.port ?? (await findFreePort());
    const child = spawnPostmaster({ ...server, clusterDir: server.record.clusterDir, port });
    if (attempt === 1) server.onStarting?.();
    let hasEnded = false;
    let spawnError: unknown;
    child.once("exit", () => {
      hasEnded = true;
    });
    child.once("error", (error) => {
      spawnError = error;
      hasEnded = true;
    });
    // Recovery after a crash may take long on a slow disk; as long as the server is alive it is given the time.
    const adminUrl = (at: number) => adminUrlOf(server.record, at);
    const wanted = { adminUrl, database: server.database };
    const ready = await waitUntilReady(server.record.clusterDir, wanted, () => !hasEnded, 120_000);
    if (ready !== undefined) return { port: ready, adopted: false };
    const said = spawnError ?? tailOf(server.logPath, logStart);
    if (!hasEnded) {
      child.kill("SIGQUIT");
      throw new LocalPostgresError(`The database did not get ready within two minutes: see ${server.logPath}.`);
    }
    if (attempt === 8 || !passingFault.test(String(said))) {
      throw explainFailure("start the database server", said, server.dataDir);
    }
    await wait(250 * attempt);
  }
}

/** Inside the data folder; for root, if the server's account cannot reach that folder, under `/var/lib/avances`. */
function choosePlace(dataDir: string, account: ServerAccount, log: (message: string) => void): string {
  letPassThrough(dataDir);
  if (canEnter(dataDir, account)) return join(dataDir, "postgres");
  const former = findClusterOf(dataDir, reachableFolder);
  if (former) log(`A former database of ${dataDir} remains in ${former}: delete that folder when nobody needs it`);
  const place = join(reachableFolder, randomBytes(6).toString("hex"), "postgres");
  log(`The database is kept in ${place}, because its server cannot run as root and others cannot enter ${dataDir}`);
  return place;
}

/** Makes a folder passable if it holds only files of Avances; a folder with other files is left as it is. */
function letPassThrough(dataDir: string): void {
  const ours = ["lock.sqlite", "lock.sqlite-journal", "holder.json", "secrets.json", "version.json", "postgres.log"];
  if (process.getuid?.() !== 0 || readdirSync(dataDir).some((name) => !ours.includes(name))) return;
  chmodSync(dataDir, statSync(dataDir).mode | 0o011);
}

function tailOf(logPath: string, from: number): string {
  const whole = readFileSync(logPath);
  // The log is shorter than before: it was emptied at the start because it had grown large.
  return whole
    .subarray(whole.length < from ? 0 : from)
    .toString("utf8")
    .slice(-4000);
}
