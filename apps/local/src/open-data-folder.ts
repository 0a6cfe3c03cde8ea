import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import {
  checkDataVersion,
  ensureDatabase,
  loadSecrets,
  lockDataFolder,
  recordDataVersion,
  requireServer,
  type Secrets,
  startLocalPostgres,
} from "@avances/local-postgres";
import type { LocalConfig } from "./config.ts";

export interface DataFolder {
  secrets: Secrets;
  /** For migrations: the superuser of the embedded server, or DATABASE_URL as given. */
  ownerUrl: string;
  /** For everything else: the login role `avances`. */
  appUrl: string;
  /** To be called after the migrations: from now on an older program refuses this folder. */
  recordVersion(): void;
  /** Stops the embedded server and gives the folder free. */
  close(): Promise<void>;
}

interface OpenOptions {
  log(message: string): void;
  /** Called when the embedded server is on its way; never for another server, or one that still runs. */
  onStarting(): void;
}

/**
 * Locks the data folder, reads its secrets and starts its database, unless DATABASE_URL names another server.
 * Throws `LocalPostgresError`: one sentence that says what to do.
 */
export async function openDataFolder(
  config: Pick<LocalConfig, "dataDir" | "databaseUrl">,
  { log, onStarting }: OpenOptions,
): Promise<DataFolder> {
  const dataDir = resolve(config.dataDir);
  const lock = lockDataFolder(dataDir);
  try {
    const schema = countMigrations();
    checkDataVersion(dataDir, schema);
    const secrets = loadSecrets(dataDir);
    const database = await openDatabase(dataDir, config.databaseUrl, { log, onStarting });
    return {
      secrets,
      ownerUrl: database.ownerUrl,
      appUrl: signInAs(database.ownerUrl, "avances", secrets.appDatabasePassword),
      recordVersion: () => recordDataVersion(dataDir, schema),
      close: async () => {
        await database.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function openDatabase(dataDir: string, databaseUrl: string | undefined, options: OpenOptions) {
  if (databaseUrl) {
    await requireServer(databaseUrl);
    return { ownerUrl: databaseUrl, stop: async () => undefined };
  }
  const server = await startLocalPostgres({ dataDir, ...options });
  return { ownerUrl: await ensureDatabase(server.adminUrl, "avances"), stop: server.stop };
}

/** Every migration is one file, so their number is the version of the schema this program knows. */
function countMigrations(): number {
  const folder = new URL("../../../migrations/", import.meta.url);
  return readdirSync(folder).filter((name) => name.endsWith(".sql")).length;
}

function signInAs(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = user;
  changed.password = password;
  return changed.href;
}
