import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { firstPrefix, loginName } from "@avances/db/role-names";
import {
  checkDataVersion,
  databaseUrl,
  loadSecrets,
  lockDataFolder,
  recordDataVersion,
  requireServer,
  type Secrets,
  startLocalPostgres,
} from "@avances/local-postgres";
import type { DatabaseConfig, LocalConfig } from "./config.ts";

export interface DataFolder {
  secrets: Secrets;
  /** For migrations: the superuser of the embedded server, or the owner of an external one. */
  ownerUrl: string;
  /** For everything else: the login of the product. */
  appUrl: string;
  /** Further options for `migrate`. */
  roles: { rolePrefix: string | undefined; rotateLogin: boolean };
  /** Call after the migrations: from now on an older program refuses this folder. */
  recordVersion(): void;
  /** Stops the embedded server and releases the folder. */
  close(): Promise<void>;
}

interface OpenOptions {
  log(message: string): void;
  /** Called when the embedded server is starting; never for an external server, or one that is already running. */
  onStarting(): void;
}

/**
 * Locks the data folder, reads its secrets and starts its database, unless DATABASE_URL names another server.
 * Throws `LocalPostgresError`: one sentence that says what to do.
 */
export async function openDataFolder(
  config: Pick<LocalConfig, "dataDir" | "database">,
  { log, onStarting }: OpenOptions,
): Promise<DataFolder> {
  const dataDir = resolve(config.dataDir);
  const lock = lockDataFolder(dataDir);
  try {
    const schema = countMigrations();
    checkDataVersion(dataDir, schema);
    const secrets = loadSecrets(dataDir);
    const database = config.database
      ? await reachDatabase(config.database, secrets.appDatabasePassword)
      : await startDatabase(dataDir, secrets.appDatabasePassword, { log, onStarting });
    return {
      secrets,
      ownerUrl: database.ownerUrl,
      appUrl: database.appUrl,
      roles: database.roles,
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

async function startDatabase(dataDir: string, password: string, options: OpenOptions) {
  const server = await startLocalPostgres({ dataDir, database: "avances", ...options });
  const ownerUrl = databaseUrl(server.adminUrl, "avances");
  return {
    ownerUrl,
    appUrl: signInAs(ownerUrl, loginName(firstPrefix), password),
    // No other program uses this server.
    roles: { rolePrefix: firstPrefix, rotateLogin: true },
    stop: server.stop,
  };
}

async function reachDatabase({ ownerUrl, appUrl, ...roles }: DatabaseConfig, password: string) {
  await requireServer(ownerUrl);
  // Imported only where needed: a start with the embedded server imports it while that starts.
  const { loginFor } = await import("@avances/db");
  return {
    ownerUrl,
    appUrl: appUrl ?? signInAs(ownerUrl, await loginFor(ownerUrl, roles.rolePrefix), password),
    roles,
    stop: async () => undefined,
  };
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
