import { resolve } from "node:path";
import { type Backup, BackupRefused, type KeptSecrets, readBackup } from "@avances/backup";
import { requireKnownSchema, requireUnused, restoreDatabase } from "@avances/db";
import {
  findServerOfFolder,
  readInstanceSecrets,
  replaceInstanceSecrets,
  requireServer,
} from "@avances/local-postgres";
import { openDataFolder } from "../open-data-folder.ts";
import { type KeepingConfig, secretSettings } from "./keeping-config.ts";
import { filesToRestore } from "./kept-files.ts";

export interface RestoreOptions {
  readonly path: string;
  readonly now: Date;
  log(message: string): void;
}

export interface RestoreResult {
  readonly backup: Backup;
  readonly heldMails: number;
  readonly policies: number;
}

/** Reads a backup to its end without restoring it. Throws `BackupRefused` when it is damaged, `DatabaseRefused` when its schema is unknown. */
export async function checkBackup(path: string, passphrase: string | null): Promise<Backup> {
  const backup = await readBackup(path, passphrase);
  requireKnownSchema(backup.about.migrations);
  return backup;
}

/**
 * Restores the instance of a backup into an empty database, with its files and its secrets. The whole file is read before anything is created. Throws
 * `BackupRefused`, `DatabaseRefused`, `MigrationRefused` or `LocalPostgresError`.
 */
export async function restoreBackup(config: KeepingConfig, options: RestoreOptions): Promise<RestoreResult> {
  const { path, now, log } = options;
  const { about, secrets, manifest } = await checkBackup(path, config.passphrase);
  const files = manifest.files.length > 0 ? await filesToRestore(config.files, manifest.files) : null;
  const target = await openTarget(config, secrets, log);
  try {
    await requireUnused(target.ownerUrl);
    // Before the rows: rows with other secrets would make every password useless.
    target.keepSecrets();
    let backup: Backup | undefined;
    const keptAt = new Date(about.createdAt);
    const { ownerUrl, appUrl, roles } = target;
    const restored = await restoreDatabase(
      { ownerUrl, appUrl, ...roles, keptAt, migrations: about.migrations, now, log },
      async (loadTable) => {
        // Before the rows are committed, so that each row that says "stored" has its bytes.
        const file = async (key: string, content: Buffer) => files?.take(key, content);
        const reading = readBackup(path, config.passphrase, { table: loadTable, file });
        backup = await reading.catch(async (error: unknown) => {
          await files?.undo();
          throw error;
        });
        return backup.manifest;
      },
    );
    target.recordVersion();
    return { ...restored, backup: backup as Backup };
  } finally {
    await target.close();
  }
}

interface Target {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly roles: { readonly rolePrefix: string | undefined; readonly rotateLogin: boolean };
  keepSecrets(): void;
  recordVersion(): void;
  close(): Promise<void>;
}

async function openTarget(
  config: KeepingConfig,
  secrets: KeptSecrets,
  log: (message: string) => void,
): Promise<Target> {
  if (config.deployed && config.database) return openDeployment(config.database, config.deployed, secrets);
  const dataDir = resolve(config.dataDir);
  // A folder with an embedded database is checked a moment later, when that database runs.
  const isOfDatabase = !config.database && findServerOfFolder(dataDir).state !== "none";
  if (!isOfDatabase) refuseOtherSecrets(dataDir, secrets);
  const folder = await openDataFolder(config, { log, onStarting: () => undefined });
  return { ...folder, keepSecrets: () => replaceInstanceSecrets(dataDir, secrets) };
}

/** A deployment keeps its secrets itself: they must already be those of the backup. */
async function openDeployment(
  { ownerUrl, appUrl, ...roles }: NonNullable<KeepingConfig["database"]>,
  deployed: KeptSecrets,
  secrets: KeptSecrets,
): Promise<Target> {
  if (appUrl === undefined) {
    throw new BackupRefused("DATABASE_URL must name the login of the product beside DATABASE_OWNER_URL.");
  }
  // A restore ends all sessions, so their key may differ.
  const other = Object.entries(secretSettings)
    .filter(([setting, name]) => setting !== "JWT_KEY" && deployed[name] !== secrets[name])
    .map(([setting]) => setting);
  if (other.length > 0) {
    throw new BackupRefused(
      `${other.join(", ")} in the environment ${other.length === 1 ? "is" : "are"} not what the backup has, and without that no password works: write the secrets of the backup into a file with --secrets-to FILE, take them over into .env, and restore again.`,
    );
  }
  await requireServer(ownerUrl);
  return {
    ownerUrl,
    appUrl,
    roles,
    keepSecrets: () => undefined,
    recordVersion: () => undefined,
    close: async () => undefined,
  };
}

/** Secrets that are already here may be the only ones that open another instance, so they are never overwritten. */
function refuseOtherSecrets(dataDir: string, secrets: KeptSecrets): void {
  const present = readInstanceSecrets(dataDir);
  if (present === null || present.passwordPepper === secrets.passwordPepper) return;
  throw new BackupRefused(
    `The data folder ${dataDir} holds the secrets of another instance (secrets.json): set AVANCES_DATA to a new folder.`,
  );
}
