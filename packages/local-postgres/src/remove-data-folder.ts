import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { readClusterRecord } from "./cluster.ts";

/** Removes a data folder and its database, wherever that lies (for tests). The server must have been stopped. */
export function removeDataFolder(dataDir: string): void {
  const clusterDir = readClusterRecord(dataDir)?.clusterDir;
  if (clusterDir && clusterDir !== join(dataDir, "postgres")) rmSync(dirname(clusterDir), { recursive: true });
  // A process that checks at this moment whether the folder is in use leaves a file in it; hence the retries.
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}
