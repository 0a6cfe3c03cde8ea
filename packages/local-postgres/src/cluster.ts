import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { explainFailure, LocalPostgresError } from "./local-postgres-error.ts";
import { type NativeBinaries, withInitdb } from "./native-binaries.ts";
import { readPrivateJson, writePrivateJson } from "./private-file.ts";
import { openFolder, type ServerAccount, serverEnvironment } from "./server-account.ts";

/** The content of `database.json` in the data folder: where the cluster is and the password of its superuser. */
export interface ClusterRecord {
  clusterDir: string;
  password: string;
}

/** The address for the cluster's superuser. */
export function adminUrlOf({ password }: ClusterRecord, port: number): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

/**
 * The record of the data folder's cluster; undefined before the first start. A cluster inside the data folder moves with it.
 * Throws `LocalPostgresError` when the record is lost while its cluster exists, or the other way round.
 */
export function readClusterRecord(dataDir: string): ClusterRecord | undefined {
  finishInterruptedCreation(dataDir);
  const record = readPrivateJson(join(dataDir, "database.json"));
  const inside = join(dataDir, "postgres");
  if (!record) {
    if (!existsSync(join(inside, "PG_VERSION"))) return undefined;
    throw new LocalPostgresError(
      `The file database.json is missing from the data folder ${dataDir}: restore it from a backup, or set AVANCES_DATA to a new folder.`,
    );
  }
  const clusterDir = placeOf(record, dataDir);
  if (!existsSync(join(clusterDir, "PG_VERSION"))) {
    throw new LocalPostgresError(
      `The database of the data folder ${dataDir} is missing (${clusterDir}): restore it from a backup, or set AVANCES_DATA to a new folder.`,
    );
  }
  if (typeof record.outside === "string") refuseCopy(dataDir, record.outside, String(record.id));
  return { clusterDir, password: String(record.password) };
}

/** Makes the cluster with initdb, complete or not at all, and records it. Throws `LocalPostgresError`. */
export function createCluster(
  dataDir: string,
  clusterDir: string,
  binaries: NativeBinaries,
  account: ServerAccount,
  durable: boolean,
): ClusterRecord {
  const password = randomBytes(24).toString("base64url");
  const draft = `${clusterDir}.new`;
  rmSync(draft, { recursive: true, force: true });
  openFolder(dirname(clusterDir));
  mkdirSync(draft, { mode: 0o700 });
  giveTo(account, draft);
  runInitdb(draft, password, binaries, account, durable);

  const id = randomBytes(8).toString("hex");
  const outside = clusterDir === join(dataDir, "postgres") ? undefined : clusterDir;
  if (outside) writePrivateJson(join(dirname(clusterDir), "belongs-to.json"), { dataDir, id });
  // In this order, so that a crash in between leaves either nothing (a new initdb) or a state that `finishInterruptedCreation` completes.
  writePrivateJson(join(dataDir, "database.draft.json"), { password, id, ...(outside && { outside }) });
  renameSync(draft, clusterDir);
  finishInterruptedCreation(dataDir);
  return { clusterDir, password };
}

function finishInterruptedCreation(dataDir: string): void {
  const draftPath = join(dataDir, "database.draft.json");
  const draft = readPrivateJson(draftPath);
  if (!draft) return;
  if (existsSync(join(placeOf(draft, dataDir), "PG_VERSION"))) renameSync(draftPath, join(dataDir, "database.json"));
  else rmSync(draftPath);
}

function placeOf(record: Record<string, unknown>, dataDir: string): string {
  return typeof record.outside === "string" ? record.outside : join(dataDir, "postgres");
}

/** The folder under `reachable` that holds the database of the data folder at this path, even if that folder has been deleted. */
export function findClusterOf(dataDir: string, reachable: string): string | undefined {
  if (!existsSync(reachable)) return undefined;
  return readdirSync(reachable)
    .map((name) => join(reachable, name))
    .find((folder) => readPrivateJson(join(folder, "belongs-to.json"))?.dataDir === dataDir);
}

/** Refuses a cluster of another PostgreSQL major version. */
export function checkClusterVersion(clusterDir: string, binaries: NativeBinaries): void {
  const made = Number.parseInt(readFileSync(join(clusterDir, "PG_VERSION"), "utf8"), 10);
  if (made === binaries.major) return;
  const advice =
    made > binaries.major
      ? "update the program, or set AVANCES_DATA to another folder"
      : "start the Avances version that wrote it, export the data and import it in a new folder";
  throw new LocalPostgresError(
    `The database in ${clusterDir} was written by PostgreSQL ${made} and this program brings PostgreSQL ${binaries.major}: ${advice}.`,
  );
}

function runInitdb(
  folder: string,
  password: string,
  binaries: NativeBinaries,
  account: ServerAccount,
  durable: boolean,
): void {
  const secretDir = mkdtempSync(join(tmpdir(), "avances-"));
  try {
    const passwordFile = join(secretDir, "password");
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    giveTo(account, secretDir, passwordFile);
    const flags = [
      `--pgdata=${folder}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // The same sort order and case rules on every system, whatever locales it has.
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      // initdb would print them for a shell, which not every path allows.
      "--no-instructions",
      ...(durable ? [] : ["--no-sync"]),
    ];
    const made = withInitdb(binaries, (initdb) =>
      spawnSync(initdb, flags, { ...account, cwd: "/", encoding: "utf8", env: serverEnvironment }),
    );
    if (made.status !== 0) {
      rmSync(folder, { recursive: true, force: true });
      throw explainFailure("create the database", made.error ?? made.stderr, dirname(folder));
    }
  } finally {
    rmSync(secretDir, { recursive: true, force: true });
  }
}

function giveTo(account: ServerAccount, ...paths: string[]): void {
  if (account.uid === undefined) return;
  for (const path of paths) chownSync(path, account.uid, account.gid);
}

/** Two copies of a data folder whose database lies elsewhere would share that one database and ruin it. */
function refuseCopy(dataDir: string, clusterDir: string, id: string): void {
  const ownerPath = join(dirname(clusterDir), "belongs-to.json");
  const owner = readPrivateJson(ownerPath)?.dataDir;
  if (owner === dataDir) return;
  const original = typeof owner === "string" ? readPrivateJson(join(owner, "database.json")) : undefined;
  if (original?.id === id) {
    throw new LocalPostgresError(
      `The data folder ${dataDir} is a copy of ${owner}, whose database lies in ${clusterDir} and was not copied: use the original, or set AVANCES_DATA to a new folder.`,
    );
  }
  // The folder was moved or renamed: its database now belongs to the new path.
  writePrivateJson(ownerPath, { dataDir, id });
}
