import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { adminUrlOf, readClusterRecord } from "./cluster.ts";
import { explainFailure } from "./local-postgres-error.ts";
import { findPostmaster } from "./postmaster.ts";

export type ServerOfFolder =
  | { readonly state: "running"; readonly adminUrl: string }
  | { readonly state: "stopped" }
  /** The folder has no database. */
  | { readonly state: "none" };

/**
 * The server of a data folder, for reading while another process may hold the folder; nothing is created, started or locked.
 * Throws `LocalPostgresError` when the folder is damaged or not readable.
 */
export function findServerOfFolder(dataDir: string): ServerOfFolder {
  try {
    const folder = realpathSync(dataDir);
    // Not there yet while a first start is creating it, which must not be disturbed.
    const record = existsSync(join(folder, "database.json")) ? readClusterRecord(folder) : undefined;
    if (!record) return { state: "none" };
    const found = findPostmaster(record.clusterDir);
    return found?.status === "ready"
      ? { state: "running", adminUrl: adminUrlOf(record, found.port) }
      : { state: "stopped" };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return { state: "none" };
    throw explainFailure("read the data folder", error, dataDir);
  }
}
