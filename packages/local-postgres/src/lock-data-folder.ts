import { chmodSync, closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { explainFailure, LocalPostgresError } from "./local-postgres-error.ts";
import { readPrivateJson, writePrivateJson } from "./private-file.ts";
import { openFolder } from "./server-account.ts";

export interface DataFolderLock {
  release(): void;
}

/**
 * Creates the folder if needed and holds it for this process until `release` or the end of the process.
 * Throws `LocalPostgresError` naming the process that holds it.
 *
 * The lock is the operating system's own, taken through SQLite because Node offers no file locks itself: it ends with the
 * process however that dies, so there is no stale lock to recognise and no process number that could have been reused,
 * and it works between containers that share the folder. `holder.json` beside it only tells people who holds the lock.
 */
export function lockDataFolder(dataDir: string): DataFolderLock {
  const holderPath = join(dataDir, "holder.json");
  const lock = openLock(dataDir);
  try {
    // Without a journal file nothing is written, so the lock can be taken even on a full disk.
    lock.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw explainFailure("lock the data folder", error, dataDir);
    throw new LocalPostgresError(describeHolder(dataDir, holderPath));
  }
  try {
    writePrivateJson(holderPath, { pid: process.pid, since: new Date().toISOString() });
  } catch (error) {
    lock.close();
    throw explainFailure("write in the data folder", error, dataDir);
  }
  return { release: () => lock.isOpen && lock.close() };
}

function openLock(dataDir: string): DatabaseSync {
  try {
    // As root, the database server runs as another account inside this folder.
    openFolder(dataDir);
    const path = join(dataDir, "lock.sqlite");
    // Any account that can read the file could hold its lock, and SQLite would create it readable for all.
    closeSync(openSync(path, "a", 0o600));
    chmodSync(path, 0o600);
    return new DatabaseSync(path, { timeout: 0 });
  } catch (error) {
    throw explainFailure("open the data folder", error, dataDir);
  }
}

function describeHolder(dataDir: string, holderPath: string): string {
  const holder = readPrivateJson(holderPath);
  const who = holder ? `process ${holder.pid}, since ${holder.since}` : "another process";
  return `The data folder ${dataDir} is already in use by Avances (${who}): use that one, stop it, or set AVANCES_DATA (and PORT) for a second one.`;
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === 5;
}
