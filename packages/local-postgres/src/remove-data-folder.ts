import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { readClusterRecord } from "./cluster.ts";

/** Removes a data folder with its database, wherever that lies (for tests). The server must have been stopped. */
export function removeDataFolder(dataDir: string): void {
  const clusterDir = readClusterRecord(dataDir)?.clusterDir;
  if (clusterDir && clusterDir !== join(dataDir, "postgres")) rmSync(dirname(clusterDir), { recursive: true });
  // Whoever looks at this moment whether it is in use leaves a file in it.
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}
